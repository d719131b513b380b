import assert from 'node:assert/strict';
import { decodeText } from '../../../src/core/text/decode';

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const content = (mark ? '\uFEFF' : '') + text;
  const bytes = new Uint8Array(content.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < content.length; i++) view.setUint16(2 * i, content.charCodeAt(i), littleEndian);
  return bytes;
}

const sample = 'Almaty, Алматы 🙂 e\u0301\r\nשלום\rline\n';

describe('decoding', () => {
  it('reads UTF-8 with and without a byte order mark, newlines as they are', () => {
    assert.deepEqual(decodeText(utf8(sample)), { text: sample, problem: null });
    assert.deepEqual(decodeText(utf8(`\uFEFF${sample}`)), { text: sample, problem: null });
    assert.deepEqual(decodeText(new Uint8Array()), { text: '', problem: null });
  });

  it('reads UTF-16 of both byte orders, with and without a mark', () => {
    for (const littleEndian of [true, false]) {
      for (const mark of [true, false]) {
        assert.deepEqual(decodeText(utf16(sample, littleEndian, mark)), { text: sample, problem: null });
      }
    }
  });

  it('recognises unmarked UTF-16 of a text without Latin letters', () => {
    const text = 'Казахстан является членом Организации Объединённых Наций.';
    assert.deepEqual(decodeText(utf16(text, true, false)), { text, problem: null });
  });

  it('reads the encoding that the manifest names, unless a mark says otherwise', () => {
    const bytes = Uint8Array.of(0xc0, 0xeb, 0xec, 0xe0, 0xf2, 0xfb);
    assert.deepEqual(decodeText(bytes, 'windows-1251'), { text: 'Алматы', problem: null });
    assert.deepEqual(decodeText(utf8('\uFEFFé'), 'windows-1251'), { text: 'é', problem: null });
  });

  it('names an unknown encoding and reads on', () => {
    const decoded = decodeText(utf8('é'), 'utf-9');
    assert.equal(decoded.text, 'é');
    assert.match(decoded.problem ?? '', /unknown encoding "utf-9"/);
  });

  it('reads what is not valid with replacement characters and says how many places', () => {
    const decoded = decodeText(Uint8Array.of(0x61, 0xff, 0x62, 0xfe, 0x63));
    assert.equal(decoded.text, 'a\uFFFDb\uFFFDc');
    assert.match(decoded.problem ?? '', /^2 places are not valid UTF-8 — .*"encoding"/);
  });

  it('does not read binary data', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52);
    assert.equal(decodeText(png).text, null);
    assert.match(decodeText(png).problem ?? '', /binary/);
    assert.equal(decodeText(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 256)).text, null);
  });

  it('reads 20 MB', () => {
    const bytes = new Uint8Array(20_000_000).fill(0x61);
    assert.equal(decodeText(bytes).text?.length, 20_000_000);
  });
});
