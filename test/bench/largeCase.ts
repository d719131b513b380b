import type { CaseModel } from '../../src/core/caseModel';
import { createCaseModel } from '../../src/core/caseModel';

export interface LargeCase {
  readonly claims: number;
  readonly sources: number;
  readonly groups: number;
}

const properties = ['founded', 'member-count', 'headquarters', 'revenue'] as const;

/** The files of an invented case: claims about groups in turn, each by another source and with a quote; of every four values one differs. */
export function largeCaseFiles({ claims, sources, groups }: LargeCase): ReadonlyMap<string, string> {
  const subjects = Math.ceil(groups / properties.length);
  const entities = Array.from({ length: subjects }, (_nothing, i) => `  body-${i}: {type: organization, name: Body Number ${i}}\n`);
  const cities = Array.from({ length: 10 }, (_nothing, i) => `  city-${i}: {type: city, name: Cityville ${i}}\n`);
  const articles = Array.from({ length: sources }, (): string[] => []);
  const notes = Array.from({ length: sources }, (): string[] => []);
  for (let i = 0; i < claims; i++) {
    const group = i % groups;
    const turn = Math.floor(i / groups);
    const source = (group * 7 + turn) % sources;
    const subject = group % subjects;
    const property = properties[Math.floor(group / subjects)]!;
    const value = valueOf(property, subject, turn % 4 === 1 && subject % 3 === 0);
    const quote = `Body Number ${subject} told paper ${source} in note ${i} that its ${property} was ${value}`;
    articles[source]!.push(`${quote}.`);
    notes[source]!.push(`  - {subject: body-${subject}, property: ${property}, value: ${value}, quote: ${quote}}\n`);
  }
  const paths = articles.map((_article, i) => `paper-${String(i).padStart(3, '0')}`);
  const dated = paths.map((path, i) => `  sources/${path}.txt: {title: Paper ${i}, published: ${1990 + (i % 30)}-05-04}\n`);
  return new Map([
    ['corroborate.yaml', `sources:\n${dated.join('')}`],
    ['registry/bodies.yaml', `entities:\n${entities.join('')}${cities.join('')}`],
    ...paths.map((path, i) => [`sources/${path}.txt`, articles[i]!.join('\n\n')] as const),
    ...paths.map((path, i) => [`annotations/${path}.yaml`, `source: sources/${path}.txt\nclaims:\n${notes[i]!.join('')}`] as const),
  ]);
}

/** A case of these files, nothing asked of it yet. */
export function caseOfFiles(files: ReadonlyMap<string, string>): CaseModel {
  const model = createCaseModel();
  model.setPaths([...files.keys()]);
  for (const [path, content] of files) model.setContent(path, content);
  return model;
}

function valueOf(property: (typeof properties)[number], subject: number, differs: boolean): string {
  const shift = differs ? 3 : 0;
  if (property === 'founded') return String(1900 + (subject % 100) + shift);
  return property === 'headquarters' ? `city-${(subject + shift) % 10}` : String(1000 + subject + shift * 500);
}
