import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CaseModel } from '../../src/core/caseModel';
import { createCaseModel } from '../../src/core/caseModel';

/** The same from `test/bench` and from where the bundle lies. */
const example = fileURLToPath(new URL('../../examples/kazakhstan-un/', import.meta.url));

/** The example's articles, the longest first. */
export const exampleArticles: readonly string[] = filesIn('sources').sort((a, b) => b.length - a.length);

/**
 * An article of `length` UTF-16 units in the words of the example's; what comes again has other figures and small words, so that
 * no sentence is like another.
 */
export function articleOf(length: number): string {
  const parts: string[] = [];
  for (let units = 0, i = 0; units < length; i++) {
    const part = varied(exampleArticles[i % exampleArticles.length] as string, Math.floor(i / exampleArticles.length));
    parts.push(part);
    units += part.length + 1;
  }
  return parts.join('\n').slice(0, length);
}

/** The same text with every last digit moved and other articles; round 0 is the text itself. */
export function varied(text: string, round: number): string {
  if (round === 0) return text;
  const determiner = ['this', 'that', 'every', 'some'][round % 4] as string;
  return text.replace(/\d(?!\d)/g, (digit) => String((Number(digit) + round) % 10)).replace(/\b(?:the|a)\b/g, determiner);
}

/** A case of these articles and the example's registry, without annotations; ids of sources by number. */
export function caseOf(articles: readonly string[]): { readonly model: CaseModel; readonly sources: readonly string[] } {
  const sources = articles.map((_article, i) => `sources/${String(i).padStart(3, '0')}.txt`);
  const facts = sources.map((source, i) => `  ${source}: {published: ${2000 + (i % 20)}-02-27, language: en}`);
  const files = new Map([['corroborate.yaml', `sources:\n${facts.join('\n')}\n`]]);
  for (const [i, text] of filesIn('registry').entries()) files.set(`registry/${i}.yaml`, text);
  for (const [i, article] of articles.entries()) files.set(sources[i] as string, article);
  const model = createCaseModel();
  model.setPaths(files.keys());
  for (const [path, content] of files) model.setContent(path, content);
  return { model, sources };
}

function filesIn(folder: string): string[] {
  return readdirSync(`${example}${folder}`).map((file) => readFileSync(`${example}${folder}/${file}`, 'utf8'));
}
