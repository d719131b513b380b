import type { Span } from '../text/text';
import { overlaps } from '../text/text';
import { createToken, readToken } from '../text/words';
import type { AgreementDifference, AgreementFigures, Mark } from './agreement';
import type { Contingency } from './figures';
import { createContingency, kappaOf, matchOf } from './figures';
import { joined, meetsAny } from './marks';

/** The label of words and places without a mark; no entity's id, which begin with a letter. */
const noEntity = '-';

/** Words are counted, not compared: longer ones need not be folded. */
const longestWord = 1000;

export interface ComparedMarks {
  readonly figures: AgreementFigures['mentions'];
  readonly differences: readonly AgreementDifference[];
  readonly words: Contingency;
  readonly entities: Contingency;
}

/** Compares what two annotators marked in one article; marks are sorted and apart. Near-linear. */
export function compareMarks(source: string, content: string, a: readonly Mark[], b: readonly Mark[]): ComparedMarks {
  const entities = createContingency();
  const inB = new Map(b.map((mark) => [placeOf(mark), mark]));
  for (const mark of a) {
    const other = inB.get(placeOf(mark));
    if (other) entities.add(mark.entity, other.entity, 1);
  }
  const words = wordTable(content, a, b);
  return {
    figures: {
      strict: { span: matchBy(a, b, placeOf), entity: matchBy(a, b, labelOf) },
      overlapping: { span: matchOverlapping(a, b, () => ''), entity: matchOverlapping(a, b, ({ entity }) => entity) },
      wordKappa: kappaOf([words]),
      entityKappa: kappaOf([entities]),
    },
    differences: differencesOf(source, a, b),
    words,
    entities,
  };
}

function placeOf({ span }: Mark): string {
  return `${span.start}-${span.end}`;
}

function labelOf(mark: Mark): string {
  return `${placeOf(mark)} ${mark.entity}`;
}

function matchBy(a: readonly Mark[], b: readonly Mark[], keyOf: (mark: Mark) => string) {
  const keys = new Set(b.map(keyOf));
  const matched = a.filter((mark) => keys.has(keyOf(mark))).length;
  return matchOf(a.length, b.length, matched, matched);
}

function matchOverlapping(a: readonly Mark[], b: readonly Mark[], labelOf: (mark: Mark) => string) {
  const spansOf = (marks: readonly Mark[]) => {
    const byLabel = new Map<string, Span[]>();
    for (const mark of marks) {
      const held = byLabel.get(labelOf(mark));
      if (held) held.push(mark.span);
      else byLabel.set(labelOf(mark), [mark.span]);
    }
    return byLabel;
  };
  const metBy = (marks: readonly Mark[], others: ReadonlyMap<string, readonly Span[]>) =>
    marks.filter((mark) => meetsAny(others.get(labelOf(mark)) ?? [], mark.span)).length;
  return matchOf(a.length, b.length, metBy(a, spansOf(b)), metBy(b, spansOf(a)));
}

function wordTable(content: string, a: readonly Mark[], b: readonly Mark[]): Contingency {
  const table = createContingency();
  const token = createToken();
  const labels = [labelReader(a), labelReader(b)] as const;
  for (readToken(content, 0, longestWord, token); token.kind !== 'end'; readToken(content, token.end, longestWord, token)) {
    if (token.kind === 'word') table.add(labels[0](token.start, token.end), labels[1](token.start, token.end), 1);
  }
  return table;
}

/** The label of one word after another. */
function labelReader(marks: readonly Mark[]): (start: number, end: number) => string {
  let next = 0;
  return (start, end) => {
    while (next < marks.length && marks[next]!.span.end <= start) next++;
    const mark = marks[next];
    return mark && mark.span.start < end ? mark.entity : noEntity;
  };
}

function differencesOf(source: string, a: readonly Mark[], b: readonly Mark[]): AgreementDifference[] {
  const [labelsA, labelsB] = [new Set(a.map(labelOf)), new Set(b.map(labelOf))];
  const alone = { a: a.filter((mark) => !labelsB.has(labelOf(mark))), b: b.filter((mark) => !labelsA.has(labelOf(mark))) };
  const places = joined([...alone.a, ...alone.b].map(({ span }) => span));
  const [withinA, withinB] = [placeReader(alone.a), placeReader(alone.b)];
  return places.map((span) => {
    const [ofA, ofB] = [withinA(span), withinB(span)];
    return { what: 'mention', kind: kindOf(ofA, ofB), source, span, a: ofA, b: ofB };
  });
}

/** The marks of one place after another. */
function placeReader(marks: readonly Mark[]): (place: Span) => Mark[] {
  let next = 0;
  return (place) => {
    const found: Mark[] = [];
    while (next < marks.length && overlaps(marks[next]!.span, place)) found.push(marks[next++]!);
    return found;
  };
}

function kindOf(a: readonly Mark[], b: readonly Mark[]): 'only-a' | 'only-b' | 'entity' | 'extent' {
  if (b.length === 0) return 'only-a';
  if (a.length === 0) return 'only-b';
  const entities = new Set([...a, ...b].map(({ entity }) => entity));
  return entities.size === 1 ? 'extent' : 'entity';
}
