import { lines } from '../markedCase';

/** Two articles that disagree on when a bridge opened, and agree on who opened it under two spellings. */
export const sampleFiles = {
  'corroborate.yaml': lines`
    sources:
      sources/ledger.txt: {title: The Ledger, published: 2011-05-02}
      sources/post.txt: {title: The Post, published: 2019-03-01}
    `,
  'registry/entities.yaml': lines`
    entities:
      old-bridge:
        type: place
        name: Old Bridge
        aliases: [Stone Bridge]
        description: A bridge over the Lune
        facts:
          - {property: opened, value: 1901-06, reference: "County archive"}
      mayor: {type: person, name: Ada Quill, aliases: [Quill]}
      riverton: {type: city, name: Riverton}
      riverton-state: {type: region, name: Riverton State, aliases: [Riverton]}
      crossing: {redirect: old-bridge}
    properties:
      opened: {label: opened, value: date, temporal: static, cardinality: one}
      opened-by: {label: opened by, value: entity, temporal: static, cardinality: one}
    `,
  'annotations/ledger.yaml': lines`
    source: sources/ledger.txt
    claims:
      - {subject: old-bridge, property: opened, value: 1901, quote: The Old Bridge opened in 1901}
      - {subject: old-bridge, property: opened-by, value: mayor, quote: cut by Ada Quill}
    `,
  'annotations/post.yaml': lines`
    source: sources/post.txt
    mentions:
      - {quote: the crossing, entity: old-bridge}
    claims:
      - {subject: old-bridge, property: opened, value: 1911-06, quote: Stone Bridge has carried carts since June 1911}
    `,
  'sources/ledger.txt': lines`
    A Bridge Remembered

    The Old Bridge opened in 1901, and the ribbon was cut by Ada Quill.
    Quill never crossed the Old Bridge again. Riverton slept.
    `,
  'sources/post.txt': lines`
    Stone Bridge has carried carts since June 1911, say the engineers.
    They closed the crossing twice.
    `,
} as const;

/** The sample with some files changed. */
export function sample(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...sampleFiles, ...changes };
}

/** The sample with a caret put before some words of a file (at their `nth` occurrence from 0). */
export function sampleAt(path: keyof typeof sampleFiles, words: string, nth = 0): Record<string, string> {
  const content = sampleFiles[path];
  let at = -1;
  for (let i = 0; i <= nth; i++) at = content.indexOf(words, at + 1);
  if (at < 0) throw new Error(`"${words}" does not stand in ${path}`);
  return sample({ [path]: `${content.slice(0, at)}‸${content.slice(at)}` });
}
