import * as fc from 'fast-check';
import { caseOf } from '../examples/exampleCase';

export const article = 'The city grew.  Ada met Bo in the city. The mayor opened the bridge in 1901, or so they say.\n';

/** An article, its registry and manifest. */
const shared = {
  'corroborate.yaml': 'sources:\n  sources/a.txt: {published: 1910}\n',
  'registry/all.yaml': `entities:
  ada: {type: person, name: Ada}
  bo: {type: person, name: Bo}
  almaty: {type: city, name: Almaty}
  astana: {type: city, name: Astana}
  bridge: {type: place, name: Long Bridge}
properties:
  opened: {value: date}
  built-by: {value: entity}
`,
  'sources/a.txt': article,
};

/** The case as someone annotated it. */
export function annotated(annotations: string | null, more: Readonly<Record<string, string>> = {}) {
  const files = { ...shared, ...(annotations === null ? {} : { 'annotations/a.yaml': `source: sources/a.txt\n${annotations}` }), ...more };
  return caseOf(new Map(Object.entries(files)));
}

export const mentions = (...entries: readonly string[]) => `mentions:\n${entries.map((entry) => `  - {${entry}}\n`).join('')}`;
export const claims = (...entries: readonly string[]) => `claims:\n${entries.map((entry) => `  - {subject: bridge, ${entry}}\n`).join('')}`;
const words = article.match(/\w+/g)!;
/** What someone may have annotated: links, rejections and claims anywhere in the article. */
export const annotations = fc
  .record({
    links: fc.array(
      fc.record({
        from: fc.nat({ max: words.length - 1 }),
        length: fc.integer({ min: 1, max: 3 }),
        entity: fc.constantFrom('almaty', 'astana', 'ada', 'none', 'nobody'),
        how: fc.constantFrom('entity', 'not'),
        every: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    stated: fc.array(
      fc.record({
        from: fc.nat({ max: words.length - 1 }),
        length: fc.integer({ min: 1, max: 4 }),
        value: fc.constantFrom('1901', '1901-05', '1907', 'unknown', 'not a date'),
        more: fc.constantFrom('', ', modality: planned', ', polarity: negative'),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ links, stated }) => {
    const places = [...article.matchAll(/\w+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
    const quoteOf = (from: number, length: number) => JSON.stringify(article.slice(places[from]!.start, places[Math.min(from + length, places.length) - 1]!.end));
    return (
      mentions(...links.map(({ from, length, entity, how, every }) => `quote: ${quoteOf(from, length)}, ${how}: ${entity}${every ? ', every: true' : ''}`)) +
      claims(...stated.map(({ from, length, value, more }) => `property: opened, value: ${value}, quote: ${quoteOf(from, length)}${more}`))
    ).replaceAll(/^(?:mentions|claims):\n(?! )/gm, '');
  });

