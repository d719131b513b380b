import type { ValueKind } from '../registry/registry';
import { describeValue } from './describe';
import { describeEdtf } from './describeEdtf';
import { parseEdtf } from './edtf';
import { parseQuantity } from './quantity';

/** A way to write a value: an example of it, what that means, and the same as a snippet (VS Code's) whose gaps a person fills. */
export interface ValueShape {
  readonly example: string;
  readonly words: string;
  readonly snippet: string;
}

/** Where a date that is being typed has no part yet. */
const standing = { month: '10', day: '24' };

/**
 * Shapes of EDTF that go on with what was typed (`2014-1`), or with `year` where nothing was; intervals first for a `period`. Words find
 * them too: `spring`, `around`.
 */
export function timeShapes(typed: string, kind: 'date' | 'period', year: string): readonly ValueShape[] {
  const [, typedYear, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?/.exec(typed) ?? [];
  const y = typedYear ?? year;
  const parts = { y: gap(typedYear, 1, year), m: gap(month, 2, standing.month), d: gap(day, 3, standing.day) };
  const start = day ? `${y}-${month}-${day}` : month ? `${y}-${month}` : y;
  const startSnippet = day ? `${parts.y}-${parts.m}-${parts.d}` : month ? `${parts.y}-${parts.m}` : parts.y;
  const next = String(Number(y) + 2).padStart(4, '0');
  const points: (readonly [example: string, snippet: string])[] = [
    [start, startSnippet],
    ...(month ? [] : [[`${y}-${standing.month}`, `${parts.y}-${parts.m}`] as const]),
    ...(day ? [] : [[`${y}-${month ?? standing.month}-${standing.day}`, `${parts.y}-${parts.m}-${parts.d}`] as const]),
    [`${start}~`, `${startSnippet}~`],
    [`${start}?`, `${startSnippet}?`],
    ...(month ? [] : ['21', '22', '23', '24'].map((season) => [`${y}-${season}`, `${parts.y}-${season}`] as const)),
    ...(month ? [] : [[`${y.slice(0, 3)}X`, typedYear ? `${y.slice(0, 3)}X` : `\${1:${y.slice(0, 3)}}X`] as const]),
  ];
  const intervals: (readonly [example: string, snippet: string])[] = [
    [`${start}/${next}`, `${startSnippet}/\${4:${next}}`],
    [`${start}/..`, `${startSnippet}/..`],
    [`../${start}`, `../${startSnippet}`],
  ];
  const shapes = kind === 'period' ? [...intervals, ...points] : [...points, ...intervals];
  const wanted = typedYear ? '' : typed.trim().toLowerCase();
  return shapes
    .filter(([example]) => parseEdtf(example) !== null)
    .map(([example, snippet]) => ({ example, words: describeEdtf(example), snippet }))
    .filter(({ example, words }) => `${example} ${words}`.toLowerCase().includes(wanted));
}

/** What was typed, or a gap of a snippet that shows an example. */
function gap(part: string | undefined, stop: number, example: string): string {
  return part ?? `\${${stop}:${example}}`;
}

const quantityForms: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['almost ', ''],
  ['around ', ''],
  ['more than ', ''],
  ['at least ', ''],
  ['up to ', ''],
  ['less than ', ''],
  ['', ' of '],
  ['from ', ' to '],
];

/** Shapes of a quantity in `unit` (null: its values name theirs) with the number that was typed; by its words where those were typed. */
export function quantityShapes(typed: string, unit: string | null): readonly ValueShape[] {
  const [number] = /\d[\d.,]*(?:e\d+)?/.exec(typed) ?? [];
  const wanted = typed.replace(/\d.*$/s, '').trim().toLowerCase();
  const amount = number ?? '200';
  const second = String(2 * Number(amount.replaceAll(',', '')) || 400);
  const named = unit === null ? ' ${3:USD}' : '';
  return quantityForms.flatMap(([before, after]): ValueShape[] => {
    if (!before.startsWith(wanted)) return [];
    const example = `${before}${amount}${after}${after === '' ? '' : second}${unit === null ? ' USD' : ''}`;
    const value = parseQuantity(example, unit);
    if ('error' in value) return [];
    return [{ example, words: describeValue(value), snippet: `${before}${gap(number, 1, amount)}${after}${after === '' ? '' : `\${2:${second}}`}${named}` }];
  });
}

/** Values of every property, and what they mean (DESIGN §1). */
export const specialWords: ReadonlyMap<string, string> = new Map([
  ['unknown', 'The source says that it is not known.'],
  ['none', 'The source says that there is none.'],
]);

/** What may be written where the property's type allows only so much. */
export const booleanWords: readonly string[] = ['true', 'false'];

/** Whether values of the type are times. */
export function isTime(kind: ValueKind): kind is 'date' | 'period' {
  return kind === 'date' || kind === 'period';
}
