import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { caseOf, rank, textsOf, valuesOf } from './passageCase';

const registry = `entities:
  arland: {type: country, name: Arland}
  bruna: {type: city, name: Bruna, partOf: [arland]}
  league: {type: organization, name: Northern League, aliases: [League]}
  summit: {type: event, name: Bruna Summit}
  fair: {type: event, name: Bruna Fair}
  ivers: {type: person, name: Anna Ivers, aliases: [Ivers]}
properties:
  votes-for: {value: quantity, separators: [election], cues: [votes for]}
`;
const manifest = `sources:
  sources/a.txt: {published: 2015-02-27}
  sources/b.txt: {published: 2007-04}
  sources/c.txt: {published: 2015-03-02}
`;
/** Sentences about other things, so that what a case shares is not in half of its sentences. */
const filler = (words: string) => words.split(' ').map((word) => `Nobody asked why the ${word} stood idle.`).join(' ');
const files = (a: string, b: string, more: Readonly<Record<string, string>> = {}) => ({
  'corroborate.yaml': manifest,
  'registry/all.yaml': registry,
  'sources/a.txt': `${a}\n\n${filler('mill quarry ferry depot orchard tannery')}\n`,
  'sources/b.txt': `${b}\n\n${filler('harbour kiln bakery foundry granary smithy')}\n`,
  ...more,
});
const best = (a: string, b: string) => {
  const model = caseOf(files(a, b));
  const [first] = rank(model);
  return first && { texts: textsOf(model, first), values: valuesOf(first), shared: first.shared };
};

describe('passages to compare', () => {
  it('pair the sentences of two sources that name the same rare thing', () => {
    const model = caseOf(
      files(
        'Arland grew. Arland exported wool. The Bruna Summit drew a crowd. Arland also fished.',
        'Arland slept. Guests of the Bruna Summit left early. Arland woke.',
      ),
    );
    const [first] = rank(model);
    assert.deepEqual(first && textsOf(model, first), ['The Bruna Summit drew a crowd.', 'Guests of the Bruna Summit left early.']);
    assert.deepEqual(first?.shared.entities, ['summit']);
  });

  it('find the same figure or date in other words, and say how the values are to each other', () => {
    const summit = best('The Bruna Summit was held in 2003.', 'In Bruna it rained. The Bruna Summit was held in January 2003.');
    assert.deepEqual(summit?.values, ['2003 | January 2003 refined-by']);
    const members = best('The Northern League has almost 200 members.', 'The Northern League counts 192 members.');
    assert.deepEqual(members?.values, ['almost 200 members | 192 members refined-by']);
  });

  it('take words that sources use for each other, and spellings of one word, for the same, and show both', () => {
    const aid = best('Fishers rely on foreign aid.', 'It rained. External assistance reached the fishers.');
    assert.deepEqual(aid?.texts, ['Fishers rely on foreign aid.', 'External assistance reached the fishers.']);
    assert.deepEqual([...(aid?.shared.words ?? [])].sort(), ['aid / assistance', 'fishers', 'foreign / external']);
    const spelt = best('A specialised laboratory honoured her.', 'It rained. The laboratory, now specialized, honors her.');
    assert.deepEqual([...(spelt?.shared.words ?? [])].sort(), ['honoured', 'laboratory', 'specialised']);
  });

  it('take an anniversary, a duration and a date for the same beginning', () => {
    const joined = 'Our country joined the Northern League on 2 March 1992.';
    const anniversary = best('On March 2, Arland will celebrate the 23rd anniversary of joining the Northern League.', `Arland is small. ${joined}`);
    assert.deepEqual(anniversary?.values, ['23rd anniversary | 2 March 1992 equal']);
    const duration = best('Arland and the Northern League have a history that dates back 23 years.', `Arland is small. ${joined}`);
    assert.deepEqual(duration?.values, ['dates back 23 years | 2 March 1992 refined-by']);
  });

  it('show values that contradict each other where a cue or an event says that they are of one thing', () => {
    const toll = best('The storm in Bruna killed 120 people.', 'The storm left 350 people dead in Bruna.');
    assert.deepEqual(toll?.values, ['120 people | 350 people disjoint']);
    const date = best('The Bruna Summit opened on 4 May 2006.', 'The Bruna Summit opened on 9 June 2006.');
    assert.deepEqual(date?.values, ['4 May 2006 | 9 June 2006 disjoint']);
  });

  it('show no contradiction between two elections, two events, two offices or two firsts', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['Arland got 187 votes for its seat in the Northern League.', 'Arland hopes for 100 votes for its seat in the Northern League.'],
      ['The Bruna Summit was held in Bruna in May 2006.', 'The Bruna Fair was held in Bruna in June 2009.'],
      ['Arland received the support of 187 countries in November 2006.', 'Arland may have the backing of around 100 countries.'],
      ['The first Northern League office in Bruna was opened in 1993.', 'The first fair of Arland took place in Bruna in January 2003.'],
      ['Anna Ivers became deputy head of the League in 2011.', 'Anna Ivers spoke to the League in 2007.'],
    ];
    for (const [a, b] of pairs) {
      for (const { values } of rank(caseOf(files(a, b)))) {
        assert.deepEqual(values.filter(({ comparison }) => ['disjoint', 'near'].includes(comparison.relation)), [], `${a} ${b}`);
      }
    }
  });

  it('follow `the country`, `our country`, and a sentence that goes on about the one before', () => {
    const country = best('Arland is small. Wool left the country by ship.', 'Arland is cold. Wool made our country rich.');
    assert.deepEqual(country?.texts, ['Wool left the country by ship.', 'Wool made our country rich.']);
    assert.deepEqual(country?.shared.entities, ['arland']);
    const goesOn = best('Anna Ivers was late. She praised the choir.', 'Anna Ivers praised the choir.');
    assert.deepEqual(goesOn?.texts, ['She praised the choir.', 'Anna Ivers praised the choir.']);
    assert.deepEqual(goesOn?.shared.entities, ['ivers']);
  });

  it('pair an article in Russian with one in English by names and values', () => {
    const model = caseOf({
      ...files('The Bruna Summit was held in January 2003.', 'Arland slept.'),
      'registry/all.yaml': registry.replace('name: Bruna Summit', 'name: Bruna Summit, aliases: [Брунский саммит]'),
      'sources/ru.txt': 'Погода была хорошая. Брунский саммит прошёл в январе 2003 года. Все были рады.',
    });
    const [first] = rank(model, { sources: new Set(['sources/ru.txt']) });
    assert.deepEqual(first && textsOf(model, first), ['The Bruna Summit was held in January 2003.', 'Брунский саммит прошёл в январе 2003 года.']);
    assert.deepEqual(first && valuesOf(first), ['January 2003 | январе 2003 года equal']);
  });

  it('hold what the options ask: a number of pairs, and pairs of one source', () => {
    const model = caseOf(files('The Bruna Summit was held. The Bruna Fair was held.', 'The Bruna Summit ended. The Bruna Fair ended.', {
      'sources/c.txt': 'The Bruna Summit was dull. The Bruna Fair was dull.',
    }));
    const all = rank(model);
    assert.deepEqual(rank(model, { limit: 2 }), all.slice(0, 2));
    const ofOne = rank(model, { sources: new Set(['sources/c.txt']) });
    assert.ok(ofOne.length > 0);
    assert.ok(ofOne.every(({ a, b }) => [a.source, b.source].includes('sources/c.txt')));
  });

  it('have nothing to say about one article, empty ones, or articles that share nothing', () => {
    assert.deepEqual(rank(caseOf({ 'sources/a.txt': 'Arland slept. Arland slept.' })), []);
    assert.deepEqual(rank(caseOf({ 'sources/a.txt': '', 'sources/b.txt': '\n' })), []);
    assert.deepEqual(rank(caseOf({ 'sources/a.txt': 'Rain fell.', 'sources/b.txt': 'Wheat grew.' })), []);
  });

  it('come with falling scores from 0 to 1, each once, of two sources in their order, whatever the texts say', () => {
    const word = fc.constantFrom('Arland', 'Ivers', 'the country', 'League', 'wool', 'rose', 'in 2003', 'since 1992', '15 years', 'constructor', '__proto__', '5 people', 'died', 'она', '.', '\n\n');
    const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (texts) => {
        const model = caseOf({ 'registry/all.yaml': registry, ...Object.fromEntries(texts.map((one, index) => [`sources/${index}.txt`, one])) });
        const pairs = rank(model);
        const order = model.sources().map(({ id }) => id);
        for (const { a, b, score } of pairs) {
          assert.ok(score > 0 && score <= 1);
          assert.ok(order.indexOf(a.source) < order.indexOf(b.source));
        }
        assert.deepEqual(pairs.map(({ score }) => score), pairs.map(({ score }) => score).sort((x, y) => y - x));
        const keys = pairs.map(({ a, b }) => `${a.source} ${a.span.start} ${b.source} ${b.span.start}`);
        assert.equal(new Set(keys).size, keys.length);
      }),
      { numRuns: 60 },
    );
  });
});
