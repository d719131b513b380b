import type { Problem, QuoteSelector } from '../case/entries';
import type { Span } from '../text/text';
import type { Anchor, AnchorChoice } from './anchor';
import type { AnchorIndex } from './anchorIndex';
import { foldQuote } from './anchorIndex';
import { mostChoices, selectorFor } from './resolveAnchor';

/** What an anchor problem is told of. `span`: the quote's in its annotation file; `every`: whether `every: true` would be a way out. */
export interface AnchoredQuote {
  readonly selector: QuoteSelector;
  readonly span: Span;
  readonly source: string;
  readonly every: boolean;
}

/** A place that a quick fix offers, in `data.choices` as a JSON array, best first. `selector` resolves to it exactly. */
export interface OfferedPlace {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly selector: QuoteSelector;
}

/**
 * What is wrong with an anchor, in words a person can act on; null when it is exact. `data`: `source`, `choices` (`OfferedPlace`s
 * as JSON, at most five), `every` (`true` where that is a way out).
 */
export function anchorProblem(index: AnchorIndex, anchor: Anchor, quoted: AnchoredQuote): Problem | null {
  if (anchor.state === 'exact') return null;
  const { span, source } = quoted;
  const choices = anchor.state === 'fuzzy' ? [{ span: anchor.span, score: anchor.score }] : anchor.choices;
  const offered = choices.slice(0, mostOffered).map((choice): OfferedPlace => ({
    start: choice.span.start,
    end: choice.span.end,
    score: choice.score,
    selector: selectorFor(index, choice.span),
  }));
  return {
    code: { fuzzy: 'anchor/moved', ambiguous: 'anchor/ambiguous', lost: 'anchor/lost' }[anchor.state],
    span,
    message: describe(index, anchor, quoted, choices),
    data: {
      source,
      choices: JSON.stringify(offered),
      ...(quoted.every && anchor.state === 'ambiguous' && { every: 'true' }),
    },
  };
}

const mostOffered = 5;
const longestShown = 60;

function describe(index: AnchorIndex, anchor: Anchor, quoted: AnchoredQuote, choices: readonly AnchorChoice[]): string {
  const { selector, source } = quoted;
  const quote = shown(selector.quote);
  const [nearest] = choices;
  if (!nearest) return `The quote ${quote} is not in ${source}`;
  const passage = shown(textOf(index, nearest));
  const isQuote = hasQuote(index, nearest, selector);
  if (anchor.state === 'fuzzy') {
    return isQuote
      ? `The words around the quote ${quote} have changed in ${source} — update its prefix or suffix`
      : `The quote ${quote} now reads ${passage} (${percent(nearest)}) in ${source} — update the quote`;
  }
  const context = contextOf(selector);
  if (anchor.state === 'lost') {
    return isQuote
      ? `The quote ${quote} is in ${source}, but not with this ${context} — correct the ${context} or remove it`
      : `The quote ${quote} is not in ${source}; the nearest passage is ${passage} (${percent(nearest)})`;
  }
  const quotes = choices.filter((choice) => hasQuote(index, choice, selector)).length;
  if (quotes < 2) {
    const [, second] = choices;
    const other = second ? ` and ${shown(textOf(index, second))} (${percent(second)})` : '';
    return `The quote ${quote} is not in ${source} word for word; near are ${passage} (${percent(nearest)})${other}`;
  }
  const times = `${quotes}${quotes >= mostChoices ? ' times or more' : ' times'}`;
  if (context === '') {
    return `The quote ${quote} occurs ${times} in ${source} — add a prefix or suffix${quoted.every ? ', or every: true' : ''}`;
  }
  return choices.every((choice) => choice.score === 1)
    ? `The quote ${quote} occurs ${times} with this ${context} in ${source} — lengthen the ${context}`
    : `The quote ${quote} occurs ${times} in ${source}, but never with this ${context} — correct the ${context}`;
}

function contextOf({ prefix, suffix }: QuoteSelector): string {
  return [prefix?.trim() && 'prefix', suffix?.trim() && 'suffix'].filter(Boolean).join(' and ');
}

function hasQuote(index: AnchorIndex, choice: AnchorChoice, selector: QuoteSelector): boolean {
  return foldQuote(textOf(index, choice)).trim() === foldQuote(selector.quote).trim();
}

function textOf(index: AnchorIndex, { span }: AnchorChoice): string {
  return index.text.content.slice(span.start, span.end);
}

function percent({ score }: AnchorChoice): string {
  return `${Math.floor(score * 100)} %`;
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longestShown) return `“${line}”`;
  const cut = line.lastIndexOf(' ', longestShown);
  return `“${line.slice(0, cut > longestShown / 2 ? cut : longestShown).replace(/[\ud800-\udbff]$/, '')}…”`;
}
