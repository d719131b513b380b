import { findDates } from '../../../src/core/recognition/dates';
import { languageOf } from '../../../src/core/recognition/languages/index';
import { resolveDates } from '../../../src/core/recognition/resolveDates';
import type { ResolvedDate } from '../../../src/core/recognition/resolveDates';
import { splitSentences } from '../../../src/core/recognition/sentences';
import { tokenise } from '../../../src/core/recognition/tokens';

export interface ReadDate extends ResolvedDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'date' | 'period';
}

/** The dates of a text, resolved, with offsets into it. */
export function readDates(
  content: string,
  published: string | null,
  tag: string | null = 'en',
  hemisphere: 'north' | 'south' = 'north',
): readonly ReadDate[] {
  const language = languageOf(tag, content);
  const placed = splitSentences(content, language).flatMap((span, sentence) =>
    findDates(tokenise(content.slice(span.start, span.end)), language).map((expression) => ({
      expression,
      sentence,
      start: span.start + expression.start,
      end: span.start + expression.end,
    })),
  );
  const results = resolveDates(placed, { published, hemisphere }, language);
  return placed.flatMap(({ expression, start, end }, index) => {
    const result = results[index];
    return result ? [{ ...result, start, end, text: content.slice(start, end), kind: expression.kind }] : [];
  });
}
