import type { Badge, Verdict } from '../../src/core/claims/claim';
import type { PageClaim, PageModel, PageRow, PageSource } from '../../src/core/page/page';
import type { Relation } from '../../src/core/values/value';

type Said = Partial<PageClaim> & { readonly value: string };

interface Row {
  readonly subject: string;
  readonly property: string;
  readonly verdict: Verdict;
  readonly relation?: Relation;
  readonly words?: string;
  readonly reason: string;
  /** What each source says, in the order of the sources; the registry last. */
  readonly said: readonly (readonly Said[])[];
  readonly badges?: readonly Badge[];
  readonly more?: Partial<PageRow>;
}

const gazette = 'sources/harbour-gazette-2015.txt';
const interview = 'sources/mayor-interview-2007.txt';
const wire = 'sources/wire-2012.txt';
const ids = [gazette, interview, wire, 'registry'];

/** Three sources and the registry on an invented port, in every state that the page can show. */
export function samplePage(): PageModel {
  return {
    caseName: 'Port of Anse Rouge',
    sources: [
      { id: gazette, title: 'Harbour Gazette: twenty years of a free port', published: '2015-02-20', discrepancies: 3 },
      { id: interview, title: 'Interview with the mayor', published: '2007-04', discrepancies: 3 },
      { id: wire, title: 'Wire report', published: null, discrepancies: 1 },
      { id: 'registry', title: 'Registry', published: null, discrepancies: 1 },
    ],
    rows: sampleRows.map(pageRow),
    suggestions: { shown: true, count: 2 },
    gone: [
      {
        key: 'old-quay|date',
        words: 'Accepted: not known who is <b>wrong</b>',
        note: null,
        by: 'A. Reader',
        at: '2014-03-01T09:00:00Z',
        entry: { file: 'reviews.yaml', start: 9, end: 22 },
      },
    ],
  };
}

/** A case of `count` groups over `sources` articles. */
export function largePage(count: number, sources = 2): PageModel {
  const model = samplePage();
  const articles: PageSource[] = Array.from({ length: sources }, (_, i) => ({
    id: `sources/article-${i}.txt`,
    title: `Article ${i}`,
    published: '2015',
    discrepancies: i === 3 || i === 5 ? 9 : 1,
  }));
  const rows = Array.from({ length: count }, (_, i) => {
    const row = model.rows[Math.floor((i * model.rows.length) / count)]!;
    const claims = row.claims.map((claim) =>
      Object.assign({}, claim, { source: articles[(ids.indexOf(claim.source) + i) % sources]!.id }),
    );
    return { ...row, key: `${row.key}|${i}`, claims, subject: { ...row.subject, name: `${row.subject.name} ${i}` } };
  });
  return { caseName: 'Large', sources: articles, rows, suggestions: { shown: true, count: 0 }, gone: [] };
}

const sampleRows: readonly Row[] = [
  {
    subject: 'Opening of the port',
    property: 'date',
    verdict: 'conflict',
    relation: 'disjoint',
    words: 'cannot both hold · 7 months apart',
    reason: 'The values cannot both be true.',
    said: [
      [{ value: '2 March 1992', quote: quote('a few years after the war, ', 'the port opened on March 2, 1992', ' with', '1992'), line: 3 }],
      [
        {
          value: 'October 1992',
          quote: quote('', 'We have been open since the autumn of that year, October I think', '. It was', 'October'),
          qualifiers: ['said by Ines Calder', 'as of April 2007'],
          line: 12,
        },
        { value: '1992', quote: quote('', 'fifteen years ago', ' nobody believed', null), line: 31 },
      ],
      [],
      [{ value: '2 March 1992', qualifiers: ['from Port Archive, box 12'], quote: null, line: null }],
    ],
    badges: ['single-source'],
  },
  {
    subject: 'Container terminal',
    property: 'cost',
    verdict: 'plan-changed',
    relation: 'disjoint',
    words: 'cannot both hold · 300 million USD apart',
    reason: 'At least one value was only planned or possible, and they do not fit together.',
    said: [
      [{ value: '1.2 billion USD', quote: quote('', 'The terminal, which cost 1.2 billion dollars', ', opened', '1.2 billion'), line: 8 }],
      [{ value: 'around 900 million USD', modality: 'planned', quote: quote('', 'we expect to spend some 900 million', '', '900 million'), line: 20 }],
      [],
      [],
    ],
    more: { related: [{ key: 'harbour-league|number of members', label: 'number of members' }] },
  },
  {
    subject: 'Harbour League',
    property: 'number of members',
    verdict: 'tension',
    relation: 'near',
    words: 'nearly meet · 4 ports apart',
    reason: 'The values differ, but by no more than their rounding or approximation.',
    said: [
      [{ value: 'almost 200 ports', quote: quote('', 'almost 200 member ports of the League', '', '200'), line: 14 }],
      [{ value: '204 ports', quote: quote('one of the ', '204 members', ' of the League today', '204'), line: 5 }],
      [],
      [],
    ],
    badges: ['same-origin'],
    more: {
      review: {
        status: 'explained',
        decided: 'explained',
        words: 'Explained: rounding',
        note: 'Both round the same list.',
        reason: 'rounding',
        wrong: [],
        by: 'A. Reader',
        at: '2016-03-01T09:00:00Z',
        history: [{ words: 'Dismissed: not comparable', note: null, by: 'B. Reader', at: '2016-02-01T09:00:00Z' }],
      },
    },
  },
  {
    subject: 'Anse Rouge',
    property: 'harbour master',
    verdict: 'maybe-changed',
    relation: 'disjoint',
    words: 'cannot both hold',
    reason: 'It is not known whether the values are meant for the same time.',
    said: [
      [{ value: 'Tomas Vell', quote: quote('', 'Harbour Master Tomas Vell', ' said', 'Tomas Vell'), line: 2 }],
      [{ value: 'Ruth Okoro', quote: quote('', 'our harbour master, Ruth Okoro', '', 'Ruth Okoro'), line: 40 }],
      [{ value: 'Ruth Okoro', quote: null, line: null }],
      [],
    ],
    badges: ['review-again', 'name-variant'],
  },
  {
    subject: 'Conference of island ports',
    property: 'date',
    verdict: 'refined',
    relation: 'refines',
    words: 'more exact',
    reason: 'One value is a more exact form of the other.',
    said: [
      [{ value: '2003', quote: quote('', 'the first Conference of Island Ports in 2003', '', '2003'), line: 9 }],
      [{ value: 'January 2003', quote: quote('', 'the conference of January 2003', '', 'January 2003'), line: 18 }],
      [],
      [{ value: '28–29 August 2003', quote: null, line: null }],
    ],
    badges: ['single-source'],
  },
  {
    subject: '<img src=x onerror="alert(1)"> & [link](command:evil) **bold**',
    property: '<b>label</b>',
    verdict: 'compatible',
    relation: 'overlaps',
    words: 'overlap',
    reason: 'The values can both be true.',
    said: [
      [{ value: '<script>alert(1)</script>', quote: quote('<i>', '"><svg onload=alert(1)>', '</i>', null), line: 77 }],
      [],
      [{ value: 'مرفأ الخليج', quote: quote('', 'افتتح مرفأ الخليج في ذلك العام', '', 'مرفأ الخليج'), line: 4, polarity: 'negative' }],
      [],
    ],
  },
  {
    subject: 'Ines Calder',
    property: 'position',
    verdict: 'unjudged',
    relation: 'incomparable',
    words: 'cannot be compared',
    reason: 'One of the claims cannot be judged.',
    said: [
      [{ value: 'mayor', passage: null, line: null, quote: quote('', 'Mayor Calder, who has', '', null), problems: ['Quote not found in the article'] }],
      [{ value: 'deputy', problems: ['Not compared: the value cannot be read'], quote: quote('', 'as deputy', '', 'deputy'), line: 6 }],
      [],
      [],
    ],
  },
  {
    subject: 'Vote of 2006',
    property: 'votes for',
    verdict: 'agree',
    relation: 'equal',
    words: 'the same',
    reason: 'The values are the same.',
    said: [
      [{ value: '187 of 192', quote: quote('', '187 of 192', ' votes', '187'), line: 22 }],
      [{ value: '187 of 192', quote: quote('', '187 out of 192', '', '187'), line: 2 }],
      [],
      [],
    ],
    more: { separators: [{ label: 'election', value: 'Council of Ports' }] },
  },
  {
    subject: 'Lighthouse',
    property: 'height',
    verdict: 'single',
    reason: 'Only one claim says anything about this.',
    said: [[{ value: '41 m', quote: quote('', '41 metres', ' above the sea', '41'), line: 50, suggested: true }], [], [], []],
    badges: ['single-source', 'suggested'],
  },
];

function quote(before: string, text: string, after: string, wording: string | null): PageClaim['quote'] {
  const start = wording === null ? -1 : text.indexOf(wording);
  return { before, text, after, wording: start < 0 || wording === null ? null : { start, end: start + wording.length } };
}

function pageRow(row: Row): PageRow {
  const id = row.subject.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const claims = row.said.flatMap((said, i) => said.map((each) => pageClaim(ids[i]!, each)));
  const judgement = { verdict: row.verdict, relation: row.relation ?? null, relationWords: row.words ?? '', reason: row.reason };
  return {
    key: `${id}|${row.property}`,
    subject: { id, name: row.subject, type: 'event' },
    property: row.property,
    propertyId: row.property.replaceAll(' ', '-'),
    separators: [],
    judgement,
    pairs: claims.length > 1 ? [[0, 1, 0]] : [],
    judgements: [judgement],
    badges: row.badges ?? [],
    review: { status: 'open', decided: 'open', words: '', note: null, reason: null, wrong: [], by: null, at: null, history: [] },
    claims,
    camps: claims.length > 1 ? claims.map((_claim, i) => ({ claims: [i], best: i, witnesses: 1 })) : [],
    entities: [{ id, name: row.subject, type: 'event' }],
    related: [],
    ...row.more,
  };
}

function pageClaim(source: string, said: Said): PageClaim {
  return {
    source,
    polarity: 'positive',
    modality: 'asserted',
    suggested: false,
    unjudged: false,
    qualifiers: [],
    quote: null,
    problems: [],
    passage: source === 'registry' ? null : { file: source, start: 120, end: 160 },
    line: 1,
    entry: { file: source === 'registry' ? 'registry/port.yaml' : source.replace('.txt', '.yaml'), start: 300, end: 380 },
    ...said,
  };
}
