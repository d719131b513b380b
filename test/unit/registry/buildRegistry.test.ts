import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { AliasEntry, EntityEntry, PropertyEntry, RegistryFile, Scalar } from '../../../src/core/case/entries';
import { buildRegistry } from '../../../src/core/registry/buildRegistry';
import { isPartOf, resolveEntity } from '../../../src/core/registry/registry';
import { vocabulary } from '../../../src/core/registry/vocabulary';

let place = 0;

/** A scalar with a span of its own, so that a problem tells which one it is on. */
function scalar(text: string): Scalar {
  place += 100;
  return { text, span: { start: place, end: place + text.length } };
}

function alias(text: string, scope: { in?: string[]; except?: string[]; valid?: string } = {}): AliasEntry {
  return {
    text: scalar(text),
    in: (scope.in ?? []).map(scalar),
    except: (scope.except ?? []).map(scalar),
    ...(scope.valid === undefined ? {} : { valid: scalar(scope.valid) }),
  };
}

function entity(id: string, parts: { name?: string; aliases?: AliasEntry[]; partOf?: Scalar[]; redirect?: Scalar } = {}): EntityEntry {
  return {
    id: scalar(id),
    span: { start: place, end: place + 1 },
    name: parts.name === undefined ? undefined : scalar(parts.name),
    aliases: parts.aliases ?? [],
    sameAs: [],
    partOf: parts.partOf ?? [],
    facts: [],
    redirect: parts.redirect,
  };
}

function file(entities: EntityEntry[], properties: PropertyEntry[] = [], path = 'registry/a.yaml'): { path: string; data: RegistryFile } {
  return { path, data: { entities, properties } };
}

function declaration(id: string, parts: Partial<PropertyEntry> = {}): PropertyEntry {
  return { id: scalar(id), span: { start: 0, end: 1 }, ...parts };
}

describe('registry of a case', () => {
  it('is all files as one, in their order', () => {
    const { registry, problems } = buildRegistry([file([entity('b', { name: 'B' })]), file([entity('a', { name: 'A' })], [], 'registry/b.yaml')]);
    assert.deepEqual([...registry.entities.keys()], ['b', 'a']);
    assert.deepEqual([registry.entities.get('a')?.file, problems], ['registry/b.yaml', []]);
  });

  it('lets the first of two entities with one id stand, and says where it is', () => {
    const second = entity('un', { name: 'Second' });
    const third = entity('un');
    const { registry, problems } = buildRegistry([file([entity('un', { name: 'First' })]), file([second, third], [], 'registry/b.yaml')]);
    assert.equal(registry.entities.get('un')?.name, 'First');
    assert.deepEqual(problems.map(({ file: path, code, span }) => [path, code, span]), [
      ['registry/b.yaml', 'registry/duplicate-id', second.id.span],
      ['registry/b.yaml', 'registry/duplicate-id', third.id.span],
    ]);
    assert.equal(problems[0]?.message, 'entity "un" is already declared in registry/a.yaml; this one is ignored');
  });

  it('takes __proto__ and constructor for ids like any other', () => {
    const { registry } = buildRegistry([file([entity('__proto__', { name: 'P', aliases: [alias('constructor')] }), entity('constructor')])]);
    assert.deepEqual([...registry.entities.keys()], ['__proto__', 'constructor']);
    assert.equal(resolveEntity(registry, 'toString'), undefined);
  });

  describe('redirects', () => {
    it('lead on over chains to the entity', () => {
      const { registry, problems } = buildRegistry([
        file([entity('old', { redirect: scalar('older') }), entity('older', { redirect: scalar('new') }), entity('new'), entity('part', { partOf: [scalar('old')] })]),
      ]);
      assert.deepEqual(problems, []);
      assert.deepEqual([...registry.redirects], [['old', 'new'], ['older', 'new']]);
      assert.equal(resolveEntity(registry, 'old')?.id, 'new');
      assert.deepEqual(registry.entities.get('part')?.partOf, ['new']);
      assert.deepEqual([...registry.redirectEntries.keys()], ['old', 'older']);
    });
    it('to nowhere are told with the nearest id', () => {
      const target = scalar('kazakstan');
      const { registry, problems } = buildRegistry([file([entity('kz', { redirect: target }), entity('kazakhstan')])]);
      assert.deepEqual(problems, [
        {
          file: 'registry/a.yaml',
          code: 'registry/redirect',
          span: target.span,
          message: 'unknown entity "kazakstan" — did you mean "kazakhstan"?',
          data: { replacement: 'kazakhstan' },
        },
      ]);
      assert.equal(registry.redirects.size, 0);
    });
    it('in a circle are told on each, and lead nowhere', () => {
      const [toB, toA, toSelf, into] = [scalar('b'), scalar('a'), scalar('c'), scalar('a')];
      const { registry, problems } = buildRegistry([
        file([entity('d', { redirect: into }), entity('a', { redirect: toB }), entity('b', { redirect: toA }), entity('c', { redirect: toSelf })]),
      ]);
      assert.deepEqual(problems.map(({ code, span }) => [code, span.start]), [toB, toA, toSelf].map(({ span }) => ['registry/redirect', span.start]));
      assert.equal(registry.redirects.size, 0);
    });
    it('have no other keys', () => {
      const both = entity('old', { name: 'Old', redirect: scalar('new') });
      const { registry, problems } = buildRegistry([file([both, entity('new')])]);
      assert.deepEqual(problems.map(({ code, span }) => [code, span]), [['registry/redirect', both.id.span]]);
      assert.equal(resolveEntity(registry, 'old')?.id, 'new');
    });
  });

  describe('partOf', () => {
    it('that is unknown is left out, with the nearest id by id, name or alias', () => {
      const wrong = [scalar('Republic of Kazakstan'), scalar('Kazahkstan'), scalar('zzzz')];
      const { registry, problems } = buildRegistry([
        file([entity('almaty', { partOf: wrong }), entity('kazakhstan', { name: 'Kazakhstan', aliases: [alias('Republic of Kazakhstan')] })]),
      ]);
      assert.deepEqual(problems.map(({ code, span, data }) => [code, span, data?.['replacement']]), [
        ['reference/unknown-entity', wrong[0]!.span, 'kazakhstan'],
        ['reference/unknown-entity', wrong[1]!.span, 'kazakhstan'],
        ['reference/unknown-entity', wrong[2]!.span, undefined],
      ]);
      assert.equal(problems[2]?.message, 'unknown entity "zzzz"');
      assert.deepEqual(registry.entities.get('almaty')?.partOf, []);
    });
    it('in a circle is told where it closes, and the step that closes it is left out', () => {
      const closing = scalar('a');
      const self = scalar('d');
      const { registry, problems } = buildRegistry([
        file([entity('a', { partOf: [scalar('b')] }), entity('b', { partOf: [scalar('c')] }), entity('c', { partOf: [closing] }), entity('d', { partOf: [self] })]),
      ]);
      assert.deepEqual(problems.map(({ code, span }) => [code, span]), [['registry/part-of-cycle', self.span], ['registry/part-of-cycle', closing.span]]);
      assert.match(problems[1]!.message, /a → b → c → a$/u);
      assert.deepEqual([isPartOf(registry, 'a', 'c'), isPartOf(registry, 'c', 'a')], [true, false]);
    });
    it('leaves no circle, whatever the graph', () => {
      const graph = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 8, maxLength: 8 });
      fc.assert(
        fc.property(graph, (wholes) => {
          const { registry } = buildRegistry([file(wholes.map((list, i) => entity(`e${i}`, { partOf: list.map((whole) => scalar(`e${whole}`)) })))]);
          for (const [a] of wholes.entries()) {
            for (const [b] of wholes.entries()) assert.ok(!(isPartOf(registry, `e${a}`, `e${b}`) && isPartOf(registry, `e${b}`, `e${a}`)));
          }
        }),
      );
    });
    it('may be a chain as long as the registry', () => {
      const chain = Array.from({ length: 20_000 }, (_, i) => entity(`e${i}`, { partOf: [scalar(`e${i + 1}`)] }));
      const { registry, problems } = buildRegistry([file([...chain, entity('e20000')])]);
      assert.deepEqual(problems, []);
      assert.ok(isPartOf(registry, 'e0', 'e20000'));
    });
  });

  describe('aliases', () => {
    it('of one letter are ignored', () => {
      const short = [alias('K'), alias('𝔘'), alias(' x ')];
      const { registry, problems } = buildRegistry([file([entity('kz', { name: 'Kazakhstan', aliases: [...short, alias('KZ')] })])]);
      assert.deepEqual(problems.map(({ code, span }) => [code, span]), short.map(({ text }) => ['registry/short-alias', text.span]));
      assert.deepEqual(registry.entities.get('kz')?.aliases.map(({ text }) => text.text), ['KZ']);
    });
    it('that repeat each other or the name are told, folding apart', () => {
      const [again, name] = [alias('o’neill  group'), alias('The Group')];
      const { problems } = buildRegistry([file([entity('g', { name: 'The Group', aliases: [alias("O'Neill Group"), again, name] })])]);
      assert.deepEqual(problems.map(({ code, span }) => [code, span]), [again, name].map(({ text }) => ['registry/duplicate-alias', text.span]));
    });
    it('in capitals are not those in small letters', () => {
      assert.deepEqual(buildRegistry([file([entity('who', { name: 'Who', aliases: [alias('WHO')] })])]).problems, []);
    });
    it('of one entity in different scopes are no repetition', () => {
      const scoped = [alias('the President', { in: ['a.txt'] }), alias('the President', { in: ['b.txt'] })];
      assert.deepEqual(buildRegistry([file([entity('n', { name: 'N', aliases: scoped })])]).problems, []);
    });
    it('of several entities are told on each, with the rivals’ names', () => {
      const shared = alias('Jordan');
      const country = entity('jordan-country', { name: 'Jordan' });
      const { problems } = buildRegistry([file([country]), file([entity('jordan', { name: 'Michael Jordan', aliases: [shared] })], [], 'registry/b.yaml')]);
      assert.deepEqual(problems.map(({ file: path, code, span }) => [path, code, span]), [
        ['registry/a.yaml', 'registry/shared-alias', country.name!.span],
        ['registry/b.yaml', 'registry/shared-alias', shared.text.span],
      ]);
      assert.match(problems[0]!.message, /"Jordan" is also a name of Michael Jordan \(jordan\)/u);
    });
    it('whose scopes never meet are not told', () => {
      const pairs: [AliasEntry, AliasEntry][] = [
        [alias('the President', { in: ['a.txt'] }), alias('the President', { in: ['b.txt', 'c.txt'] })],
        [alias('the President', { in: ['a.txt'] }), alias('the President', { except: ['a.txt'] })],
        [alias('the President', { valid: '1991/2018' }), alias('the President', { valid: '2019/2025' })],
      ];
      for (const [one, other] of pairs) {
        assert.deepEqual(buildRegistry([file([entity('n', { aliases: [one] }), entity('t', { aliases: [other] })])]).problems, []);
      }
      const meeting = [alias('the President', { valid: '1991/2019' }), alias('the President', { valid: '2019/2025' })] as const;
      assert.equal(buildRegistry([file([entity('n', { aliases: [meeting[0]] }), entity('t', { aliases: [meeting[1]] })])]).problems.length, 2);
    });
    it('may be five thousand', () => {
      const many = Array.from({ length: 5000 }, (_, i) => alias(`alias number ${i}`));
      const { registry, problems } = buildRegistry([file([entity('x', { name: 'X-ray', aliases: many })])]);
      assert.deepEqual([registry.entities.get('x')?.aliases.length, problems], [5000, []]);
    });
    it('may be shared by five thousand', () => {
      const many = Array.from({ length: 5000 }, (_, i) => entity(`x${i}`, { name: 'John Smith' }));
      const { problems } = buildRegistry([file(many)]);
      assert.equal(problems.length, 5000);
      assert.match(problems[0]!.message, /and others/u);
    });
  });

  describe('properties', () => {
    it('are the vocabulary where a registry declares none', () => {
      const { registry } = buildRegistry([]);
      assert.deepEqual([...registry.properties.keys()], [...vocabulary.keys()]);
      for (const id of ['date', 'place', 'attendance', 'organiser', 'born', 'died', 'position', 'appointed', 'founded', 'member-count', 'headquarters', 'cost', 'death-toll', 'votes-for']) {
        assert.ok(registry.properties.has(id), id);
      }
    });
    it('are overridden key by key', () => {
      const { registry, problems } = buildRegistry([file([], [declaration('member-count', { unit: scalar('country'), temporal: scalar('static') })])]);
      assert.deepEqual(problems, []);
      const built = vocabulary.get('member-count')!;
      assert.deepEqual(registry.properties.get('member-count'), { ...built, unit: 'country', temporal: 'static', declared: { file: 'registry/a.yaml', span: { start: 0, end: 1 } } });
    });
    it('of the case’s own have the defaults', () => {
      const { registry } = buildRegistry([file([], [declaration('arsenal-rank', { hierarchical: scalar('true') })])]);
      const { label, value, temporal, cardinality, hierarchical } = registry.properties.get('arsenal-rank')!;
      assert.deepEqual([label, value, temporal, cardinality, hierarchical], ['arsenal rank', 'text', 'static', 'one', true]);
    });
    it('with a kin that is unknown are told with the nearest', () => {
      const kin = scalar('foundde');
      const { problems } = buildRegistry([file([], [declaration('opened', { kin: [kin, scalar('date')] })])]);
      assert.deepEqual(problems.map(({ code, span, message }) => [code, span, message]), [
        ['reference/unknown-property', kin.span, 'unknown property "foundde" — did you mean "founded"?'],
      ]);
    });
    it('declared twice keep their first declaration', () => {
      const { registry, problems } = buildRegistry([file([], [declaration('x', { label: scalar('one') }), declaration('x', { label: scalar('two') })])]);
      assert.deepEqual([registry.properties.get('x')?.label, problems.map(({ code }) => code)], ['one', ['registry/duplicate-id']]);
    });
    it('built in name kin that exist, and separate by plain names', () => {
      for (const { kin, separators } of vocabulary.values()) {
        assert.ok(kin.every((id) => vocabulary.has(id)));
        assert.ok(separators.every((name) => /^[a-z][a-z-]*$/u.test(name)));
      }
    });
  });
});
