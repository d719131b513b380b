import assert from 'node:assert/strict';
import { invokeJson, temporaryFolders } from './invoke';

interface Passage {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
  readonly quote?: string;
}

const registry = 'entities:\n  kiev: {name: Київ, type: city}\n  cafe: {name: Café Zoë, type: place}\n  un: {name: United Nations, type: organization}\n';
const annotations = [
  'source: sources/a.txt',
  'claims:',
  '  - {subject: un, property: place, value: kiev, quote: "it met in Київ, twice"}',
  '  - {subject: cafe, property: place, value: kiev, quote: "😀 Cafe\\u0301 Zoë"}',
  '',
].join('\n');

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('offsets on the command line', () => {
  const folderOf = temporaryFolders();
  const inNewlines = (newline: (line: number) => string) =>
    ['👩‍👩‍👧 The United', 'Nations 👍🏽; it met', '\tin Київ,', 'twice. 😀 Cafe\u0301 Zoë', 'ends with Quentin Harrowgate'].map((line, i) => line + newline(i)).join('');
  const lf = inNewlines(() => '\n');

  const forms: Readonly<Record<string, readonly [decoded: string, bytes: Uint8Array]>> = {
    'LF': [lf, Buffer.from(lf)],
    'CRLF': encoded(inNewlines(() => '\r\n')),
    'CR': encoded(inNewlines(() => '\r')),
    'mixed newlines': encoded(inNewlines((line) => ['\r\n', '\n', '\r', '\r\n', ''][line]!)),
    'a byte order mark': [lf, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(lf)])],
    'UTF-16, little end first, marked': [lf, Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(lf, false)])],
    'UTF-16, big end first, marked': [lf, Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(lf, true)])],
    'UTF-16, not marked': [lf, utf16(lf, false)],
  };

  for (const [form, [decoded, bytes]] of Object.entries(forms)) {
    it(`are those of the decoded text: ${form}`, async () => {
      const folder = folderOf({ 'registry/all.yaml': registry, 'annotations/a.yaml': annotations, 'sources/a.txt': bytes });
      const { mentions, unlinked } = await invokeJson<{ mentions: Passage[]; unlinked: Passage[] }>(folder, 'mentions');
      const { claims } = await invokeJson<{ claims: Passage[] }>(folder, 'claims');
      const { diagnostics } = await invokeJson<{ diagnostics: (Passage & { file: string; line: number; column: number; code: string })[] }>(folder, 'check');
      assert.deepEqual(
        [mentions.length, unlinked.length, claims.length],
        [3, 1, 2],
        JSON.stringify({ mentions, unlinked, claims }),
      );
      for (const { start, end, text, quote } of [...mentions, ...unlinked, ...claims]) {
        assert.equal(decoded.slice(start, end), text ?? quote);
      }
      assert.deepEqual(
        mentions.map(({ text }) => text?.replace(/\s+/g, ' ').normalize('NFC')),
        ['United Nations', 'Київ', 'Café Zoë'],
      );
      const name = diagnostics.find(({ code }) => code === 'mention/unlinked')!;
      assert.deepEqual([decoded.slice(name.start, name.end), name.line, name.column], ['Quentin Harrowgate', 5, 11]);
    });
  }

  it('are those of the decoded text in YAML files too', async () => {
    const yaml = '\ufeffsource: sources/a.txt\r\nmentions:\r\n  - {quote: "😀", entity: kiew}\r\n';
    const folder = folderOf({ 'registry/all.yaml': registry, 'annotations/a.yaml': yaml, 'sources/a.txt': lf });
    const { diagnostics } = await invokeJson<{ diagnostics: (Passage & { file: string; line: number; column: number })[] }>(folder, 'check');
    const found = diagnostics.filter(({ file }) => file === 'annotations/a.yaml');
    assert.deepEqual(found.map(({ start, end, line, column }) => [yaml.slice(1).slice(start, end), line, column]), [['kiew', 3, 27]]);
  });
});

function encoded(text: string): readonly [string, Uint8Array] {
  return [text, Buffer.from(text)];
}
