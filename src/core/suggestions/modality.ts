import type { Modality, Polarity } from '../claims/claim';
import type { Span } from '../text/text';
import type { Unit } from './readArticle';
import type { UnitRange } from './syntax';
import { phraseAt } from './syntax';
import type { SuggestionWords } from './words';

/** How a sentence tells something: the words that say so, where there are any. */
export interface Manner {
  readonly modality: Modality;
  readonly modalityAt: Span | null;
  readonly polarity: Polarity;
  readonly polarityAt: Span | null;
}

/** How the units of `range` tell what they tell; null where it is too doubtful to be suggested. */
export function mannerOf(units: readonly Unit[], range: UnitRange, lexicon: SuggestionWords): Manner | null {
  if (units.slice(0, range.from).some(({ kind, lower }) => kind === 'word' && lexicon.uncertain.has(lower))) return null;
  let modality: Modality = 'asserted';
  let modalityAt: Span | null = null;
  let polarityAt: Span | null = null;
  for (let at = range.from; at < range.to; at++) {
    const unit = units[at]!;
    if (unit.kind !== 'word') continue;
    if (lexicon.doubts.has(unit.lower) || unit.lower === '?') return null;
    if (lexicon.negations.has(unit.lower) || /n['’]t$/.test(unit.lower)) {
      if (polarityAt) return null;
      polarityAt = { start: unit.start, end: unit.end };
    }
    const planned = phraseAt(units, at, lexicon.plans);
    const possible = planned ? undefined : phraseAt(units, at, lexicon.possibilities);
    const words = planned ?? possible;
    if (!words || modality === 'possible') continue;
    modality = planned ? 'planned' : 'possible';
    modalityAt = { start: unit.start, end: units[at + words.length - 1]!.end };
  }
  return { modality, modalityAt, polarity: polarityAt ? 'negative' : 'positive', polarityAt };
}
