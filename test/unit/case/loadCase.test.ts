import assert from 'node:assert/strict';
import { createCaseModel } from '../../../src/core/caseModel';
import { loadCase } from '../../../src/core/loadCase';
import type { LoadProgress } from '../../../src/core/loadCase';

const files: Readonly<Record<string, string>> = {
  'corroborate.yaml': '{}\n',
  'registry/a.yaml': 'entities:\n  mill: {name: Mill}\n',
  'sources/a.txt': 'The Mill.\n',
  'notes.md': 'No member.\n',
};

describe('reading a case', () => {
  it('reads what belongs to it, and tells how far it is', async () => {
    const model = createCaseModel();
    const told: LoadProgress[] = [];
    const read: string[] = [];
    const host = { list: async () => Object.keys(files), read: async (path: string) => (read.push(path), files[path]) };
    await loadCase(model, host, { onProgress: (progress) => told.push(progress) });
    assert.deepEqual(read, ['corroborate.yaml', 'registry/a.yaml', 'sources/a.txt']);
    assert.deepEqual(told, [{ done: 1, total: 2 }, { done: 2, total: 2 }]);
    assert.equal(model.mentionsOf('mill').length, 1);
  });

  for (const late of ['the listing', 'corroborate.yaml', 'sources/a.txt'] as const) {
    it(`that was given up changes nothing and tells nothing once ${late} comes`, async () => {
      const model = createCaseModel();
      const giveUp = new AbortController();
      let isOver = false;
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      let reached = () => {};
      const waits = new Promise<void>((resolve) => (reached = resolve));
      const holdAt = async (what: string) => {
        if (what !== late) return;
        reached();
        await held;
      };
      const first = loadCase(
        model,
        {
          list: async () => (await holdAt('the listing'), late === 'the listing' ? ['sources/gone.txt'] : Object.keys(files)),
          read: async (path) => (await holdAt(path), path === 'sources/a.txt' ? 'Old words.\n' : files[path]),
        },
        { signal: giveUp.signal, onProgress: () => assert.equal(isOver, false, 'progress after it was given up') },
      );
      await waits;
      giveUp.abort();
      isOver = true;
      await loadCase(model, { list: async () => Object.keys(files), read: async (path) => files[path] });
      const { generation } = model;
      const before = generation();
      release();
      await first;
      assert.equal(generation(), before);
      assert.equal(model.text('sources/a.txt')?.content, 'The Mill.\n');
    });
  }
});
