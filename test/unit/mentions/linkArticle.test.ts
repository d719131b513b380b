import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readAnnotationFile } from '../../../src/core/case/readAnnotationFile';
import { readRegistryFile } from '../../../src/core/case/readRegistryFile';
import { explainMention } from '../../../src/core/mentions/explainMention';
import { createLinker, linkArticle } from '../../../src/core/mentions/linkArticle';
import type { ArticleMentions } from '../../../src/core/mentions/mention';
import { buildRegistry } from '../../../src/core/registry/buildRegistry';
import { createText, overlaps } from '../../../src/core/text/text';

interface Given {
  readonly registry: string;
  readonly content: string;
  readonly mentions?: string;
  readonly source?: string;
  readonly published?: string | null;
}

function registryOf(entities: string) {
  const yaml = `entities:\n${entities.trim().split('\n').map((line) => `  ${line.trim()}`).join('\n')}\n`;
  return buildRegistry([{ path: 'registry/r.yaml', data: readRegistryFile(yaml).data }]).registry;
}

function link({ registry, content, mentions, source = 'sources/a.txt', published = null }: Given): ArticleMentions {
  const lines = (mentions ?? '').trim().split('\n').map((line) => `  - ${line.trim()}`).join('\n');
  const notes = mentions === undefined ? null : readAnnotationFile(`source: ${source}\nmentions:\n${lines}\n`).data;
  return linkArticle(createLinker(registryOf(registry)), { source, text: createText(content), published }, notes);
}

/** `text=entity` of each mention, `text?a|b` where ambiguous. */
function told(given: Given): string[] {
  return link(given).mentions.map(({ text, entity, candidates }) => (entity === null ? `${text}?${candidates.join('|')}` : `${text}=${entity}`));
}

const georgias = `
  georgia-country: {type: country, name: Georgia, aliases: [Republic of Georgia]}
  georgia-state: {type: region, name: State of Georgia, aliases: [Georgia]}
`;
const jordans = `
  jordan-country: {type: country, name: Jordan, aliases: [Kingdom of Jordan]}
  jordan-person: {type: person, name: Michael Jordan, aliases: [Jordan]}
  river: {type: place, name: Jordan River}
`;

describe('linking by name', () => {
  it('links canonical names and aliases, with offsets into the text as it is', () => {
    const { mentions } = link({ registry: 'un: {type: organization, name: United Nations, aliases: [UN]}', content: 'The United\r\nNations, or UN.' });
    assert.deepEqual(
      mentions.map(({ span, text, entity, alias, rule }) => ({ span, text, entity, alias, rule })),
      [
        { span: { start: 4, end: 19 }, text: 'United\r\nNations', entity: 'un', alias: 'United Nations', rule: 'alias' },
        { span: { start: 24, end: 26 }, text: 'UN', entity: 'un', alias: 'UN', rule: 'alias' },
      ],
    );
  });

  it('ignores names of one letter and redirected entities', () => {
    assert.deepEqual(told({ registry: 'x: {type: other, name: Xenon, aliases: [X, "𝔛"]}\nold: {redirect: x}', content: 'X and 𝔛 and Xenon' }), ['Xenon=x']);
  });

  it('takes ids and names such as __proto__ and constructor as any other', () => {
    assert.deepEqual(told({ registry: 'constructor: {type: other, name: __proto__ works}', content: 'the __proto__ works' }), ['__proto__ works=constructor']);
  });

  it('links nothing in an empty article', () => {
    assert.deepEqual(link({ registry: georgias, content: '' }), { mentions: [], none: [], problems: [] });
  });
});

describe('links by hand', () => {
  it('that overlap are told where nothing but their order decides, and explained where one came before', () => {
    const registry = 'board: {type: organization, name: Harbour Board}\ncouncil: {type: organization, name: City Council}';
    const content = 'The port board met. Later the board spoke, and the port board left.';
    const problems = (...entries: readonly string[]) =>
      link({ registry, content, mentions: entries.join('\n') }).problems.map(({ code, message }) => `${code}: ${message}`);
    const [long, short] = ['{quote: port board, every: true, entity: board}', '{quote: board, every: true, entity: council}'];
    assert.deepEqual(problems(long, short), [], 'longer words first are meant so');
    assert.deepEqual(problems(short, long), [
      'mention/overlap: All 2 places of “port board” are linked to City Council by an earlier entry, “board” — put the one that counts first, or remove the other',
    ]);
    assert.deepEqual(problems(short, '{quote: port board, every: true, entity: council}'), [], 'both say the same');
    assert.deepEqual(problems('{quote: port board, prefix: "The ", entity: board}', short), [], 'one place told apart is an exception');
    assert.deepEqual(problems('{quote: Later, entity: none}', '{quote: Later the, entity: board}'), [
      'mention/overlap: The place of “Later the” is linked to no entity by an earlier entry, “Later” — put the one that counts first, or remove the other',
    ]);
    assert.deepEqual(problems(short, '{quote: board, every: true, entity: board}').length, 1, 'the same words');
    const { mentions } = link({ registry, content, mentions: `${long}\n${short}` });
    assert.deepEqual(mentions.map(({ entity, suppressed }) => [entity, suppressed]), [
      ['board', [{ entity: 'council', reason: 'overlap' }]],
      ['council', []],
      ['board', [{ entity: 'council', reason: 'overlap' }]],
    ]);
    assert.match(explainMention(mentions[0]!, registryOf(registry)).join(' '), /Not City Council: another entry links words here to it/);
  });
  it('link what no name says, and remove what they overlap', () => {
    const given = { registry: jordans, content: 'He crossed the Jordan River twice.', mentions: '{quote: crossed the Jordan, entity: jordan-country}' };
    assert.deepEqual(told(given), ['crossed the Jordan=jordan-country']);
    const [mention] = link(given).mentions;
    assert.equal(mention?.rule, 'link');
    assert.equal(mention?.by?.quote.text, 'crossed the Jordan');
    assert.deepEqual(mention?.suppressed, [{ entity: 'jordan-person', reason: 'link' }]);
  });

  it('leave names beside them alone', () => {
    assert.deepEqual(told({ registry: `un: {type: organization, name: UN}\n${jordans}`, content: 'UN Jordan River office', mentions: '{quote: River office, entity: un}' }), [
      'UN=un',
      'Jordan?jordan-country|jordan-person',
      'River office=un',
    ]);
  });

  it('stand at every place with every: true, and one place told apart goes first', () => {
    assert.deepEqual(
      told({
        registry: 'a: {type: organization, name: KazAID}\nb: {type: organization, name: Reuters}',
        content: 'The agency met the agency. Later the agency said so.',
        mentions: '{quote: the agency, every: true, entity: a}\n{quote: the agency, suffix: " said", entity: b}',
      }),
      ['the agency=a', 'the agency=b'],
    );
  });

  it('follow redirects', () => {
    assert.deepEqual(told({ registry: 'a: {type: person, name: Ann}\nold: {redirect: a}', content: 'she came', mentions: '{quote: she, entity: old}' }), ['she=a']);
  });

  it('with entity: none take the name out, and nothing is offered there', () => {
    const given = { registry: 'friday: {type: person, name: Friday}', content: 'On Black Friday, Friday came.', mentions: '{quote: Black Friday, entity: none}' };
    assert.deepEqual(told(given), ['Friday=friday']);
    assert.deepEqual(link(given).none, [{ start: 3, end: 15 }]);
  });

  it('tell of an unknown entity with the nearest id, and link nothing', () => {
    const given = { registry: 'kazakhstan: {type: country, name: Kazakhstan}', content: 'the country', mentions: '{quote: the country, entity: kazakstan}' };
    const { mentions, problems } = link(given);
    assert.deepEqual(mentions, []);
    assert.deepEqual(problems.map(({ code, message, data }) => ({ code, message, data })), [
      { code: 'reference/unknown-entity', message: 'unknown entity "kazakstan" — did you mean "kazakhstan"?', data: { replacement: 'kazakhstan' } },
    ]);
  });

  it('tell of quotes that are lost or ambiguous, and the rest stands', () => {
    const { mentions, problems } = link({
      registry: jordans,
      content: 'It rained. It poured. The Kingdom of Jordan.',
      mentions: '{quote: snowed, entity: river}\n{quote: It, entity: river}\n{quote: poured, entity: river}',
    });
    assert.deepEqual(problems.map(({ code }) => code), ['anchor/lost', 'anchor/ambiguous']);
    assert.match(problems[1]!.message, /occurs 2 times in sources\/a\.txt — add a prefix or suffix, or every: true/);
    assert.deepEqual(mentions.map(({ text }) => text), ['poured', 'Kingdom of Jordan']);
  });

  it('hold where the quote has changed a little, and say so', () => {
    const { mentions, problems } = link({
      registry: jordans,
      content: 'the long and winding river valley',
      mentions: '{quote: the long and windng river, entity: river}',
    });
    assert.deepEqual(mentions.map(({ text }) => text), ['the long and winding river']);
    assert.deepEqual(problems.map(({ code }) => code), ['anchor/moved']);
  });
});

describe('rejections by hand', () => {
  it('leave the other entities of the name', () => {
    const given = { registry: jordans, content: 'Jordan said no. Jordan is dry.', mentions: '{quote: Jordan, suffix: " said", not: jordan-country}' };
    assert.deepEqual(told(given), ['Jordan=jordan-person', 'Jordan?jordan-country|jordan-person']);
    assert.deepEqual(link(given).mentions[0]?.suppressed, [{ entity: 'jordan-country', reason: 'rejected' }]);
  });

  it('decide nothing at other places', () => {
    assert.deepEqual(told({ registry: georgias, content: 'Georgia won. Georgia lost.', mentions: '{quote: Georgia, suffix: " won", not: georgia-state}' }), [
      'Georgia=georgia-country',
      'Georgia?georgia-country|georgia-state',
    ]);
  });

  it('have the rest matched again', () => {
    const registry = 'times: {type: organization, name: Astana Times}\nastana: {type: city, name: Astana}';
    assert.deepEqual(told({ registry, content: 'The Astana Times wrote', mentions: '{quote: The Astana Times, not: times}' }), ['Astana=astana']);
    assert.deepEqual(told({ registry, content: 'The Astana Times wrote', mentions: '{quote: The Astana Times, not: astana}' }), ['Astana Times=times']);
  });

  it('of the only entity leave no mention, at that place only', () => {
    assert.deepEqual(told({ registry: 'astana: {type: city, name: Astana}', content: 'Astana Hotel, Astana', mentions: '{quote: Astana Hotel, not: astana}' }), ['Astana=astana']);
  });
});

describe('scopes', () => {
  const scoped = `
    nazarbayev: {type: person, name: Nursultan Nazarbayev, aliases: [{text: the President, in: [sources/a.txt]}]}
    clinton: {type: person, name: Bill Clinton, aliases: [{text: the President, except: [sources/a.txt]}]}
  `;

  it('in and except rule an alias in or out by source', () => {
    assert.deepEqual(told({ registry: scoped, content: 'Then the President spoke' }), ['the President=nazarbayev']);
    assert.deepEqual(told({ registry: scoped, content: 'Then the President spoke', source: 'sources/b.txt' }), ['the President=clinton']);
    const [mention] = link({ registry: scoped, content: 'Then the President spoke' }).mentions;
    assert.equal(mention?.rule, 'scope');
    assert.deepEqual(mention?.suppressed, [{ entity: 'clinton', reason: 'scope-source' }]);
  });

  it('leave no mention where all are out of scope', () => {
    const registry = 'n: {type: person, name: Nursultan, aliases: [{text: the President, in: [sources/a.txt]}]}';
    assert.deepEqual(told({ registry, content: 'the President', source: 'sources/b.txt' }), []);
  });

  it('an out-of-scope longer name makes way for a shorter one', () => {
    const registry = 'a: {type: person, name: Ann, aliases: [{text: President Tull, in: [sources/b.txt]}]}\nt: {type: person, name: Tull}';
    assert.deepEqual(told({ registry, content: 'President Tull' }), ['Tull=t']);
  });

  it('an alias narrowed to this source goes before one that is not narrowed', () => {
    const registry = 'a: {type: person, name: Ann, aliases: [{text: the chief, in: [sources/a.txt]}]}\nb: {type: person, name: Bob, aliases: [the chief]}';
    assert.deepEqual(told({ registry, content: 'the chief' }), ['the chief=a']);
    assert.deepEqual(told({ registry, content: 'the chief', source: 'sources/b.txt' }), ['the chief=b']);
  });

  const dated = `
    first: {type: person, name: Nursultan Nazarbayev, aliases: [{text: the President, valid: 1991/2019-03}]}
    second: {type: person, name: Kassym-Jomart Tokayev, aliases: [{text: the President, valid: 2019-03/..}]}
  `;

  it('valid is read against the date of the article', () => {
    assert.deepEqual(told({ registry: dated, content: 'the President', published: '2015' }), ['the President=first']);
    assert.deepEqual(told({ registry: dated, content: 'the President', published: '2021-05-04' }), ['the President=second']);
    const [mention] = link({ registry: dated, content: 'the President', published: '2015' }).mentions;
    assert.deepEqual(mention?.suppressed, [{ entity: 'second', reason: 'scope-date' }]);
  });

  it('decides nothing where the article has no date, or one that meets both', () => {
    assert.deepEqual(told({ registry: dated, content: 'the President' }), ['the President?first|second']);
    assert.deepEqual(told({ registry: dated, content: 'the President', published: '2019' }), ['the President?first|second']);
  });
});

describe('one name, several entities', () => {
  it('is ambiguous, with all rivals', () => {
    const { mentions } = link({ registry: georgias, content: 'He flew to Georgia.' });
    assert.deepEqual(mentions.map(({ entity, candidates, rule }) => ({ entity, candidates, rule })), [
      { entity: null, candidates: ['georgia-country', 'georgia-state'], rule: 'ambiguous' },
    ]);
  });

  it('goes to the entity whose full name stands in the same article, before or after', () => {
    assert.deepEqual(told({ registry: georgias, content: 'Georgia votes. The State of Georgia did so.' }), ['Georgia=georgia-state', 'State of Georgia=georgia-state']);
    const [mention] = link({ registry: georgias, content: 'Georgia votes. The Republic of Georgia did so.' }).mentions;
    assert.equal(mention?.entity, 'georgia-country');
    assert.equal(mention?.rule, 'prominence');
    assert.deepEqual(mention?.suppressed, [{ entity: 'georgia-state', reason: 'prominence' }]);
  });

  it('stays ambiguous where the full names of both stand there', () => {
    assert.equal(told({ registry: georgias, content: 'State of Georgia, Republic of Georgia, Georgia' }).at(-1), 'Georgia?georgia-country|georgia-state');
  });

  it('is decided by a full name that was linked by hand', () => {
    const registry = 'a: {type: person, name: John Smith, aliases: [Smith]}\nb: {type: person, name: John Smith, aliases: [Smith]}';
    assert.deepEqual(told({ registry, content: 'John Smith came. Smith left.', mentions: '{quote: John Smith, entity: b}' }), ['John Smith=b', 'Smith=b']);
  });

  it('goes by scope before it goes by full name', () => {
    const registry = 'a: {type: person, name: Ann Lee, aliases: [{text: Lee, in: [sources/a.txt]}]}\nb: {type: person, name: Bruce Lee, aliases: [Lee]}';
    assert.deepEqual(told({ registry, content: 'Bruce Lee met Lee' }), ['Bruce Lee=b', 'Lee=a']);
  });

  it('is one candidate where one entity has the name twice', () => {
    assert.deepEqual(told({ registry: 'a: {type: organization, name: UN-Women, aliases: [UN Women, "UN‑Women"]}', content: 'UN-Women' }), ['UN-Women=a']);
  });
});

describe('explainMention', () => {
  it('names the alias, the rule, the rivals and what was suppressed and why', () => {
    const registry = registryOf(georgias);
    const explain = (content: string) => {
      const { mentions } = linkArticle(createLinker(registry), { source: 's', text: createText(content), published: null }, null);
      return explainMention(mentions[0]!, registry);
    };
    assert.deepEqual(explain('Georgia'), [
      '“Georgia” could be Georgia (georgia-country) or State of Georgia (georgia-state): no link by hand, scope or full name in this article decides.',
    ]);
    assert.deepEqual(explain('Georgia, Republic of Georgia'), [
      '“Georgia” has several entities; only the full name of Georgia stands in this article.',
      'Not State of Georgia: its full name does not stand in this article.',
    ]);
    assert.deepEqual(explain('Republic of Georgia'), ['“Republic of Georgia” is a name of Georgia.']);
  });
});

describe('properties of linking', () => {
  it('mentions are sorted, apart, outside none, and their text is the slice', () => {
    const pieces = ['Georgia', 'Republic of Georgia', 'Jordan', 'Michael Jordan', 'Jordan River', 'the', 'of', 'e\u0301', '👩‍🚀', 'שלום', '\r\n', '\n\n', ', ', ' '];
    const linker = createLinker(registryOf(georgias + jordans));
    const notes = readAnnotationFile(
      [
        'source: sources/a.txt',
        'mentions:',
        '  - {quote: Jordan River, every: true, entity: none}',
        '  - {quote: of Georgia, every: true, entity: georgia-state}',
        '  - {quote: Michael, not: jordan-person}',
      ].join('\n'),
    ).data;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        const content = parts.join(' ');
        const { mentions, none } = linkArticle(linker, { source: 'sources/a.txt', text: createText(content), published: null }, notes);
        let end = 0;
        for (const { span, text, entity, candidates } of mentions) {
          assert.ok(span.start >= end && span.end > span.start);
          assert.equal(content.slice(span.start, span.end), text);
          assert.equal(candidates.length === 1, entity !== null);
          assert.ok(!none.some((place) => overlaps(place, span)));
          end = span.end;
        }
      }),
      { numRuns: 200 },
    );
  });
});
