import type { Span } from '../text/text';

/** What a text quote selector came to in a text (DESIGN §2). Never a guess: two possible places are `ambiguous`. */
export type Anchor =
  | { readonly state: 'exact'; readonly span: Span }
  /** Found by similarity above the floor and clearly ahead of the runner-up. */
  | { readonly state: 'fuzzy'; readonly span: Span; readonly score: number }
  | { readonly state: 'ambiguous'; readonly choices: readonly AnchorChoice[] }
  | { readonly state: 'lost'; readonly choices: readonly AnchorChoice[] };

/** A candidate place, best first. `score` in [0, 1]. */
export interface AnchorChoice {
  readonly span: Span;
  readonly score: number;
}
