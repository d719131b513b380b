import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readRegistryFile } from '../../../src/core/case/readRegistryFile';
import { createLinker, linkArticle } from '../../../src/core/mentions/linkArticle';
import { createKnownNames, findUnlinkedNames } from '../../../src/core/mentions/unlinkedNames';
import { buildRegistry } from '../../../src/core/registry/buildRegistry';
import { createText } from '../../../src/core/text/text';

function unlinked(content: string, entities = '') {
  const yaml = `entities:\n${entities.trim().split('\n').map((line) => `  ${line.trim()}`).join('\n')}\n`;
  const { registry } = buildRegistry([{ path: 'r.yaml', data: readRegistryFile(entities === '' ? '{}' : yaml).data }]);
  const text = createText(content);
  const mentions = linkArticle(createLinker(registry), { source: 'sources/a.txt', text, published: null }, null);
  return findUnlinkedNames('sources/a.txt', text, mentions, createKnownNames(registry));
}

const names = (content: string, entities = '') => unlinked(content, entities).map(({ text }) => text);
const similar = (content: string, entities: string) => unlinked(content, entities).map(({ similar }) => similar?.entity ?? null);

describe('findUnlinkedNames', () => {
  it('finds runs of capitalised words, with their connectors', () => {
    assert.deepEqual(names('Yesterday we met Stephen Tull at the gate.'), ['Stephen Tull']);
    assert.deepEqual(names('It cited the Universal Declaration of Human Rights and left.'), ['Universal Declaration of Human Rights']);
    assert.deepEqual(names('the Conference on Trade and Development for Asia and the Pacific took place'), ['Conference on Trade and Development for Asia and the Pacific']);
    assert.deepEqual(names('a Covenant on Economic, Social and Cultural Rights was signed'), ['Covenant on Economic, Social and Cultural Rights']);
    assert.deepEqual(names('the painter Vincent van Gogh lived'), ['Vincent van Gogh']);
  });

  it('finds acronyms, initials and mixed capitals', () => {
    assert.deepEqual(names('talks with UNDP and with N. Adams about KazAID were held'), ['UNDP', 'N. Adams', 'KazAID']);
  });

  it('keeps two names apart that "and", a comma or a possessive joins', () => {
    assert.deepEqual(names('both Ann Lee and Bob Ray, Carl Roe with Thailand’s Mary Poe'), ['Ann Lee', 'Bob Ray', 'Carl Roe', 'Thailand', 'Mary Poe']);
    assert.deepEqual(names('of the Goals and the Principles of Trade'), ['Principles of Trade']);
  });

  it('leaves sentence starters, months, weekdays, nationalities, titles and common nouns alone', () => {
    assert.deepEqual(
      names('Membership grew. Typical features, they said. On Monday in March the Minister met the President and Kazakh officials of the Government. However, Asian states left. “We stay,” I said.'),
      [],
    );
    assert.deepEqual(names('Moreover Walking home is good. He likes walking. I’d go, I think.'), []);
  });

  it('takes a word that begins a sentence where it is a name elsewhere', () => {
    assert.deepEqual(unlinked('Thailand came first. They like Thailand.').map(({ text, places }) => [text, places.length]), [['Thailand', 2]]);
  });

  it('leaves out titles before a name', () => {
    assert.deepEqual(names('then Foreign Minister Idris spoke, as did Director-General of the World Bank'), ['Idris', 'World Bank']);
    assert.deepEqual(unlinked('then Foreign Minister Idris spoke')[0]?.type, 'person');
  });

  it('leaves headlines alone but for names that the text has too', () => {
    assert.deepEqual(names('Maturing Relationship Between Strong Partners\n\nthe partners met Ann Lee\n'), ['Ann Lee']);
    assert.deepEqual(unlinked('Ann Lee Visits Bangkok\n\nthen Ann Lee left\n').map(({ text }) => text), ['Ann Lee']);
  });

  it('reads a name that is broken over two lines', () => {
    const content = 'it was a long way for the old envoy, Stephen\nTull, who came by train';
    assert.deepEqual(unlinked(content).map(({ text, span }) => [text, content.slice(span.start, span.end)]), [['Stephen\nTull', 'Stephen\nTull']]);
  });

  it('says nothing of what is linked, or was taken out by hand', () => {
    assert.deepEqual(names('in Almaty they met Ann Lee', 'almaty: {type: city, name: Almaty}'), ['Ann Lee']);
    const text = createText('it was Black Friday again');
    const { registry } = buildRegistry([]);
    assert.deepEqual(findUnlinkedNames('s', text, { mentions: [], none: [{ start: 7, end: 19 }], problems: [] }, createKnownNames(registry)), []);
  });

  it('tells each name once, with all its places and variants', () => {
    const content = 'as Stephen Tull said. Then Tull left, and S. Tull wrote. The Human Fund (HF) paid; the HF closed. Some MDGs, one MDG.';
    assert.deepEqual(unlinked(content).map(({ text, variants, places }) => ({ text, variants, count: places.length })), [
      { text: 'Stephen Tull', variants: ['Tull', 'S. Tull'], count: 3 },
      { text: 'Human Fund', variants: ['HF'], count: 3 - 0 },
      { text: 'MDGs', variants: ['MDG'], count: 2 },
    ]);
  });

  it('does not give a surname to one of two people', () => {
    assert.deepEqual(names('there Ann Lee met Bob Lee, and Lee spoke'), ['Ann Lee', 'Bob Lee', 'Lee']);
  });

  it('guesses types from titles, verbs, cue words and prepositions', () => {
    const types = Object.fromEntries(
      unlinked('near Johannesburg the Aral Sea dried, wrote Ann Lee; the Global Water Fund and the Water Summit and a Water Charter of WXYZ').map(({ text, type }) => [text, type]),
    );
    assert.deepEqual(types, {
      Johannesburg: 'place',
      'Aral Sea': 'place',
      'Ann Lee': 'person',
      'Global Water Fund': 'organization',
      'Water Summit': 'event',
      'Water Charter of WXYZ': 'work',
    });
  });

  it('works in other scripts, among emoji and combining marks', () => {
    assert.deepEqual(names('и потом Анна Каренина пришла 🚂 to see Élise Müller e\u0301 שלום'), ['Анна Каренина', 'Élise Müller']);
  });

  it('gives offsets of the text as it is, in order, apart', () => {
    const pieces = ['Ann Lee', 'Lee', 'UNDP', 'the', 'of', 'Fund', 'N.', '\r\n', '\n\n', '. ', ', ', ' (', ')', '👩‍🚀', 'e\u0301', '’s', 'U.S.', 'I’d', '-', '\u00ad', '\ud800'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), fc.boolean(), (parts, spaced) => {
        const content = parts.join(spaced ? ' ' : '');
        const found = unlinked(content);
        for (const { span, text, places } of found) {
          assert.equal(content.slice(span.start, span.end), text);
          assert.deepEqual(places[0], span);
        }
        const all = found.flatMap(({ places }) => places).sort((a, b) => a.start - b.start);
        for (const [i, { start }] of all.entries()) assert.ok(i === 0 || start >= all[i - 1]!.end);
      }),
      { numRuns: 300 },
    );
  });
});

describe('names spelt like known ones', () => {
  const people = `
    nazarbayev: {type: person, name: Nursultan Nazarbayev}
    tull: {type: person, name: Stephen Tull}
    escap: {type: organization, name: ESCAP}
    unep: {type: organization, name: UNEP}
    semey: {type: city, name: Semipalatinsk}
  `;

  it('are told with the name they are like', () => {
    assert.deepEqual(similar('that Nazarbaev said', people), ['nazarbayev']);
    assert.deepEqual(similar('that N. Nazarbaev said', people), ['nazarbayev']);
    assert.deepEqual(similar('that Nursultan Nazarbaev said', people), ['nazarbayev']);
    assert.deepEqual(similar('that Steven Tull said', people), [null]);
    assert.deepEqual(similar('near Semipalatinks they met ESCAO', people), ['semey', 'escap']);
  });

  it('group with the other forms of the name, with or without a title', () => {
    const [name, ...others] = unlinked('then President Nazarbaev spoke. Then Nursultan Nazarbaev left, and N. Nazarbaev wrote; Nazarbaev’s visit', people);
    assert.deepEqual([name?.text, name?.variants, name?.places.length, name?.similar?.entity, others], ['Nazarbaev', ['Nursultan Nazarbaev', 'N. Nazarbaev'], 4, 'nazarbayev', []]);
  });

  it('are told apart from people who share the surname', () => {
    assert.deepEqual(similar('then Timur Nazarbaev stayed, and Nazarbaev spoke', people), [null]);
    assert.deepEqual(similar('then President Nazarbaev spoke. Timur Nazarbaev stayed', people), [null]);
    assert.deepEqual(similar('then Nursultan Nazarbaev met Timur Nazarbaev', people), ['nazarbayev', null]);
  });

  it('take a surname alone for the one person of the article who has it', () => {
    const tulls = 'tull: {type: person, name: Stephen Tull}\n    ann: {type: person, name: Ann Tull}';
    assert.deepEqual(similar('then Stephen Tull signed. “Yes,” Tull said', tulls), ['tull']);
    assert.deepEqual(similar('then Stephen Tull met Ann Tull. “Yes,” Tull said', tulls), [null]);
  });

  it('are no other people, and no other short acronyms', () => {
    assert.deepEqual(similar('that Dariga Nazarbaeva said', people), [null]);
    assert.deepEqual(similar('that Dariga Nazarbaev said', people), [null]);
    assert.deepEqual(similar('with UNDP there', people), [null]);
  });
});
