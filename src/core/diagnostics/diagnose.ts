import { checkAnnotationSources, checkMembers } from '../case/members';
import type { AnnotationFile } from '../case/entries';
import type { Members } from '../case/members';
import { registrySource } from '../claims/claim';
import { atMost, didYouMean, mostSuggestions, nearest } from '../registry/nearest';
import type { CaseFile } from '../caseFiles';
import type { CaseModel } from '../caseModel';
import { manifestName } from '../case/members';
import { groupBy } from '../groupBy';
import { memoizeLast } from '../memo';
import { discrepancyFindings, suggestionFindings } from './discrepancies';
import type { Diagnostic, DiagnosticCode, Finding, Severity } from './diagnostic';
import { defaultSeverities } from './diagnostic';
import { ambiguousNameFindings, unlinkedNameFindings, variantFindings } from './mentions';

/** Of a message and of its related places; what is longer is of no use to a reader, and slows an editor down. */
const longestMessage = 1000;
const mostRelated = 100;

/** The diagnostics of a case, file by file; kept until the case changes. */
export interface CaseDiagnostics {
  /** The files that can have diagnostics: every member of the case, sorted. */
  paths(): readonly string[];
  /** In the order of the file. Severities are those of the manifest; `off` is left out, and hints where they are not wanted. */
  of(path: string, hints?: boolean): readonly Diagnostic[];
}

/** Places that a finding of many lists. */
const listedPlaces = 20;

/** What articles are looked through for. A rule whose codes nobody wants to hear is not run. */
const articleRules: readonly {
  readonly codes: readonly DiagnosticCode[];
  readonly find: (model: CaseModel, source: string) => readonly Finding[];
}[] = [
  { codes: ['mention/ambiguous'], find: ambiguousNameFindings },
  { codes: ['mention/unlinked'], find: unlinkedNameFindings },
  { codes: ['mention/variant'], find: variantFindings },
  {
    codes: ['discrepancy/conflict', 'discrepancy/plan-changed', 'discrepancy/tension', 'discrepancy/maybe-changed'],
    find: discrepancyFindings,
  },
  { codes: ['article/figure'], find: (model, source) => model.articleFindings(source) },
  { codes: ['suggestion/discrepancy'], find: suggestionFindings },
];

/** Diagnostics over `model`. The same list serves the editor and the command line. */
export function createCaseDiagnostics(model: CaseModel): CaseDiagnostics {
  let generation = -1;
  let byFile = new Map<string, readonly Diagnostic[]>();
  const sourceProblems = memoizeLast((files: readonly CaseFile<AnnotationFile>[], members: Members) => {
    const annotated = files.map((file) => ({ path: file.path, source: file.data.source }));
    return groupBy(checkAnnotationSources(annotated, members), ({ file }) => file);
  });
  const registryProblems = memoizeLast((problems: ReturnType<CaseModel['registryProblems']>) =>
    groupBy(problems, ({ file }) => file),
  );

  const yamlFindings = (path: string): readonly Finding[] => {
    const file = yamlFile(model, path);
    if (!file) return [];
    // A file with a syntax error tells that alone: the rest would stand at old places.
    if (file.stale) return file.problems;
    const annotations = model.annotationFile(path);
    const source = annotations?.data.source?.text;
    return [
      ...file.problems,
      ...(path === manifestName ? [...checkMembers(model.manifest().data, model.members()), ...missingDates(model)] : []),
      ...(sourceProblems(model.annotationFiles(), model.members()).get(path) ?? []).map(({ problem }) => problem),
      ...(registryProblems(model.registryProblems()).get(path) ?? []),
      ...model.claimProblems(path),
      ...unknownSources(model, path),
      ...(source !== undefined && model.annotationsOf(source) === annotations ? model.mentions(source).problems : []),
      ...(path === model.members().reviews ? model.reviewProblems() : []),
      ...discrepancyFindings(model, path),
    ];
  };
  const articleFindings = (path: string, hints: boolean): readonly Finding[] => {
    if (!model.source(path)) return [];
    const isWanted = (code: string) => isTold(severityOf(model, code), hints);
    return articleRules.filter(({ codes }) => codes.some(isWanted)).flatMap(({ find }) => find(model, path));
  };

  return {
    paths() {
      const { articles, registry, annotations, reviews } = model.members();
      const all = new Set([...articles, ...registry, ...annotations, ...(reviews === null ? [] : [reviews])]);
      if (model.hasManifest()) all.add(manifestName);
      return [...all].sort();
    },
    of(path, hints = true) {
      if (generation !== model.generation()) {
        generation = model.generation();
        byFile = new Map();
      }
      const key = `${hints} ${path}`;
      let diagnostics = byFile.get(key);
      if (!diagnostics) {
        const findings = [...decodingFindings(model, path), ...yamlFindings(path), ...articleFindings(path, hints)];
        byFile.set(key, (diagnostics = finish(model, path, findings, hints)));
      }
      return diagnostics;
    },
  };
}

/** The severity that `code` has in this case. */
export function severityOf(model: CaseModel, code: string): Severity {
  const own = model.manifest().data.severity.get(code)?.text;
  return isSeverity(own) ? own : (defaultSeverities[code as DiagnosticCode] ?? 'warning');
}

function isTold(severity: Severity, hints: boolean): severity is Diagnostic['severity'] {
  return severity !== 'off' && (hints || severity !== 'hint');
}

function isSeverity(word: string | undefined): word is Severity {
  return word === 'error' || word === 'warning' || word === 'info' || word === 'hint' || word === 'off';
}

function decodingFindings(model: CaseModel, path: string): Finding[] {
  const message = model.decodingProblem(path);
  return message === null ? [] : [{ code: 'source/unreadable', span: { start: 0, end: 0 }, message }];
}

function yamlFile(model: CaseModel, path: string): CaseFile<unknown> | undefined {
  if (path === manifestName) return model.manifest();
  if (path === model.members().reviews) return model.reviews();
  return model.registryFile(path) ?? model.annotationFile(path);
}

/** Articles with dates that hang on the article's own, which the manifest does not tell: they have no value, never today's. */
function missingDates(model: CaseModel): Finding[] {
  return model
    .sources()
    .filter(({ published }) => published === null)
    .flatMap(({ id, entry }) => {
      const hanging = model.reading(id).values.filter(({ needsDate }) => needsDate);
      const first = hanging[0];
      if (!first) return [];
      const others = hanging.length > 1 ? ` and ${hanging.length - 1} more` : '';
      return [
        {
          code: 'manifest/missing-date',
          span: entry?.id.span ?? { start: 0, end: 0 },
          message: `“${first.text}”${others} in ${id} cannot be dated: say when it was published (published: 2015-03-01).`,
          related: hanging.slice(0, listedPlaces).map(({ span, text }) => ({ file: id, span, message: `“${text}”` })),
          data: { source: id },
        },
      ];
    });
}

/** Source ids that no article has, where no rule of their own tells of them: scopes of aliases, and who was found wrong. */
function unknownSources(model: CaseModel, path: string): Finding[] {
  const reviews = model.reviews();
  const named = reviews?.path === path
    ? reviews.data.reviews.flatMap(({ wrong }) => wrong)
    : (model.registryFile(path)?.data.entities ?? []).flatMap(({ aliases }) => aliases.flatMap((alias) => [...alias.in, ...alias.except]));
  const unknown = named.filter(({ text }) => !model.source(text) && text !== registrySource);
  const suggest = atMost(mostSuggestions, (id: string) => nearest(id, model.members().articles));
  return unknown.map(({ text: id, span }) => {
    const replacement = suggest(id);
    const message = `no article of this case is "${id}"${didYouMean(replacement)}`;
    return { code: 'reference/unknown-source', span, message, ...(replacement === null ? {} : { data: { replacement } }) };
  });
}

function finish(model: CaseModel, path: string, findings: readonly Finding[], hints: boolean): readonly Diagnostic[] {
  return withoutRepeats(findings)
    .flatMap((finding): Diagnostic[] => {
      const severity = severityOf(model, finding.code);
      if (!isTold(severity, hints)) return [];
      const { code, span, message, data, related = [] } = finding;
      const places = related.slice(0, mostRelated).map((place) => ({ ...place, message: shortened(place.message) }));
      return [{ file: path, span, severity, code, message: shortened(message), related: places, ...(data ? { data } : {}) }];
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Without the middle of what is too long to be read, such as a value of a thousand words; what to do about it comes last. */
function shortened(message: string): string {
  if (message.length <= longestMessage) return message;
  const half = longestMessage / 2;
  return `${message.slice(0, half)} … ${message.slice(-half)}`.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** A YAML node that aliases repeat has its problem once. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, span, message }) => {
    const key = `${code} ${span.start} ${span.end} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
