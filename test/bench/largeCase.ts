import type { CaseModel } from '../../src/core/caseModel';
import { createCaseModel } from '../../src/core/caseModel';
import { createPageModel, type PageInput } from '../../src/core/page/pageModel';
import type { PageModel } from '../../src/core/page/page';

/** The size of an invented case. */
export interface LargeCaseSize {
  readonly claims: number;
  readonly sources: number;
  readonly groups: number;
}

const properties = ['founded', 'member-count', 'headquarters', 'revenue'] as const;

/**
 * An invented case, nothing asked of it yet: claims about groups in turn, each by another source and with a quote of its own. In a third of the
 * groups the second of every four values differs.
 */
export function largeCase({ claims, sources, groups }: LargeCaseSize): CaseModel {
  const subjects = Math.ceil(groups / properties.length);
  const bodies = Array.from({ length: subjects }, (_nothing, i) => `  body-${i}: {type: organization, name: Body Number ${i}}\n`);
  const cities = Array.from({ length: 10 }, (_nothing, i) => `  city-${i}: {type: city, name: Cityville ${i}}\n`);
  const papers = Array.from({ length: sources }, (_nothing, i) => `paper-${String(i).padStart(3, '0')}`);
  const articles = papers.map((): string[] => []);
  const notes = papers.map((): string[] => []);
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
  const dated = papers.map((paper, i) => `  sources/${paper}.txt: {title: Paper ${i}, published: ${1990 + (i % 30)}-05-04}\n`);
  const files = new Map([
    ['corroborate.yaml', `sources:\n${dated.join('')}`],
    ['registry/bodies.yaml', `entities:\n${bodies.join('')}${cities.join('')}`],
    ...papers.map((paper, i) => [`sources/${paper}.txt`, articles[i]!.join('\n\n')] as const),
    ...papers.map((paper, i) => [`annotations/${paper}.yaml`, `source: sources/${paper}.txt\nclaims:\n${notes[i]!.join('')}`] as const),
  ]);
  const model = createCaseModel();
  model.setPaths(files.keys());
  for (const [path, content] of files) model.setContent(path, content);
  return model;
}

/** Makes the page's model of a case, again and again as the case changes, without suggestions. */
export function pageOf(model: CaseModel): () => PageModel {
  const make = createPageModel();
  return () => make(inputOf(model));
}

function inputOf(model: CaseModel): PageInput {
  return {
    caseName: 'Large',
    sources: model.sources(),
    groups: model.groups(),
    suggestions: { shown: false, count: 0 },
    registry: model.registry(),
    text: (source) => model.text(source),
  };
}

function valueOf(property: (typeof properties)[number], subject: number, differs: boolean): string {
  const shift = differs ? 3 : 0;
  if (property === 'founded') return String(1900 + (subject % 100) + shift);
  return property === 'headquarters' ? `city-${(subject + shift) % 10}` : String(1000 + subject + shift * 500);
}
