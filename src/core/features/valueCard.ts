import type { CaseModel } from '../caseModel';
import type { RecognisedValue } from '../recognition/recogniseValues';
import { describeValue } from '../values/describe';

/** What a hover says of a date or number that was recognised in an article. */
export interface ValueCard {
  readonly recognised: RecognisedValue;
  /** The value in words; null when it cannot be known. */
  readonly words: string | null;
  /** How it was computed, or why it has no value; null when it stands in the text. */
  readonly derivation: string | null;
}

/** The card of the value at an offset of `source`; undefined where none is. */
export function valueCardAt(model: CaseModel, source: string, offset: number): ValueCard | undefined {
  const recognised = model.reading(source).values.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!recognised) return undefined;
  const { value, derivation, needsDate } = recognised;
  return {
    recognised,
    words: value && describeValue(value),
    derivation: needsDate ? `Needs the article’s date: set “published” for ${source} in corroborate.yaml.` : derivation,
  };
}
