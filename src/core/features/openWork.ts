import type { CaseModel } from '../caseModel';
import type { Claim, Group } from '../claims/claim';
import { registrySource } from '../claims/claim';
import { badgeLabel, isDiscrepancy, verdictLabel } from '../claims/words';
import { severityOf } from '../diagnostics/diagnose';
import type { DiagnosticCode, Severity } from '../diagnostics/diagnostic';
import { groupBy } from '../groupBy';
import { memoizeByKey } from '../memo';
import type { ArticleMentions, UnlinkedName } from '../mentions/mention';
import type { Registry } from '../registry/registry';
import type { Span } from '../text/text';
import { suggestions } from './articleWork';
import { claimLabel, claimValue, entityName, placeOfClaim, sourceTitle } from './claimText';

/** What waits for a person, most pressing first. The last two are offers: nothing is wrong where they stay. */
const openWorkKinds = ['discrepancy', 'anchor', 'ambiguous', 'unlinked', 'suggestion'] as const;
export type OpenWorkKind = (typeof openWorkKinds)[number];

/** One thing to do, and where. Plain strings: whoever shows them escapes them. */
export interface OpenWorkItem {
  readonly kind: OpenWorkKind;
  /** The same as long as the thing waits, whatever else changes; unique in the case. */
  readonly id: string;
  /** The article that it is about. */
  readonly source: string;
  /** Where it stands; for anchors in the annotation file. */
  readonly file: string;
  readonly span: Span;
  readonly name: string;
  readonly detail: string;
  /** Places of the article that the one decision is about. */
  readonly places: number;
  /** Whether something is wrong until a person decides. */
  readonly needsDecision: boolean;
  /** Of discrepancies: the key of the group, and how grave it is by the manifest. */
  readonly group?: string;
  readonly severity?: Severity;
  /** The key of a suggested claim. */
  readonly suggestion?: string;
  /** What a name may stand for, the likeliest first. */
  readonly candidates?: readonly string[];
}

export interface OpenWorkArticle {
  readonly source: string;
  readonly title: string;
  /** In the order of their places. */
  readonly items: readonly OpenWorkItem[];
}

export interface OpenWorkGroup {
  readonly kind: OpenWorkKind;
  readonly count: number;
  /** In the order of sources. */
  readonly articles: readonly OpenWorkArticle[];
}

/** All that waits in a case: kinds without work are left out. */
export interface OpenWork {
  readonly groups: readonly OpenWorkGroup[];
  readonly decisions: number;
}

/** A row of a tree of open work: a kind, an article in it, or one thing to do. `id`: the same as long as it is there. */
export type WorkNode =
  | { readonly kind: 'group'; readonly id: string; readonly group: OpenWorkGroup }
  | { readonly kind: 'article'; readonly id: string; readonly group: OpenWorkGroup; readonly article: OpenWorkArticle }
  | { readonly kind: 'item'; readonly id: string; readonly item: OpenWorkItem };

/**
 * Reads the open work of `model`. With `suggestions` false, what articles offer (unlinked names, suggested claims: costly to find
 * in a large case) is told as it was read last.
 */
export function createOpenWorkReader(model: CaseModel): (suggestions: boolean) => OpenWork {
  const ambiguous = memoizeByKey((source, mentions: ArticleMentions, _registry: Registry) => ambiguousNames(model, source, mentions));
  const unlinked = memoizeByKey((source, names: readonly UnlinkedName[], _registry: Registry) => unlinkedNames(model, source, names));
  const suggested = memoizeByKey((source, _claims: readonly Claim[], _registry: Registry) => suggestedItems(model, source));
  let offers: readonly OpenWorkItem[] = [];
  return (withSuggestions) => {
    const registry = model.registry();
    const sources = model.sources().map(({ id }) => id);
    if (withSuggestions) {
      offers = sources.flatMap((id) => [
        ...(isTold(model, 'mention/unlinked') ? unlinked(id, model.unlinkedNames(id), registry) : []),
        ...suggested(id, model.suggestedClaims(id), registry),
      ]);
    }
    const items = [
      ...discrepancies(model),
      ...anchors(model),
      ...(isTold(model, 'mention/ambiguous') ? sources.flatMap((id) => ambiguous(id, model.mentions(id), registry)) : []),
      ...offers.filter(({ source }) => model.source(source)),
    ];
    const byKind = groupBy(items, ({ kind }) => kind);
    return {
      groups: openWorkKinds.flatMap((kind) => {
        const own = byKind.get(kind);
        return own ? [{ kind, count: own.length, articles: byArticle(model, own) }] : [];
      }),
      decisions: items.filter(({ needsDecision }) => needsDecision).length,
    };
  };
}

function isTold(model: CaseModel, code: DiagnosticCode): boolean {
  return severityOf(model, code) !== 'off';
}

function byArticle(model: CaseModel, items: readonly OpenWorkItem[]): readonly OpenWorkArticle[] {
  const bySource = groupBy(items, ({ source }) => source);
  const order = new Set([...model.sources().map(({ id }) => id), ...bySource.keys()]);
  return [...order].flatMap((source) => {
    const own = bySource.get(source);
    return own ? [{ source, title: sourceTitle(model, source), items: own.toSorted((a, b) => a.span.start - b.span.start) }] : [];
  });
}

function discrepancies(model: CaseModel): OpenWorkItem[] {
  return model.groups().flatMap((group) => {
    const { review, verdict, key } = group;
    if (!isDiscrepancy(verdict) || (review.status !== 'open' && !review.reviewAgain)) return [];
    const severity = severityOf(model, `discrepancy/${verdict}`);
    if (severity === 'off') return [];
    const claim = shownClaim(group);
    const { file, span } = placeOfClaim(claim);
    const again = review.reviewAgain || review.reopened ? ` · ${badgeLabel('review-again')}` : '';
    return [
      {
        kind: 'discrepancy',
        id: `discrepancy/${key}`,
        source: claim.source,
        file,
        span,
        name: `${entityName(model, claim.subject)}, ${claimLabel(model, claim)}`,
        detail: `${verdictLabel(verdict)}${again}`,
        places: group.claims.length,
        needsDecision: true,
        group: key,
        severity,
      },
    ];
  });
}

/** The claim of the worst pair that an article makes, else the registry's. */
function shownClaim({ worst, claims }: Group): Claim {
  const pair = worst ? [claims[worst.a]!, claims[worst.b]!] : claims;
  return pair.find(({ source }) => source !== registrySource) ?? claims[0]!;
}

const anchorStates: ReadonlyMap<string, string> = new Map([
  ['anchor/lost', 'Lost'],
  ['anchor/ambiguous', 'Ambiguous'],
  ['anchor/moved', 'Changed'],
]);

function anchors(model: CaseModel): OpenWorkItem[] {
  return model.annotationFiles().flatMap((file) => {
    const { path, data, stale } = file;
    const source = data.source?.text;
    if (stale || source === undefined) return [];
    const links = model.annotationsOf(source) === file ? model.mentions(source).problems : [];
    const nth = numberedIds();
    return [...links, ...model.claimProblems(path)].flatMap(({ code, span }) => {
      const state = anchorStates.get(code);
      if (!state || !isTold(model, code as DiagnosticCode)) return [];
      const quote = quoteAt(model, path, span);
      return [
        {
          kind: 'anchor' as const,
          id: nth(`anchor/${path}/${code}/${quote}`),
          source,
          file: path,
          span,
          name: quote,
          detail: state,
          places: 1,
          needsDecision: code !== 'anchor/moved',
        },
      ];
    });
  });
}

/** A quote as its file writes it, in one line and without the marks around it. */
function quoteAt(model: CaseModel, path: string, { start, end }: Span): string {
  const written = (model.text(path)?.content ?? '').slice(start, end).replace(/\s+/g, ' ').trim();
  return written.replace(/^(["'])(.*)\1$/, '$2');
}

function ambiguousNames(model: CaseModel, source: string, { mentions }: ArticleMentions): OpenWorkItem[] {
  const ambiguous = mentions.filter(({ entity }) => entity === null);
  const byName = groupBy(ambiguous, ({ alias, candidates }) => [alias, ...candidates].join('\n'));
  return [...byName].map(([key, places]) => {
    const { span, text, candidates } = places[0]!;
    return {
      kind: 'ambiguous',
      id: `ambiguous/${source}/${key}`,
      source,
      file: source,
      span,
      name: inOneLine(text),
      detail: candidates.map((id) => entityName(model, id)).join(' or '),
      places: places.length,
      needsDecision: true,
      candidates,
    };
  });
}

function unlinkedNames(model: CaseModel, source: string, names: readonly UnlinkedName[]): OpenWorkItem[] {
  const nth = numberedIds();
  return names.map(({ span, text, type, places, similar }) => ({
    kind: 'unlinked',
    id: nth(`unlinked/${source}/${inOneLine(text)}`),
    source,
    file: source,
    span,
    name: inOneLine(text),
    detail: similar ? `${entityName(model, similar.entity)}?` : type === 'other' ? '' : type,
    places: places.length,
    needsDecision: false,
    candidates: similar ? [similar.entity] : [],
  }));
}

function suggestedItems(model: CaseModel, source: string): OpenWorkItem[] {
  const nth = numberedIds();
  return suggestions(model, source).map(({ claim, span, key }) => ({
    kind: 'suggestion',
    id: nth(`suggestion/${source}/${key}`),
    source,
    file: source,
    span,
    name: `${entityName(model, claim.subject)}, ${claimLabel(model, claim)}`,
    detail: claimValue(model, claim),
    places: 1,
    needsDecision: false,
    suggestion: key,
  }));
}

/** Makes ids that would be the same differ. */
function numberedIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return count === 0 ? id : `${id}/${count}`;
  };
}

function inOneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}
