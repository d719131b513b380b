import type { CaseModel } from '../core/caseModel';
import { articlesForPassages } from '../core/passages/caseArticles';
import type { ComparedValue, Passage, PassagePair, ValuesSideBySide } from '../core/passages/passage';
import { rankPassages } from '../core/passages/rankPassages';
import { describeValue, relationWords, valueJson } from '../core/values/describe';
import type { Command, OptionValues } from './command';
import { chosenSources, WrongUse } from './command';
import { formatOption, oneLine, placeWords, sourceOption, writeJson } from './output';

const defaultLimit = 50;

/** `corroborate passages`: sentence pairs of different sources about the same thing, best first. */
export const passages: Command = {
  summary: 'sentences of different sources about the same thing, ranked',
  options: { format: formatOption, source: sourceOption, limit: { takes: 'N' } },
  run(read, options, terminal) {
    const { model } = read;
    const limit = limitOf(options);
    const sources = chosenSources(read, options, terminal.cwd);
    const pairs = rankPassages(articlesForPassages(model), { registry: model.registry(), limit, ...(sources ? { sources } : {}) });
    if (options['format'] === 'json') {
      writeJson((words) => terminal.out(words), { passages: pairs.map((pair) => pairJson(model, pair)) });
      return 0;
    }
    for (const pair of pairs) terminal.out(pairWords(model, pair));
    return 0;
  },
};

function limitOf({ limit }: OptionValues): number {
  if (limit === undefined) return defaultLimit;
  if (typeof limit !== 'string' || !/^\d+$/.test(limit)) throw new WrongUse('--limit takes a whole number; 0 is all');
  return Number(limit) === 0 ? Infinity : Number(limit);
}

function pairJson(model: CaseModel, { score, a, b, shared, values }: PassagePair) {
  return { score, a: passageJson(model, a), b: passageJson(model, b), shared, values: values.map(valuesJson) };
}

function passageJson(model: CaseModel, { source, span }: Passage) {
  return { source, start: span.start, end: span.end, text: textOf(model, { source, span }) };
}

function valuesJson({ kind, a, b, comparison }: ValuesSideBySide) {
  return { kind, a: valueJson(a.value), b: valueJson(b.value), relation: comparison.relation, aText: a.text, bText: b.text };
}

function textOf(model: CaseModel, { source, span }: Passage): string {
  return model.text(source)?.content.slice(span.start, span.end) ?? '';
}

function pairWords(model: CaseModel, { score, a, b, shared, values }: PassagePair): string {
  const lines = [a, b].map((passage) => `${placeWords(model, passage.source, passage.span)}  ${textOf(model, passage)}`);
  const about = [...shared.entities, ...shared.cues, ...shared.words.map((word) => `“${word}”`)].join(', ');
  if (about) lines.push(`both: ${about}`);
  for (const { kind, a, b, comparison } of values) lines.push(`${kind}: ${valueWords(a)} | ${valueWords(b)} (${relationWords(comparison.relation)})`);
  return `${lines.map((line, index) => `${index === 0 ? score.toFixed(2) : '    '}  ${oneLine(line)}\n`).join('')}\n`;
}

function valueWords({ text, value }: ComparedValue): string {
  const meaning = describeValue(value);
  return meaning === text ? text : `${text} = ${meaning}`;
}
