import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../../src/cli/run';

const root = path.resolve(import.meta.dirname, '../../..');
const pages = ['README.md', 'CHANGELOG.md', 'examples/README.md', ...markdownIn('docs')];

describe('the documentation', () => {
  for (const page of pages) {
    it(`links to files that are there: ${page}`, () => {
      const text = readFileSync(path.join(root, page), 'utf8');
      const inline = [...text.matchAll(/\]\(([^)\s]+)\)/g)];
      const defined = [...text.matchAll(/^\[[^\]\n]+\]: (\S+)$/gm)];
      const targets = [...inline, ...defined].map(([, target]) => target!).filter((target) => !/^(?:https:|#)/.test(target));
      const missing = targets.filter((target) => !existsSync(path.resolve(root, path.dirname(page), target.replace(/#.*$/, ''))));
      assert.deepEqual(missing, []);
    });
  }

  it('names files of the sources that are there', () => {
    const text = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
    const named = [...text.matchAll(/`((?:src|test|schemas|docs)\/[\w./-]+)`/g)].map(([, file]) => file!);
    assert.ok(named.length > 0);
    assert.deepEqual(named.filter((file) => !existsSync(path.join(root, file))), []);
  });

  it('names no file of the code that is gone', () => {
    const files = new Set(['src', 'test', 'scripts'].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })).map((file) => path.basename(file)));
    const gone = pages.flatMap((page) => {
      const text = readFileSync(path.join(root, page), 'utf8');
      return [...text.matchAll(/`(?:[\w./-]*\/)?([\w.-]+\.tsx?)`/g)].map(([, name]) => name!).filter((name) => !files.has(name)).map((name) => `${page}: ${name}`);
    });
    assert.deepEqual(gone, []);
  });

  it('tells the command line’s commands and options, and no others', async () => {
    let usage = '';
    await run(['help'], { cwd: root, out: (words) => (usage += words), err: assert.fail });
    const text = readFileSync(path.join(root, 'docs/command-line.md'), 'utf8');
    const documented = [...text.matchAll(/^\| `(\w+)` \| .* \| (`--.*) \|$/gm)].map(([, name, options]) => `${name} ${optionNames(options!)}`);
    const actual = [...usage.matchAll(/^corroborate (\w+) [^\n]*?(\[--.*)$/gm)].map(([, name, options]) => `${name} ${optionNames(options!)}`);
    assert.deepEqual(documented.sort(), actual.sort());
  });
});

function optionNames(text: string): string {
  return [...text.matchAll(/--[\w-]+/g)].map(([option]) => option).sort().join(' ');
}

function markdownIn(folder: string): string[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.md')).map((file) => `${folder}/${file.split(path.sep).join('/')}`);
}
