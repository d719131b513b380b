import assert from 'node:assert/strict';
import { linkMention, rejectMention, saidByHand, unlinkMention } from '../../../src/core/edits/linkMention';
import { selectionSpan } from '../../../src/core/edits/selection';
import { lines, markedCase } from '../markedCase';
import { make, placeOf } from './madeEdits';
import { refusal } from './planned';

const article = lines`
  The Old Bridge of Harrow carries trams. Mayor Quill opened the bridge.

  The bridge was closed by Quill in March. Harrow mourned, and the bridge
  of Quill's dreams was lost. The Old
  Bridge is gone.
  `;
const registry = lines`
  entities:
    old-bridge: {type: place, name: Old Bridge, aliases: [the bridge]}
    ada-quill:
      type: person
      name: Ada Quill
      aliases:
        - Quill # the mayor
        - Mayor Quill
    ben-quill: {type: person, name: Ben Quill}
    harrow: {type: city, name: Harrow}
  `;
const source = 'sources/news/post.txt';
const notes = 'annotations/news/post.yaml';

function sample(annotations?: string, manifest = '') {
  return markedCase({
    'corroborate.yaml': manifest,
    [source]: article,
    'sources/ledger.txt': 'Quill said no.',
    'registry/all.yaml': registry,
    ...(annotations === undefined ? {} : { [notes]: annotations }),
  }).model;
}

describe('linking by hand', () => {
  it('makes the annotation file, mirroring the article', () => {
    const model = sample();
    const plan = linkMention(model, { source, span: placeOf(model, source, 'Quill', 'closed by '), entity: 'ben-quill' });
    assert.deepEqual(make(model, plan), {
      [notes]: `source: ${source}\nmentions:\n  - {quote: Quill, prefix: "by ", entity: ben-quill}\n`,
    });
    assert.equal('edit' in plan && plan.edit.label, 'Link “Quill” to Ben Quill');
    assert.deepEqual(model.mentionsOf('ben-quill').map(({ span }) => span), [placeOf(model, source, 'Quill', 'closed by ')]);
  });
  it('puts links in the order of the article, whatever stands there, and keeps comments', () => {
    const model = sample(lines`
      source: ${source}
      mentions:
        # seen by A.
        - {quote: Mayor Quill, entity: ben-quill} # sure

        # last
        - quote: dreams
          entity: none
      claims: []
      `);
    make(model, linkMention(model, { source, span: placeOf(model, source, 'trams'), entity: 'none' }));
    const result = make(model, linkMention(model, { source, span: placeOf(model, source, 'March'), entity: 'harrow' }));
    assert.equal(
      result[notes],
      lines`
        source: ${source}
        mentions:
          - {quote: trams, entity: none}
          # seen by A.
          - {quote: Mayor Quill, entity: ben-quill} # sure
          - {quote: March, entity: harrow}

          # last
          - quote: dreams
            entity: none
        claims: []
        `,
    );
  });
  it('says it of every occurrence', () => {
    const model = sample(`source: ${source}\n`);
    const result = make(model, linkMention(model, { source, span: placeOf(model, source, 'Quill', 'closed by '), entity: 'ben-quill', every: true }));
    assert.equal(result[notes], `source: ${source}\nmentions:\n  - {quote: Quill, entity: ben-quill, every: true}\n`);
    assert.equal(model.mentionsOf('ben-quill', source).length, 3);
  });
  it('says it of every occurrence before a link of every occurrence that overlaps it and stays at other places', () => {
    const model = sample(`source: ${source}\nmentions:\n  - {quote: Quill, entity: ben-quill, every: true}\n`);
    const result = make(model, linkMention(model, { source, span: placeOf(model, source, 'by Quill in March'), entity: 'harrow', every: true }));
    const made = '{quote: by Quill in March, entity: harrow, every: true}';
    assert.equal(result[notes], `source: ${source}\nmentions:\n  - ${made}\n  - {quote: Quill, entity: ben-quill, every: true}\n`);
    const linked = model.mentions(source).mentions.filter(({ by }) => by);
    assert.deepEqual(linked.map(({ text, entity }) => [text, entity]), [['Quill', 'ben-quill'], ['by Quill in March', 'harrow'], ['Quill', 'ben-quill']]);
  });
  it('says it of every occurrence where the place that was selected overlaps a link, which would win over it', () => {
    for (const linked of ['quote: Mayor Quill, entity: ada-quill', 'quote: Mayor Quill, entity: ada-quill, every: true']) {
      const model = sample(`source: ${source}\nmentions:\n  - {${linked}}   # seen by A.\n`);
      const result = make(model, linkMention(model, { source, span: placeOf(model, source, 'Quill', 'Mayor '), entity: 'ben-quill', every: true }));
      assert.equal(result[notes], `source: ${source}\nmentions:\n  - {quote: Quill, entity: ben-quill, every: true}   # seen by A.\n`);
      assert.equal(model.mentionsOf('ben-quill', source).length, 3);
    }
  });
  it('changes the link or the rejection that stands there, and takes away links that it overlaps', () => {
    const model = sample(lines`
      source: ${source}
      mentions:
        - {quote: Mayor Quill, not: ada-quill}   # not she
        - {quote: Quill, prefix: "by ", entity: ada-quill}
      `);
    make(model, linkMention(model, { source, span: placeOf(model, source, 'Mayor Quill'), entity: 'ada-quill' }));
    const result = make(model, linkMention(model, { source, span: placeOf(model, source, 'by Quill', 'closed '), entity: 'ben-quill' }));
    assert.equal(
      result[notes],
      lines`
        source: ${source}
        mentions:
          - {quote: Mayor Quill, entity: ada-quill}   # not she
          - {quote: by Quill, entity: ben-quill}
        `,
    );
  });
  it('writes the source where the annotation file lacks it, and a file of the name of the neighbours', () => {
    const model = sample('# mine\n');
    assert.equal(make(model, linkMention(model, { source, span: placeOf(model, source, 'March'), entity: 'none' }))[notes],
      `# mine\nsource: ${source}\nmentions:\n  - {quote: March, entity: none}\n`);
    const other = markedCase({
      'corroborate.yaml': 'annotations: ["notes/**/*.yml"]\ninclude: ["texts/**/*.txt"]\n',
      'texts/a/one.txt': 'One.', 'texts/a/two.txt': 'Two March.', 'texts/b/one.txt': 'One.',
      'notes/x/one.notes.yml': 'source: texts/a/one.txt\n',
      'registry/all.yaml': registry,
    }).model;
    const link = (id: string, words: string) => make(other, linkMention(other, { source: id, span: placeOf(other, id, words), entity: 'none' }));
    assert.deepEqual(Object.keys(link('texts/b/one.txt', 'One')), ['notes/b/one.yml']);
    assert.deepEqual(Object.keys(link('texts/a/two.txt', 'March')), ['notes/a/two.yml']);
  });
  it('refuses with a way out', () => {
    const model = sample();
    const march = placeOf(model, source, 'March');
    assert.equal(refusal(linkMention(model, { source, span: march, entity: 'harow' })), 'The registry has no entity "harow" — did you mean "harrow"?');
    assert.match(refusal(linkMention(model, { source: 'sources/no.txt', span: march, entity: 'harrow' })), /sources\/no\.txt is not an article of this case/);
    assert.match(refusal(linkMention(model, { source, span: placeOf(model, source, '\n\n'), entity: 'harrow' })), /Nothing is selected/);
    assert.match(refusal(linkMention(model, { source, span: placeOf(model, source, 'bridge.\n\nThe'), entity: 'harrow' })), /blank line/);
    assert.match(refusal(linkMention(model, { source, span: placeOf(model, source, 'Harrow'), entity: 'harrow' })), /“Harrow” links to Harrow already/);
    const broken = sample(`source: ${source}\nmentions: [\n`);
    assert.match(refusal(linkMention(broken, { source, span: march, entity: 'harrow' })), /^annotations\/news\/post\.yaml has a syntax error/);
    const elsewhere = sample(undefined, 'annotations: []');
    assert.match(refusal(linkMention(elsewhere, { source, span: march, entity: 'harrow' })), /"annotations" in corroborate\.yaml/);
  });
  it('refuses where anchors would carry the change to other entries', () => {
    const model = sample(`source: ${source}\nmentions: &all\n  - {quote: trams, entity: none}\nclaims: []\ndismissed: *all\n`);
    assert.match(refusal(linkMention(model, { source, span: placeOf(model, source, 'March'), entity: 'none' })), /“mentions” is used elsewhere in the file as \*all/);
  });
});

describe('taking back a link', () => {
  const linked = lines`
    source: ${source}
    mentions:
      - {quote: Mayor Quill, entity: ben-quill}
      - {quote: March, entity: none}
    `;
  it('removes the entry, also that of no entity', () => {
    const model = sample(linked);
    make(model, unlinkMention(model, { source, span: placeOf(model, source, 'Quill', 'Mayor ') }));
    const result = make(model, unlinkMention(model, { source, span: placeOf(model, source, 'March') }));
    assert.equal(result[notes], `source: ${source}\nmentions: []\n`);
  });
  it('removes the entry that counts, and says before how many places it is about', () => {
    const model = sample(lines`
      source: ${source}
      mentions:
        - {quote: Quill, entity: ben-quill, every: true}
        - {quote: Mayor Quill, entity: ada-quill}
        - {quote: March, entity: none}
      `);
    const mayor = { source, span: placeOf(model, source, 'Quill', 'Mayor ') };
    const places = model.mentions(source).mentions.filter(({ by }) => by?.every).length;
    assert.deepEqual(saidByHand(model, mayor), { entity: 'ada-quill', places: 1 });
    assert.deepEqual(saidByHand(model, { source, span: placeOf(model, source, 'March') }), { entity: null, places: 1 });
    assert.equal(saidByHand(model, { source, span: placeOf(model, source, 'Harrow') }), null);
    make(model, unlinkMention(model, mayor));
    assert.deepEqual(saidByHand(model, mayor), { entity: 'ben-quill', places: places + 1 });
    const result = make(model, unlinkMention(model, mayor));
    assert.equal(result[notes], `source: ${source}\nmentions:\n  - {quote: March, entity: none}\n`);
  });
  it('is refused for a name that links by itself', () => {
    const model = sample(linked);
    assert.match(refusal(unlinkMention(model, { source, span: placeOf(model, source, 'Harrow') })), /“Harrow” is not linked by hand — .*“Not this entity”/);
  });
});

describe('not this entity', () => {
  it('here: the place is told apart, and the name links elsewhere as before', () => {
    const model = sample();
    const before = model.mentionsOf('ada-quill', source).length;
    const result = make(model, rejectMention(model, { source, span: placeOf(model, source, 'Quill', 'closed by '), entity: 'ada-quill', scope: 'here' }));
    assert.equal(result[notes], `source: ${source}\nmentions:\n  - {quote: Quill, prefix: "by ", not: ada-quill}\n`);
    assert.equal(model.mentionsOf('ada-quill', source).length, before - 1);
  });
  it('in this article: one rejection for each way in which the alias is written', () => {
    const model = sample();
    const result = make(model, rejectMention(model, { source, span: placeOf(model, source, 'the bridge'), entity: 'old-bridge', scope: 'article' }));
    assert.equal(
      result[notes],
      `source: ${source}\nmentions:\n  - {quote: the bridge, not: old-bridge, every: true}\n  - {quote: The bridge, not: old-bridge, every: true}\n`,
    );
    assert.deepEqual(model.mentionsOf('old-bridge', source).map(({ text }) => text), ['Old Bridge', 'Old\nBridge']);
  });
  it('everywhere: the alias leaves the registry with its own comment', () => {
    const model = sample();
    const result = make(model, rejectMention(model, { source, span: placeOf(model, source, 'Quill', 'closed by '), entity: 'ada-quill', scope: 'everywhere' }));
    assert.equal(result['registry/all.yaml'], registry.replace('      - Quill # the mayor\n', ''));
    assert.deepEqual(model.mentionsOf('ada-quill', 'sources/ledger.txt'), []);
    const name = rejectMention(model, { source, span: placeOf(model, source, 'Harrow'), entity: 'harrow', scope: 'everywhere' });
    assert.match(refusal(name), /“Harrow” is the name of harrow/);
  });
  it('of a link by hand: the link goes, or becomes a rejection where the name would link again', () => {
    const model = sample(`source: ${source}\nmentions:\n  - {quote: March, entity: harrow}\n  - {quote: Mayor Quill, entity: ada-quill}\n`);
    make(model, rejectMention(model, { source, span: placeOf(model, source, 'March'), entity: 'harrow', scope: 'here' }));
    const result = make(model, rejectMention(model, { source, span: placeOf(model, source, 'Mayor Quill'), entity: 'ada-quill', scope: 'here' }));
    assert.equal(result[notes], `source: ${source}\nmentions:\n  - {quote: Mayor Quill, not: ada-quill}\n`);
  });
  it('of a link of every occurrence: this place is none', () => {
    const model = sample(`source: ${source}\nmentions:\n  - {quote: March, entity: harrow, every: true}\n`);
    make(model, rejectMention(model, { source, span: placeOf(model, source, 'March'), entity: 'harrow', scope: 'here' }));
    assert.deepEqual(model.mentions(source).none, [placeOf(model, source, 'March')]);
  });
});

describe('what a selection means', () => {
  const span = (words: string, after = '', cut: readonly [number, number] = [0, 0]) => {
    const model = sample();
    const { start, end } = placeOf(model, source, words, after);
    const found = selectionSpan(model, source, { start: start + cut[0], end: end - cut[1] });
    return found && model.text(source)!.content.slice(found.start, found.end);
  };
  it('leaves white space out', () => assert.equal(span(' trams. '), 'trams.'));
  it('is nothing where there is white space alone', () => assert.equal(span('\n\n'), null));
  it('grows from half a word to the mention there, else to the word', () => {
    assert.equal(span('Old Bridge', '', [1, 4]), 'Old Bridge');
    assert.equal(span('trams', '', [1, 1]), 'trams');
    assert.equal(span('Mayor Quill', '', [1, 8]), 'Mayor Quill');
  });
  it('takes in a mention whose edge it goes over, and leaves whole words inside one', () => {
    assert.equal(span('The Old'), 'The Old Bridge');
    assert.equal(span('Bridge'), 'Bridge');
  });
  it('goes over lines', () => assert.equal(span('Old\nBri'), 'Old\nBridge'));
  it('is what the cursor stands in', () => {
    assert.equal(span('dge of', '', [0, 6]), 'Old Bridge');
    assert.equal(span('ams', '', [0, 3]), 'trams');
    assert.equal(span(', and', '', [1, 4]), null);
  });
});
