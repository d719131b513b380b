import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createCaseModel } from '../../../src/core/caseModel';
import { verdictOrder } from '../../../src/core/claims/words';
import { createCaseDiagnostics } from '../../../src/core/diagnostics/diagnose';
import { defaultSeverities } from '../../../src/core/diagnostics/diagnostic';

const root = path.resolve(import.meta.dirname, '../../..');
const pagesFolder = path.join(root, 'docs/diagnostics');
const codes = Object.entries(defaultSeverities);

describe('the documentation pages of diagnostics', () => {
  const index = readPage('README.md');
  const commonFiles = filesIn(index);

  it('has a page for every code, and no page without a code', () => {
    assert.deepEqual(readdirSync(pagesFolder).sort(), [...codes.map(([code]) => pageName(code)), 'README.md'].sort());
  });

  it('has a common case for the examples in which nothing is wrong', () => {
    assert.ok(commonFiles.size > 0);
    assert.deepEqual(diagnose(commonFiles), []);
  });

  for (const [code, severity] of codes) {
    describe(code, () => {
      it('is named with its default severity on its page and in the index', () => {
        const page = readPage(pageName(code));
        assert.equal(page.split('\n')[0], `# ${code}`);
        assert.ok(page.includes(`**Default severity: ${severity}.**`), 'its page tells another default severity');
        assert.ok(index.includes(`| [${code}](${pageName(code)}) | ${severity} |`), 'the index lacks it, or tells another default severity');
      });

      it('comes of the example on its page, in the words that the page quotes', () => {
        const page = readPage(pageName(code));
        const found = diagnose(new Map([...commonFiles, ...filesIn(page)])).filter((one) => one.code === code);
        assert.ok(found.length > 0, 'the example does not cause it');
        assert.ok(found.every((one) => one.severity === severity));
        assert.ok(found.map((one) => one.message).includes(quotedMessage(page)), `the example causes: ${found[0]!.message}`);
      });
    });
  }

  it('links to pages that ship with them', () => {
    for (const name of readdirSync(pagesFolder)) {
      for (const [, target] of readPage(name).matchAll(/\]\(([^)]+)\)/g)) {
        assert.ok(existsSync(path.join(pagesFolder, target!)) && !target!.includes('..'), `${name} links to ${target}`);
      }
    }
  });
});

describe('the table of default severities', () => {
  it('has every code that the sources emit, and no other', () => {
    const written = new Set<string>();
    for (const file of readdirSync(path.join(root, 'src/core'), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || path.basename(file) === 'diagnostic.ts') continue;
      const source = readFileSync(path.join(root, 'src/core', file), 'utf8');
      for (const [, code] of source.matchAll(/(?<!from )'([a-z]{3,}\/[a-z]{2,}(?:-[a-z]+)*)'/g)) written.add(code!);
    }
    const fromVerdicts = verdictOrder.map((verdict) => `discrepancy/${verdict}`).filter((code) => Object.hasOwn(defaultSeverities, code));
    assert.deepEqual([...new Set([...written, ...fromVerdicts])].sort(), codes.map(([code]) => code).sort());
  });
});

function pageName(code: string): string {
  return `${code.replace('/', '-')}.md`;
}

function readPage(name: string): string {
  return readFileSync(path.join(pagesFolder, name), 'utf8');
}

/** The files that a page shows: each a path in backquotes on a line of its own, then a fenced block. */
function filesIn(page: string): Map<string, string> {
  return new Map([...page.matchAll(/^`([^`\n]+)`\n\n```\w+\n([\s\S]*?)^```$/gm)].map(([, file, text]) => [file!, text!]));
}

function quotedMessage(page: string): string {
  return page
    .split('\n')
    .filter((line) => line.startsWith('> '))
    .map((line) => line.slice(2))
    .join(' ');
}

function diagnose(files: ReadonlyMap<string, string>) {
  const model = createCaseModel();
  model.setPaths(files.keys());
  for (const [file, text] of files) model.setContent(file, new TextEncoder().encode(text));
  const diagnostics = createCaseDiagnostics(model);
  return diagnostics.paths().flatMap((file) => diagnostics.of(file));
}
