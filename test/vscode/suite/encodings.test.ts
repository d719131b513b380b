import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { definitions, hoverCards, references, tokens } from './ask';
import { eventually } from './eventually';
import { closeEverything, makeCase, on } from './workspace';

const registry = 'entities:\n  almaty: {type: city, name: Almaty}\n  cafe: {type: place, name: Café Zoë}\n  dari: {type: work, name: دفتر}\n';

function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), order === 'le');
  return new Uint8Array(view.buffer);
}

const articles: Readonly<Record<string, string | Uint8Array>> = {
  'CRLF': 'One.\r\nTo Almaty.\r\n\r\nAlmaty again.\r\n',
  'mixed newlines': 'One.\nTo Almaty.\r\nAnd\rAlmaty.\r\n\nAlmaty.\r\rThe Café\r\nZoë.\n',
  'a byte order mark': '\uFEFFAlmaty first.\nThen Almaty.\n',
  'UTF-16 little endian': utf16('Almaty first.\r\nThen Café Zoë in Almaty.\n', 'le'),
  'UTF-16 big endian': utf16('Almaty first.\nThen Café Zoë in Almaty.\n', 'be'),
  'emoji and combining marks': '👩‍👩‍👧‍👦🏳️‍🌈 to Almaty 🎉\nThe Cafe\u0301 Zoe\u0308 𝔸lmaty x\u0301\u0302 Almaty\n',
  'text from right to left': 'در Almaty، دفتر را دید.\nדיבר ב-Almaty היום.\n',
  'no newline at its end': 'Almaty',
  'nothing in it': '',
};

/** What stands at each place where a name was seen, names as they should read. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'CRLF': ['Almaty', 'Almaty'],
  'mixed newlines': ['Almaty', 'Almaty', 'Almaty', 'Café\nZoë'],
  'a byte order mark': ['Almaty', 'Almaty'],
  'UTF-16 little endian': ['Almaty', 'Café Zoë', 'Almaty'],
  'UTF-16 big endian': ['Almaty', 'Café Zoë', 'Almaty'],
  'emoji and combining marks': ['Almaty', 'Cafe\u0301 Zoe\u0308', 'Almaty'],
  'text from right to left': ['Almaty', 'دفتر', 'Almaty'],
  'no newline at its end': ['Almaty'],
  'nothing in it': [],
};

describe('an article with', () => {
  afterEach(closeEverything);

  for (const [what, content] of Object.entries(articles)) {
    it(`${what} has its names where the editor shows them, closed and open`, async () => {
      const made = await makeCase({ 'registry/all.yaml': registry, 'sources/a.txt': content, 'sources/b.txt': 'Almaty, Café Zoë, دفتر.\n' });
      const uri = made.uri('sources/a.txt');
      const key = async (id: string) => {
        const document = await made.open('registry/all.yaml');
        return { uri: document.uri, position: on(document, `${id}:`) };
      };
      const closed = await eventually(async () => {
        const found: vscode.Range[] = [];
        for (const id of ['almaty', 'cafe', 'dari']) {
          const { uri: registryUri, position } = await key(id);
          const locations = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', registryUri, position);
          assert.ok(locations.some((location) => location.uri.path.endsWith('b.txt')), 'the case is not read yet');
          found.push(...locations.filter((location) => location.uri.path === uri.path).map(({ range }) => range));
        }
        assert.equal(found.length, expected[what]?.length);
        return found.toSorted((a, b) => a.start.compareTo(b.start));
      });
      assert.ok(!vscode.workspace.textDocuments.some((document) => document.uri.path === uri.path), 'not open yet');

      const article = await made.open('sources/a.txt');
      const read = (range: vscode.Range) => article.getText(range).replaceAll('\r\n', '\n');
      assert.deepEqual(closed.map(read), expected[what]);
      await eventually(async () => {
        const coloured = await tokens(article);
        assert.deepEqual(coloured.map((token) => token.words), expected[what]?.flatMap((name) => name.split('\n')));
      });
      for (const range of closed) {
        assert.equal((await hoverCards(uri, range.start)).length, 1);
        const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, range.end.translate(0, -1));
        assert.ok(hover?.range?.isEqual(range));
        assert.equal((await definitions(uri, range.start)).length, 1);
        assert.ok((await references(uri, range.start)).some((place) => place.path === uri.path && place.range.isEqual(range)));
      }
    });
  }
});
