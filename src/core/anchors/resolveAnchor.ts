import type { QuoteSelector } from '../case/entries';
import type { Span, Text } from '../text/text';
import type { Anchor } from './anchor';
import type { AnchorIndex } from './anchorIndex';

/** The place of `selector` in the indexed text (DESIGN §2, docs/anchors.md). Build the index once a text: `createAnchorIndex`. */
export function resolveAnchor(index: AnchorIndex, selector: QuoteSelector): Anchor {
  void index;
  void selector;
  return { state: 'lost', choices: [] };
}

/** Every exact place of `selector` (its context, where given, holds at each), in the text's order. For `every: true`. */
export function findEvery(index: AnchorIndex, selector: QuoteSelector): Span[] {
  void index;
  void selector;
  return [];
}

/** A selector that resolves to `span` exactly: prefix and suffix only where the quote alone is not unique. */
export function selectorFor(index: AnchorIndex, span: Span): QuoteSelector {
  return { quote: (index.text satisfies Text).content.slice(span.start, span.end) };
}
