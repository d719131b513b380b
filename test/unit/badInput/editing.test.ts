import assert from 'node:assert/strict';
import type { CaseModel } from '../../../src/core/caseModel';
import { addAlias } from '../../../src/core/edits/addAlias';
import { addEntity } from '../../../src/core/edits/addEntity';
import type { Plan } from '../../../src/core/edits/caseEdit';
import { recordClaim } from '../../../src/core/edits/claimEdits';
import { linkMention, rejectMention } from '../../../src/core/edits/linkMention';
import { mergeEntities } from '../../../src/core/edits/mergeEntities';
import { removeEntity } from '../../../src/core/edits/removeEntity';
import { renameId } from '../../../src/core/edits/renameId';
import { renameName } from '../../../src/core/edits/renameName';
import { splitEntity } from '../../../src/core/edits/splitEntity';
import { markedCase } from '../markedCase';
import { make, placeOf } from '../edits/madeEdits';
import { refusal } from '../edits/planned';

const source = 'sources/a.txt';
const notes = 'annotations/a.yaml';
const registry = 'registry/all.yaml';
const article = 'Ada Quill and Ada Q. left the Pier. Ada Quill said that No Ltd was founded in 1901.\n';

const edits: Readonly<Record<string, (model: CaseModel) => Plan>> = {
  'a new entity': (model) => addEntity(model, { type: 'city', name: 'Harrow', aliases: ['yes', '1.10'] }),
  'an alias': (model) => addAlias(model, { entity: 'quill', text: 'Miss Quill' }),
  'a link': (model) => linkMention(model, { source, span: placeOf(model, source, 'Ada Q.'), entity: 'y' }),
  'a rejection': (model) => rejectMention(model, { source, span: placeOf(model, source, 'Ada Quill'), entity: 'quill', scope: 'here' }),
  'an alias that goes': (model) => rejectMention(model, { source, span: placeOf(model, source, 'Ada Q.'), entity: 'quill', scope: 'everywhere' }),
  'a claim': (model) => recordClaim(model, { source, span: placeOf(model, source, 'founded in 1901'), subject: 'no', property: 'founded', value: '1901' }),
  'another id': (model) => renameId(model, 'entity', 'quill', 'on'),
  'another name': (model) => renameName(model, 'quill', 'Adelaide Quill', { keepAlias: true }),
  'a merge': (model) => mergeEntities(model, 'y', 'quill'),
  'a split': (model) => splitEntity(model, { entity: 'quill', id: 'off', name: 'Ada Off', mentions: model.mentionsOf('quill').slice(0, 1), aliases: [], facts: [], claims: [] }),
  'a removal': (model) => removeEntity(model, 'pier'),
};

const styles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'flow style over lines': {
    [registry]: `{ # all of it
  entities: { # they
    quill: {type: person, name: Ada Quill, aliases: [Ada Q. , # short
      AQ]}, y: {type: person, name: "Yes Man"}, # a person
    "no": {type: organization, name: No Ltd}, pier: {name: Pier} # last
  } # end of entities
}
# end
`,
    [notes]: `{source: ${source}, # of this\n mentions: [{quote: Pier, entity: pier}, # one\n  {quote: No Ltd, entity: "no"}]} # end\n`,
  },
  'anchors and comments everywhere': {
    [registry]: `# first
entities: &all # they
  # about Ada
  quill: &ada # her
    type: &kind person # a type
    name: &name Ada Quill # a name
    # her aliases
    aliases: &list # a list
      - &short Ada Q. # short
      # between
      - AQ
    # below
  y: &yes {type: *kind, name: Yes Man} # another
  # about No
  "no": {type: organization, name: No Ltd}
  pier: {name: Pier} # last
# end
`,
    [notes]: `# first\nsource: &article ${source} # of this\n# links\nmentions: &links\n  # the pier\n  - &one {quote: Pier, entity: pier} # one\n  - {quote: No Ltd, entity: "no"} # two\n# end\n`,
  },
};

/** Every comment of a text; none of the made texts has a # elsewhere. */
const commentsOf = (text: string) => (text.match(/#[^\n]*/g) ?? []).toSorted();

for (const [style, files] of Object.entries(styles)) {
  describe(`a case in ${style}`, () => {
    const opened = () => markedCase({ 'corroborate.yaml': '{}\n', [source]: article, ...files }).model;

    it('is read as it stands', () => {
      const model = opened();
      assert.deepEqual([...model.registry().entities.keys()], ['quill', 'y', 'no', 'pier']);
      assert.deepEqual([...(model.registryFile(registry)?.problems ?? []), ...(model.annotationFile(notes)?.problems ?? [])], []);
    });

    for (const [what, plan] of Object.entries(edits)) {
      it(`takes ${what} without losing a comment or another entry`, () => {
        const model = opened();
        if (what === 'a removal') make(model, { edit: { label: '', files: [{ kind: 'change', path: notes, edits: unlinkPier(model) }] } });
        const before = new Map([registry, notes].map((path) => [path, model.text(path)!.content]));
        make(model, plan(model));
        assert.equal(model.entity('no')?.name, 'No Ltd');
        const gone = what === 'a removal' || what === 'an alias that goes' ? 2 : what === 'a merge' ? 1 : 0;
        for (const [path, text] of before) {
          const kept = new Set(commentsOf(model.text(path)!.content));
          const lost = commentsOf(text).filter((comment) => !kept.has(comment));
          assert.ok(lost.length <= gone, `lost ${lost.join(' ')} in\n${model.text(path)!.content}`);
        }
      });
    }
  });
}

describe('a list that two entities share through an anchor', () => {
  it('takes no alias for one of them, and says why', () => {
    const text = 'entities:\n  quill: {name: Ada Quill, aliases: &both [Quill]}\n  other: {name: Bea Quill, aliases: *both}\n';
    const model = markedCase({ 'corroborate.yaml': '{}\n', [source]: article, [registry]: text }).model;
    for (const entity of ['quill', 'other']) assert.match(refusal(addAlias(model, { entity, text: 'Miss Quill' })), /both/, entity);
  });
});

/** The edit that takes the link of the pier out of the notes, so that nothing names it. */
function unlinkPier(model: CaseModel) {
  const text = model.text(notes)!.content;
  const [words] = /entity: pier/.exec(text) ?? [''];
  const start = text.indexOf(words);
  return [{ span: { start, end: start + words.length }, newText: 'entity: none' }];
}

describe('ids that YAML reads as something else', () => {
  const ids = ['no', 'yes', 'on', 'off', 'y', 'n', 'null', 'true', 'false'];
  const entities = ids.map((id) => `  "${id}": {name: Entity ${id.toUpperCase()}x}\n`).join('');
  const opened = () => markedCase({ 'corroborate.yaml': '{}\n', [source]: `${article}${ids.map((id) => `Entity ${id.toUpperCase()}x went. It was ${id}.`).join(' ')}\n`, [registry]: `entities:\n${entities}` }).model;

  for (const id of ids) {
    it(`stay text wherever they are written: ${id}`, () => {
      const model = opened();
      const link = make(model, linkMention(model, { source, span: placeOf(model, source, 'Pier'), entity: id }));
      assert.ok(link[notes]!.includes(`entity: "${id}"`) || link[notes]!.includes(`entity: '${id}'`), link[notes]);
      const claim = make(model, recordClaim(model, { source, span: placeOf(model, source, 'founded in 1901'), subject: id, property: 'founded', value: '1901' }));
      assert.match(claim[notes]!, new RegExp(`subject: ["']${id}["']\\n`));
      make(model, renameId(model, 'entity', id, `${id}-x`));
      const back = make(model, renameId(model, 'entity', `${id}-x`, id));
      assert.match(back[notes]!, new RegExp(`subject: ["']${id}["']\\n`));
      assert.equal(model.entity(id)?.name, `Entity ${id.toUpperCase()}x`);
      assert.deepEqual(model.claimsOf(source).map(({ subject }) => subject), [id]);
    });
  }
});
