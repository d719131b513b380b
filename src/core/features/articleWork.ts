import type { CaseModel } from '../caseModel';
import type { Claim } from '../claims/claim';
import { discrepancyFindings } from '../diagnostics/discrepancies';
import { groupBy } from '../groupBy';
import type { Span } from '../text/text';
import { contains } from '../text/text';
import { claimLabel, claimValue, entityName, placeOfClaim } from './claimText';

/** What is left to do in an article. */
export type ArticleWorkKind = 'suggestion' | 'unlinked' | 'ambiguous' | 'discrepancy';

/** A place where something is left to do. */
export interface ArticleWork {
  readonly span: Span;
  /** The same for the same work, and other for other work of its kind in the article. */
  readonly key: string;
  /** Of a discrepancy: the key of its group. */
  readonly group?: string;
}

/** A suggested claim at its place. */
export interface Suggestion extends ArticleWork {
  readonly claim: Claim;
}

/** What is left of a kind in an article, in the order of the text; a name once, at its first place. */
export function articleWork(model: CaseModel, source: string, kind: ArticleWorkKind): readonly ArticleWork[] {
  switch (kind) {
    case 'suggestion':
      return suggestions(model, source);
    case 'unlinked':
      return model.unlinkedNames(source).map(({ span, text }) => ({ span, key: text })).sort(inOrder);
    case 'ambiguous': {
      const ambiguous = model.mentions(source).mentions.filter(({ entity }) => entity === null);
      const byName = groupBy(ambiguous, ({ alias, candidates }) => [alias, ...candidates].join('\n'));
      return [...byName].map(([key, [first]]) => ({ span: first!.span, key })).sort(inOrder);
    }
    case 'discrepancy':
      return discrepancyFindings(model, source).map(({ span, message, data }) => ({ span, key: message, group: data?.['group'] })).sort(inOrder);
  }
}

/** What work of an article is about: in a few words, and as a sentence for whoever does not see it. */
export function workWords(model: CaseModel, source: string, kind: ArticleWorkKind, work: ArticleWork): { readonly short: string; readonly full: string } {
  switch (kind) {
    case 'suggestion': {
      const found = suggestions(model, source).find(({ key, span }) => key === work.key && span.start === work.span.start);
      return same(found ? suggestionWords(model, found.claim) : '');
    }
    case 'unlinked':
      return same(`“${oneLine(work.key)}”`);
    case 'ambiguous': {
      const rivals = model.mentions(source).mentions.find(({ span }) => span.start === work.span.start)?.candidates ?? [];
      const words = oneLine(model.text(source)?.content.slice(work.span.start, work.span.end) ?? '');
      return same(`“${words}”: ${rivals.map((id) => `${entityName(model, id)} (${model.entity(id)?.type ?? id})`).join(' or ')}`);
    }
    case 'discrepancy': {
      const claim = model.groups().find(({ key }) => key === work.group)?.claims[0];
      return { short: claim ? `${claimLabel(model, claim)}, ${entityName(model, claim.subject)}` : work.key, full: work.key };
    }
  }
}

function same(words: string): { readonly short: string; readonly full: string } {
  return { short: words, full: words };
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** Suggested claims of an article, in the order of the text. */
export function suggestions(model: CaseModel, source: string): readonly Suggestion[] {
  return model
    .suggestedClaims(source)
    .map((claim) => {
      const { entry } = claim;
      const value = 'text' in entry.value ? entry.value.text : entry.value.map(({ text }) => text).join(' ');
      const key = [claim.subject, claim.property, value, entry.speaker?.text ?? ''].join('|');
      return { claim, span: placeOfClaim(claim).span, key };
    })
    .sort(inOrder);
}

/** The suggestions whose passages hold a span, the shortest passage first. */
export function suggestionsAt(model: CaseModel, source: string, span: Span): readonly Suggestion[] {
  return suggestions(model, source)
    .filter((suggestion) => contains(suggestion.span, span))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}

/** What would be recorded, in a line: `Kazakhstan · capital: Astana (Marat Tazhin)`. */
export function suggestionWords(model: CaseModel, claim: Claim): string {
  const said = `${entityName(model, claim.subject)} · ${claimLabel(model, claim)}: ${claimValue(model, claim)}`;
  return claim.speaker === null ? said : `${said} (${entityName(model, claim.speaker)})`;
}

/**
 * The next work behind `from` (or, with -1, the one before), around the end of the list; undefined when the list is empty. `from` is
 * work of the same list, which may be gone from it meanwhile, or a selection.
 */
export function nextWork<Work extends ArticleWork>(list: readonly Work[], from: Span | ArticleWork, direction: 1 | -1): Work | undefined {
  const here = 'span' in from ? from : { span: from, key: direction === 1 ? '\uffff' : '' };
  const isBeyond = (work: Work) => inOrder(work, here) * direction > 0;
  return direction === 1 ? (list.find(isBeyond) ?? list[0]) : (list.findLast(isBeyond) ?? list.at(-1));
}

function inOrder(a: ArticleWork, b: ArticleWork): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}
