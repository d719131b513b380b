import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { exampleFiles } from '../../../src/vscode/setup/exampleFiles';

describe('the example that ships with the extension', () => {
  it('is copied whole', () => {
    const folder = path.join(import.meta.dirname, '../../../examples/kazakhstan-un');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
    assert.deepEqual([...exampleFiles].sort(), files.sort());
  });
});
