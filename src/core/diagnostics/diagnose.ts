import { checkAnnotationSources, checkMembers } from '../case/members';
import type { CaseModel } from '../caseModel';
import { manifestPath } from '../caseModel';
import { discrepancyFindings } from './discrepancies';
import type { Diagnostic, DiagnosticCode, Finding, Severity } from './diagnostic';
import { defaultSeverities } from './diagnostic';
import { mentionFindings } from './mentions';

/** The diagnostics of a case, file by file; kept until the case changes. */
export interface CaseDiagnostics {
  /** The files that can have diagnostics: every member of the case, sorted. */
  paths(): readonly string[];
  /** In the order of the file. Severities are those of the manifest; `off` is left out. */
  of(path: string): readonly Diagnostic[];
}

/** Diagnostics over `model`. The same list serves the editor and the command line. */
export function createCaseDiagnostics(model: CaseModel): CaseDiagnostics {
  let generation = -1;
  let byYamlFile = new Map<string, readonly Finding[]>();
  let byFile = new Map<string, readonly Diagnostic[]>();

  const refresh = () => {
    if (generation === model.generation()) return;
    generation = model.generation();
    byFile = new Map();
    byYamlFile = yamlFindings(model);
  };
  return {
    paths() {
      const { articles, registry, annotations, reviews } = model.members();
      const all = new Set([...articles, ...registry, ...annotations, ...(reviews === null ? [] : [reviews])]);
      if (model.hasManifest()) all.add(manifestPath);
      return [...all].sort();
    },
    of(path) {
      refresh();
      let diagnostics = byFile.get(path);
      if (!diagnostics) {
        diagnostics = finish(model, path, [
          ...decodingFindings(model, path),
          ...(byYamlFile.get(path) ?? []),
          ...(model.source(path) ? mentionFindings(model, path) : []),
          ...(isStale(model, path) ? [] : discrepancyFindings(model, path)),
        ]);
        byFile.set(path, diagnostics);
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

function isSeverity(word: string | undefined): word is Severity {
  return word === 'error' || word === 'warning' || word === 'info' || word === 'hint' || word === 'off';
}

function decodingFindings(model: CaseModel, path: string): Finding[] {
  const message = model.decodingProblem(path);
  return message === null ? [] : [{ code: 'source/unreadable', span: { start: 0, end: 0 }, message }];
}

/** What is wrong in YAML files. A file with a syntax error tells that alone: the rest would stand at old places. */
function yamlFindings(model: CaseModel): Map<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  const add = (file: string, problems: readonly Finding[]) => {
    if (problems.length > 0) found.set(file, [...(found.get(file) ?? []), ...problems]);
  };
  const reviews = model.reviews();
  for (const file of [model.manifest(), ...model.registryFiles(), ...model.annotationFiles(), ...(reviews ? [reviews] : [])]) {
    add(file.path, file.problems);
  }
  const addUnlessStale = (file: string, problems: readonly Finding[]) => {
    if (!isStale(model, file)) add(file, problems);
  };
  const members = model.members();
  if (model.hasManifest()) addUnlessStale(manifestPath, checkMembers(model.manifest().data, members));
  const annotated = model.annotationFiles().map((file) => ({ path: file.path, source: file.data.source }));
  for (const { file, problem } of checkAnnotationSources(annotated, members)) addUnlessStale(file, [problem]);
  for (const problem of model.registryProblems()) addUnlessStale(problem.file, [problem]);
  for (const file of model.registryFiles()) addUnlessStale(file.path, model.claimProblems(file.path));
  for (const file of model.annotationFiles()) {
    addUnlessStale(file.path, model.claimProblems(file.path));
    const source = file.data.source?.text;
    if (source !== undefined && model.annotationsOf(source) === file) addUnlessStale(file.path, model.mentions(source).problems);
  }
  if (reviews) addUnlessStale(reviews.path, model.reviewProblems());
  return found;
}

/** Whether spans of a YAML file may be off: it has a syntax error, and what stood there before is used. */
function isStale(model: CaseModel, path: string): boolean {
  const file = model.registryFile(path) ?? model.annotationFile(path) ?? (path === manifestPath ? model.manifest() : model.reviews());
  return file?.path === path && file.stale;
}

function finish(model: CaseModel, path: string, findings: readonly Finding[]): readonly Diagnostic[] {
  return findings
    .flatMap((finding): Diagnostic[] => {
      const severity = severityOf(model, finding.code);
      if (severity === 'off') return [];
      const { code, span, message, data, related = [] } = finding;
      return [{ file: path, span, severity, code, message, related, ...(data ? { data } : {}) }];
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
