import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vscodeKeys from '../data/vscodeKeys.json';

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when?: string;
}

const root = path.resolve(import.meta.dirname, '../../..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  contributes: { keybindings: Keybinding[]; commands: { command: string }[] };
};
const { keybindings, commands } = manifest.contributes;

/**
 * VS Code's own, from “Default Keyboard Shortcuts (JSON)” on each platform: first stroke → commands and when they listen. Those with
 * Alt, and keys alone; of them those that listen everywhere, or say that they do in an editor.
 */
const platforms = {
  linux: { own: vscodeKeys.linux, keyOf: ({ key }: Keybinding) => key },
  windows: { own: vscodeKeys.windows, keyOf: ({ key }: Keybinding) => key },
  mac: { own: vscodeKeys.mac, keyOf: ({ key, mac }: Keybinding) => mac ?? key },
} as const;

/** What an editor's own widgets have, which take the focus from the text. */
const inWidget = /(?<!!)\b(?:findInputFocussed|replaceInputFocussed|renameInputVisible|suggestWidgetVisible|inDebugRepl)\b/;

/** Has nothing to do where nothing can be typed. */
const idleWhenLocked = 'deleteLeft';

/** The menus' mnemonics in English on Linux and Windows: File, Edit, Selection, View, Go, Run, Terminal, Help. */
const mnemonics = new Set([...'fesvgrth'].map((letter) => `alt+${letter}`));

describe('key bindings', () => {
  for (const [platform, { own, keyOf }] of Object.entries(platforms)) {
    it(`take none of VS Code’s own in an article on ${platform}`, () => {
      const taken = keybindings.flatMap((binding) => {
        const stroke = keyOf(binding).split(' ')[0]!;
        const rivals = (own as Record<string, string[][]>)[stroke] ?? [];
        return rivals.filter(([command, when]) => !inWidget.test(when!) && !(command === idleWhenLocked && binding.when?.includes('editorReadonly'))).map(([command]) => `${stroke} (${binding.command}): ${command}`);
      });
      assert.deepEqual([...new Set(taken)], []);
    });
  }

  it('open no menu of the menu bar', () => {
    assert.deepEqual(keybindings.filter(({ key }) => mnemonics.has(key.split(' ')[0]!)), []);
  });

  it('are keys alone only where nothing can be typed', () => {
    const alone = keybindings.filter(({ key }) => !/(?:^|\+)(?:alt|ctrl|f\d+)/.test(key.split(' ')[0]!));
    assert.ok(alone.length > 10);
    for (const { key, when } of alone) assert.match(when ?? '', /\beditorReadonly\b|articlesLocked/, key);
  });

  it('work in articles alone, each one its command, and none twice', () => {
    const known = new Set(commands.map(({ command }) => command));
    const seen = new Set<string>();
    for (const { command, key, when = '' } of keybindings.filter((binding) => binding.command.startsWith('corroborate.'))) {
      assert.ok(known.has(command), command);
      assert.match(when, /editorLangId == corroborate-article|resourceLangId|corroborate\./, key);
      const place = `${key} ${when}`;
      assert.ok(!seen.has(place), `${place} is bound twice`);
      seen.add(place);
    }
  });

  it('stand all in docs/keys.md', () => {
    const page = readFileSync(path.join(root, 'docs/keys.md'), 'utf8').toLowerCase();
    for (const { key } of keybindings.filter(({ when }) => when?.includes('corroborate-article'))) {
      assert.ok(new RegExp(`[|,] ${key.replaceAll('+', '\\+')} *[|,]`).test(page) || page.includes(`${key},`), key);
    }
  });

  it('are the same letters in a locked article, without what goes before them', () => {
    const bare = new Map(keybindings.filter(({ when }) => when?.includes('editorReadonly')).map(({ command, key }) => [command, key]));
    for (const { command, key, when } of keybindings) {
      if (!bare.has(command) || when?.includes('editorReadonly')) continue;
      assert.equal(bare.get(command), key.replace('alt+a ', '').replace('alt+', ''), command);
    }
  });
});
