import { findBoilerplate } from '../../src/core/recognition/boilerplate';
import { languageOf } from '../../src/core/recognition/languages/index';
import { createRecogniser } from '../../src/core/recognition/recogniseValues';
import { splitSentences } from '../../src/core/recognition/sentences';
import { createText } from '../../src/core/text/text';
import { exponentOf, processorTime, sumOfUnits, target } from './measure';
import type { BenchmarkReport, BenchmarkResult } from './measure';

/** Text made to be hard to read, of any size. */
interface WorstCase {
  readonly name: string;
  /** Text of `length` UTF-16 units. */
  readonly text: (length: number) => string;
}

const months = 'January February March April May June July August September October November December Jan Feb Sept Oct'.split(' ');
const numberWords = 'one two twenty thirty hundred thousand million billion half third dozen and a couple'.split(' ');
const dateWords = 'the last first next previous this year month week ago later before after since until between from to of by early mid'.split(' ');

/** What leads a pattern on for long and then disappoints it, as one endless sentence, and the worst of each in sentences and lines. */
const worstCases: readonly WorstCase[] = [
  repeated('digits', '1234567890'),
  repeated('digits and commas', '1,234,'),
  repeated('digits and spaces', '123 '),
  repeated('digits and points', '12.05.'),
  repeated('digits and slashes', '05/08/'),
  repeated('commas', ','),
  repeated('spaces', ' '),
  repeated('no-break spaces', '\u00a0'),
  repeated('line breaks', '\n'),
  repeated('spaces and line breaks', '   \n'),
  repeated('full stops', '.'),
  repeated('full stops and spaces', '. '),
  repeated('initials', 'A. '),
  repeated('inner full stops', 'a.'),
  repeated('brackets', '('),
  repeated('brackets and numbers', '(1 ['),
  repeated('quotes', '"'),
  repeated('full stops and quotes', '.”’'),
  repeated('apostrophes', "'"),
  repeated('letters and apostrophes', "a'"),
  repeated('dashes', '–'),
  repeated('numbers and dashes', '1990–'),
  repeated('letters', 'a'),
  repeated('capitals', 'A'),
  repeated('words in capitals', 'Aa Bb '),
  repeated('joined words', 'imagesSix'),
  repeated('percent and currency', '$5%'),
  repeated('nested ranges', 'between 1 and from 2 to '),
  repeated('nested dates', 'six weeks after the third anniversary of '),
  repeated('changes', 'rose almost fourfold from 51 to 192 of '),
  repeated('changes without an end', 'rose from '),
  repeated('bounds', 'at least more than almost '),
  repeated('parts', 'two thirds of '),
  repeated('ordinals', 'first second third '),
  repeated('accents', 'e\u0301'),
  repeated('halves of pairs', '\ud83d'),
  drawn('month names', months, ' '),
  drawn('number words', numberWords, ' '),
  drawn('number words with hyphens', numberWords, '-'),
  drawn('date words', dateWords, ' '),
  drawn('all together', [...months, ...numberWords, ...dateWords, '12', '1990', '1,5', ',', '(', '“', '–', '$', '%'], ' '),
  drawn('all together, in sentences', [...months, ...numberWords, ...dateWords, '12', '1990', '1,5', 'met.', 'Mr.', 'held on'], ' '),
  drawn('all together, in lines', [...months, ...numberWords, ...dateWords, '12', '1990', 'subscribe', 'comment', 'share'], '\n'),
];

function repeated(name: string, piece: string): WorstCase {
  return { name, text: (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length) };
}

/** Words in an order that does not come again soon, the same in every run. */
function drawn(name: string, words: readonly string[], separator: string): WorstCase {
  return {
    name,
    text: (length) => {
      const parts: string[] = [];
      let units = 0;
      for (let state = 1; units < length; ) {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
        const word = words[(state >>> 8) % words.length] as string;
        parts.push(word);
        units += word.length + separator.length;
      }
      return parts.join(separator).slice(0, length);
    },
  };
}

const megabyte = 1_000_000;
const sizes = [1, 2, 5].map((count) => count * megabyte);
/** A quadratic part would come to 2; a busy machine and the collection of garbage add up to some 0.2 to 1. */
const linear = 1.3;

interface Task {
  readonly name: string;
  readonly run: (content: string) => number;
  /** Of which the best counts: what is worst by far takes long. */
  readonly rounds: number;
}

const tasks: readonly Task[] = [
  { name: 'floor', run: sumOfUnits, rounds: 9 },
  { name: 'sentences', run: (content) => splitSentences(content, languageOf('en', content)).length, rounds: 9 },
  { name: 'boilerplate', run: (content) => findBoilerplate(content).length, rounds: 9 },
  { name: 'values', run: valuesIn, rounds: 2 },
];

/**
 * Sentences, boilerplate and values of 1, 2 and 5 MB of text made to be hard, all worst cases in equal parts, and the exponent of time
 * over size; then values of each worst case by itself, so that one that is not linear cannot hide among the others.
 */
export function benchWorstCases(): BenchmarkReport {
  const texts = sizes.map((size) => worstCases.map(({ text }) => text(size / worstCases.length)).join('\n\n'));
  const results: BenchmarkResult[] = [];
  const notes: string[] = [];
  let floor = 0;
  for (const { name, run, rounds } of tasks) {
    run(texts[0] as string);
    const times = texts.map((text) => leastTime(() => run(text), rounds));
    const time = times.at(-1) as number;
    if (name === 'floor') floor = time;
    const exponent = exponentOf(sizes.map((size, i) => ({ size, time: times[i] as number })));
    const size = '5 MB of worst cases';
    results.push({ name, size, value: 5 / (time / 1000), unit: 'MB/s', ...(name === 'floor' ? {} : { ratioToFloor: time / floor, exponent }) });
    if (name !== 'floor') notes.push(target(`${name}, ${size}`, 'time by size to the power of at most', linear, 'from 1 to 5 MB', exponent, exponent <= linear));
  }
  const steepest = worstCases.map(growth).sort((a, b) => b.exponent - a.exponent).slice(0, 3);
  notes.push(`The worst cases whose time grows most: ${steepest.map(({ name, exponent }) => `${name} ${exponent.toFixed(2)}`).join(', ')}.`);
  return { results, notes, failures: [] };
}

function leastTime(run: () => number, rounds: number): number {
  return Math.min(...Array.from({ length: rounds }, () => processorTime(run)));
}

function valuesIn(content: string): number {
  return createRecogniser().recognise(createText(content), { published: '2015-02-27', language: 'en', hemisphere: 'north' }).values.length;
}

/** The exponent of one worst case, over sizes that all of them have in 1 and 5 MB. */
function growth({ name, text }: WorstCase): { readonly name: string; readonly exponent: number } {
  const points = [sizes[0] as number, sizes.at(-1) as number].map((whole) => {
    const content = text(whole / worstCases.length);
    return { size: content.length, time: leastTime(() => valuesIn(content), 3) };
  });
  return { name, exponent: points[1]!.time < 20 ? 0 : exponentOf(points) };
}
