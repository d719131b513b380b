import { memoizeByObject, memoizeRecent } from '../memo';
import { contains, overlaps } from '../text/text';
import type { Span, Text } from '../text/text';
import type { DateValue, PeriodValue, QuantityValue } from '../values/value';
import { findBoilerplate } from './boilerplate';
import { findDates } from './dates';
import type { DateExpression } from './dates';
import { languageOf } from './languages/index';
import type { Language } from './languages/language';
import { findQuantities } from './quantities';
import type { QuantityExpression } from './quantities';
import { resolveDates } from './resolveDates';
import type { ArticleFacts, PlacedDate, ResolvedDate } from './resolveDates';
import { splitSentences } from './sentences';
import { tokenise } from './tokens';
import type { Token } from './tokens';

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
  /** How the value was computed; null when it stands in the text. */
  readonly derivation: string | null;
  /** Whether it has no value because the article's date is needed and unknown. */
  readonly needsDate: boolean;
  readonly sentence: Span;
}

/** An article taken apart. All in the order of the text. */
export interface ArticleReading {
  /** Without those of the boilerplate. */
  readonly sentences: readonly Span[];
  /** Site chrome, comment boxes, pleas: they take no part in anything. */
  readonly boilerplate: readonly Span[];
  readonly values: readonly RecognisedValue[];
}

export interface Recogniser {
  /** The sentences, dates, periods and quantities of an article; dates win where they overlap quantities. */
  readonly recognise: (text: Text, article: RecognisedArticle) => ArticleReading;
}

/** What a sentence says by itself; offsets relative to it. */
interface SentenceReading {
  readonly dates: readonly DateExpression[];
  readonly quantities: readonly QuantityExpression[];
}

interface PlacedSentence extends SentenceReading {
  readonly span: Span;
}

/** Sentences of a language; an article of 20 kB has some 150. */
const kept = 20_000;

/**
 * A recogniser that keeps what it read from each sentence, so that an edit costs only the sentences it touched. `tokensOf` is `tokenise`, which
 * the caller may keep the results of.
 */
export function createRecogniser(tokensOf: typeof tokenise = tokenise): Recogniser {
  const readerOf = memoizeByObject((language: Language) => memoizeRecent((sentence) => readSentence(tokensOf(sentence), language), kept));
  return {
    recognise({ content }, article) {
      const language = languageOf(article.language, content);
      const boilerplate = findBoilerplate(content);
      const sentences = withoutOverlaps(splitSentences(content, language), boilerplate, overlaps);
      const read = readerOf(language);
      const readings = sentences.map((span): PlacedSentence => {
        const { dates, quantities } = read(textAt(content, span));
        return { span, dates, quantities };
      });
      return { sentences, boilerplate, values: valuesOf(content, readings, article, language) };
    },
  };
}

function readSentence(tokens: readonly Token[], language: Language): SentenceReading {
  const quantities = findQuantities(tokens, language);
  const rates = quantities.filter(({ value }) => value.per !== undefined);
  const dates = withoutOverlaps(findDates(tokens, language), rates, contains);
  return { dates, quantities: withoutOverlaps(quantities, dates, overlaps) };
}

/** Those of `spans` that none of `others` meets, both in order. `3,000 calories a day` contains no date. Linear. */
function withoutOverlaps<Each extends Span>(
  spans: readonly Each[],
  others: readonly Span[],
  meets: (other: Span, span: Span) => boolean,
): readonly Each[] {
  let at = 0;
  return spans.filter((span) => {
    while ((others[at]?.end ?? Infinity) <= span.start) at++;
    const other = others[at];
    return !other || !meets(other, span);
  });
}

function valuesOf(
  content: string,
  sentences: readonly PlacedSentence[],
  article: RecognisedArticle,
  language: Language,
): readonly RecognisedValue[] {
  const expressions: readonly PlacedDate[] = sentences.flatMap(({ dates }, sentence) => dates.map((expression) => ({ expression, sentence })));
  const resolved = resolveDates(expressions, article, language);
  const values: RecognisedValue[] = [];
  let next = 0;
  for (const { span, dates, quantities } of sentences) {
    for (const date of dates) values.push(dateAt(content, span, date, resolved[next++]));
    for (const quantity of quantities) values.push(quantityAt(content, span, quantity));
  }
  return values.sort((a, b) => a.span.start - b.span.start);
}

function dateAt(content: string, sentence: Span, date: DateExpression, resolved: ResolvedDate | undefined): RecognisedValue {
  const span = placed(sentence, date);
  const value = resolved?.value ?? null;
  return {
    span,
    text: textAt(content, span),
    kind: value?.kind ?? date.kind,
    value,
    derivation: resolved?.derivation ?? null,
    needsDate: resolved?.needsDate ?? false,
    sentence,
  };
}

function quantityAt(content: string, sentence: Span, quantity: QuantityExpression): RecognisedValue {
  const span = placed(sentence, quantity);
  return { span, text: textAt(content, span), kind: 'quantity', value: quantity.value, derivation: null, needsDate: false, sentence };
}

function placed(sentence: Span, { start, end }: Span): Span {
  return { start: sentence.start + start, end: sentence.start + end };
}

function textAt(content: string, { start, end }: Span): string {
  return content.slice(start, end);
}
