import type { Text } from '../text/text';

/** A text made ready for anchors; see `createAnchorIndex`. */
export interface AnchorIndex {
  readonly text: Text;
}

/** Folds `text` once, so that any number of selectors can be resolved in it. Linear; keep it as long as the text. */
export function createAnchorIndex(text: Text): AnchorIndex {
  return { text };
}
