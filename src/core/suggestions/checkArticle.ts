import type { Claim } from '../claims/claim';
import { passageOf } from '../claims/claim';
import { groupClaims } from '../claims/groups';
import type { Finding } from '../diagnostics/diagnostic';
import type { RecognisedValue } from '../recognition/recogniseValues';
import type { Registry } from '../registry/registry';
import type { Span } from '../text/text';
import { overlaps } from '../text/text';
import { describeValue } from '../values/describe';
import { intersect } from '../values/interval';
import { singular } from '../values/nouns';
import { createQuantity } from '../values/quantity';
import { isMeasured } from '../values/units';
import type { QuantityValue } from '../values/value';
import type { SuggestibleArticle } from './readArticle';

/** A quantity at its place. */
interface Figure {
  readonly span: Span;
  readonly text: string;
  readonly value: QuantityValue;
  readonly sentence: Span;
}

const figureCode = 'article/figure';
/** Lists longer than this are told as `several`, and are no slip of counting. */
const mostListed = 20;
/** UTF-16 units; a longer list is cut off, and not counted. */
const longestList = 1000;

/**
 * What an article says against itself: a figure against its own parts (`four pillars` and three listed, `187 of 180`, a change and its
 * ends, a total and its parts), one counted thing with two numbers, and suggested claims of one thing that cannot both be true. Conflicts
 * among confirmed claims alone are told as discrepancies. Spans are the article's.
 */
export function checkArticle(article: SuggestibleArticle, claims: readonly Claim[], registry: Registry): Finding[] {
  const figures = article.values.flatMap(toFigure);
  const ofClaims = checkClaims(article, claims, registry);
  const ofCounts = checkCounts(article, figures).filter(({ span }) => !ofClaims.some((one) => overlaps(one.span, span)));
  return [
    ...figures.flatMap((figure) => [...checkList(article, figure), ...checkChange(figure)]),
    ...checkShares(article, figures),
    ...checkPercentages(article, figures),
    ...checkSums(article, figures),
    ...ofCounts,
    ...ofClaims,
  ].sort((a, b) => a.span.start - b.span.start);
}

function toFigure({ span, text, value, sentence }: RecognisedValue): Figure[] {
  return value?.kind === 'quantity' && !value.ordinal ? [{ span, text, value, sentence }] : [];
}

function finding(span: Span, message: string): Finding {
  return { code: figureCode, span, message };
}

function isPlainCount({ value }: Figure): boolean {
  return value.mode === 'exact' && value.of === null && value.from === undefined && value.per === undefined && Number.isInteger(value.number) && !isMeasured(value.unit);
}

/** `four pillars: food, water and energy`. */
function checkList({ source, text: { content } }: SuggestibleArticle, figure: Figure): Finding[] {
  const { number, unit } = figure.value;
  if (!isPlainCount(figure) || unit === null || number < 2 || number > mostListed) return [];
  const rest = content.slice(figure.span.end, Math.min(figure.sentence.end, figure.span.end + longestList));
  const opening = /^(?:\s+[\p{L}’'-]+){0,4}\s*:\s+/u.exec(rest);
  if (!opening || figure.span.end + longestList < figure.sentence.end) return [];
  const start = figure.span.end + opening[0].length;
  const listed = rest.slice(opening[0].length).replace(/[.!?…]+["'”’»)]*\s*$/u, '');
  if (/[:—–()“”"\d]|\b(?:including|such as|etc|others|more)\b/iu.test(listed)) return [];
  const { least, most } = countItems(listed);
  if (most < 2 || (least <= number && number <= most)) return [];
  const count = least === most ? String(least) : `${least} to ${most}`;
  const found = finding(figure.span, `“${figure.text}”, but ${count} are listed.`);
  return [{ ...found, related: [{ file: source, span: { start, end: start + listed.length }, message: `${count} listed here` }] }];
}

const joins = (piece: string) => piece.split(/\s(?:and|or|&|и|или)\s/iu).length - 1;

/** Items between commas (or semicolons, where there are any); an `and` may join two items or stand inside one. */
function countItems(listed: string): { least: number; most: number } {
  const pieces = listed.split(listed.includes(';') ? ';' : ',').map((piece) => piece.trim()).filter((piece) => piece !== '');
  const last = pieces.at(-1) ?? '';
  const begins = /^(?:and|or|и|или)\s/iu.test(last);
  const inside = pieces.slice(0, -1).reduce((sum, piece) => sum + joins(piece), 0);
  const inLast = joins(begins ? last.replace(/^\S+\s/u, '') : last);
  return { least: pieces.length + (begins || inLast === 0 || pieces.length === 1 ? 0 : 1), most: pieces.length + inside + inLast };
}

/** `almost fourfold from 51 to 300`. */
function checkChange({ span, text, value }: Figure): Finding[] {
  const { from, to, factor, mode } = value;
  if (from === undefined || to === undefined || factor === undefined || from <= 0 || mode === 'range') return [];
  const told = createQuantity({ number: factor, mode, step: 1 });
  const ratio = to >= from || factor < 1 ? to / from : from / to;
  const { low, high } = told.halo;
  return ratio >= low && ratio <= high ? [] : [finding(span, `“${text}”: from ${from} to ${to} is ${roundedTimes(ratio)}.`)];
}

function roundedTimes(ratio: number): string {
  return `${Math.round(ratio * 10) / 10} times as many`;
}

/** `187 of 180`. */
function checkShares({ text: { content } }: SuggestibleArticle, figures: readonly Figure[]): Finding[] {
  return figures.flatMap((part, index) => {
    const whole = figures[index + 1];
    if (!isPlainCount(part) || !whole || !isPlainCount(whole) || part.value.number <= whole.value.number) return [];
    if (!/^\s+out\s+of\s+(?:the\s+|its\s+)?$/iu.test(content.slice(part.span.end, whole.span.start))) return [];
    const span = { start: part.span.start, end: whole.span.end };
    return [finding(span, `“${content.slice(span.start, span.end)}”: the part is larger than the whole.`)];
  });
}

/** `187 of 192 (97%)`. */
function checkPercentages({ text: { content } }: SuggestibleArticle, figures: readonly Figure[]): Finding[] {
  return figures.flatMap((part, index) => {
    const { number, of } = part.value;
    const percent = figures[index + 1];
    if (of === null || of === 0 || part.value.unit === 'share' || percent?.value.unit !== 'percent' || percent.value.of !== null) return [];
    if (!/^\s*(?:\(|,\s*or\s+|,\s*i\.e\.\s+|\s–\s|\s—\s)$/u.test(content.slice(part.span.end, percent.span.start))) return [];
    const real = (number / of) * 100;
    const { low, high } = percent.value.halo;
    const slack = decimalsOf(percent.value.number);
    if (real >= low - slack && real <= high + slack) return [];
    return [finding(percent.span, `“${percent.text}”: ${number} of ${of} is ${Math.round(real * 10) / 10} %.`)];
  });
}

function decimalsOf(number: number): number {
  return Number.isInteger(number) ? 1 : 0.1;
}

/** `30 people: 12 men and 20 women`, `30 people (12 men and 20 women)`: counts alone, each with a noun of its own. */
function checkSums({ text: { content } }: SuggestibleArticle, figures: readonly Figure[]): Finding[] {
  return figures.flatMap((total, index) => {
    if (!isPlainCount(total) || total.value.unit === null) return [];
    const parts: Figure[] = [];
    let end = total.span.end;
    for (let next = index + 1; next < figures.length; next++) {
      const part = figures[next]!;
      const between = content.slice(end, part.span.start);
      const isNext = parts.length === 0 ? /^\s*(?::|\(|—|–)\s*$/u.test(between) : /^\s*(?:,|and|, and|и)\s*$/iu.test(between);
      if (part.sentence.start !== total.sentence.start || !isNext || !isPlainCount(part)) break;
      parts.push(part);
      end = part.span.end;
    }
    const closed = /^\s*(?:[).;!?]|$)/u.test(content.slice(end, total.sentence.end));
    const nouns = new Set(parts.map(({ value }) => value.unit));
    const sum = parts.reduce((all, { value }) => all + value.number, 0);
    if (parts.length < 2 || !closed || nouns.has(null) || nouns.size < parts.length || sum === total.value.number) return [];
    return [finding(total.span, `“${total.text}”, but the parts add up to ${sum}.`)];
  });
}

/** `the 54 members of the council` and `the 53 members of the council`: the same whole, counted twice. */
function checkCounts(article: SuggestibleArticle, figures: readonly Figure[]): Finding[] {
  const { content } = article.text;
  const byThing = new Map<string, Figure[]>();
  const entityAt = new Map(article.mentions.mentions.map(({ span, entity }) => [span.start, entity]));
  for (const figure of figures) {
    const { unit } = figure.value;
    const whole = /\b(?:the|all|all the|of the)\s+$/iu.test(content.slice(Math.max(0, figure.span.start - 12), figure.span.start));
    const owner = whole && isPlainCount(figure) && unit !== null ? ownerAfter(content, figure.span.end, entityAt) : null;
    if (owner === null || unit === null) continue;
    const key = `${singular(unit.toLowerCase())} ${owner}`;
    const held = byThing.get(key);
    if (held) held.push(figure);
    else byThing.set(key, [figure]);
  }
  return [...byThing.values()].flatMap((same) => {
    const [first] = same as [Figure, ...Figure[]];
    const other = same.find((one) => !intersect(one.value.halo, first.value.halo));
    if (!other) return [];
    const found = finding(other.span, `“${other.text}” here, “${first.text}” elsewhere in this article.`);
    return [{ ...found, related: [{ file: article.source, span: first.span, message: `“${first.text}”` }] }];
  });
}

/** The entity that `of the …` right after `offset` names; null without one. */
function ownerAfter(content: string, offset: number, entityAt: ReadonlyMap<number, string | null>): string | null {
  const opening = /^(\s+(?:of|in)\s+)(?:the\s+)?/iu.exec(content.slice(offset, offset + 20));
  if (!opening) return null;
  return entityAt.get(offset + opening[0].length) ?? entityAt.get(offset + opening[1]!.length) ?? null;
}

function checkClaims(article: SuggestibleArticle, claims: readonly Claim[], registry: Registry): Finding[] {
  const own = claims.filter(({ source }) => source === article.source);
  return groupClaims(own, registry, null).groups.flatMap((group) => {
    const seen = new Set<Claim>();
    return group.pairs.flatMap(({ a, b, verdict }) => {
      const [first, second] = [group.claims[a]!, group.claims[b]!];
      const newer = second.state === 'suggested' ? second : first;
      const older = newer === second ? first : second;
      const span = passageOf(newer);
      const place = passageOf(older);
      if (verdict !== 'conflict' || newer.state !== 'suggested' || !span || !place || seen.has(newer)) return [];
      seen.add(newer);
      const name = (id: string) => registry.entities.get(id)?.name ?? id;
      const label = registry.properties.get(group.property)?.label ?? group.property;
      const message = `${name(group.subject)}, ${label}: ${describeValue(newer.value, name)} here, ${describeValue(older.value, name)} elsewhere in this article.`;
      return [{ ...finding(span, message), related: [{ file: article.source, span: place, message: describeValue(older.value, name) }] }];
    });
  });
}
