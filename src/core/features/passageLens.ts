import type { CaseModel } from '../caseModel';
import type { Span } from '../text/text';
import { positionAt } from '../text/text';
import type { Place } from './claimText';

/** A line of an article of which other sources have passages to compare. */
export interface PassageLens {
  /** The first such sentence of the line. */
  readonly span: Span;
  /** Passages of other sources, best first, each once. */
  readonly places: readonly Place[];
}

/** Pairs that lines are told of: the best ones, so that they stay few and worth a look. */
const toldPairs = 50;
/** Pairs of a lower score share less than one rare thing: a name that is everywhere in the case, or one that is only hinted at. */
const leastScore = 0.3;

/** The lines of `source` that stand among the best pairs of passages of the case, in order. */
export function passageLenses(model: CaseModel, source: string): readonly PassageLens[] {
  const text = model.text(source);
  if (!text) return [];
  const byLine = new Map<number, { span: Span; places: Map<string, Place> }>();
  for (const { a, b, score } of model.passages().slice(0, toldPairs)) {
    if (score < leastScore) break;
    const [own, other] = a.source === source ? [a, b] : [b, a];
    if (own.source !== source) continue;
    const { line } = positionAt(text, own.span.start);
    const held = byLine.get(line) ?? { span: own.span, places: new Map<string, Place>() };
    if (own.span.start < held.span.start) held.span = own.span;
    held.places.set(`${other.source} ${other.span.start}`, { file: other.source, span: other.span });
    byLine.set(line, held);
  }
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([, { span, places }]) => ({ span, places: [...places.values()] }));
}
