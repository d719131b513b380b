import assert from 'node:assert/strict';
import { assertSound, openCase } from './badCase';

/** A registry with names in other scripts, and of characters that are markup elsewhere. */
const names = [
  'entities:',
  '  peace: {name: שלום, type: other}',
  '  zoe: {name: Zoë, type: person}',
  '  family: {name: "👩‍👩‍👧 Club", type: organization}',
  '  markup: {name: "[x](command:evil) <img src=x onerror=alert(1)> **b** `c` | $(bug)", type: other, description: "<script>alert(1)</script>"}',
  '',
].join('\n');

describe('a bad article', () => {
  const read = (content: string | Uint8Array) => openCase({ 'registry/names.yaml': names, 'sources/c.txt': content });
  const linked = (opened: ReturnType<typeof read>) =>
    opened.model.mentions('sources/c.txt').mentions.map(({ entity, text, span }) => {
      assert.equal(opened.model.text('sources/c.txt')?.content.slice(span.start, span.end), text);
      return `${entity} ${text}`;
    });

  it('that is empty simply works', () => {
    for (const content of ['', new Uint8Array(), '\ufeff', '\n', ' \t ']) {
      const opened = read(content);
      assertSound(opened);
      assert.deepEqual([opened.told(), linked(opened)], [[], []]);
    }
  });

  it('of 20 MB simply works', () => {
    const sentence = 'The Old Bridge over the Ob opened in 1901, and some said that it was late. ';
    const count = Math.ceil(20_000_000 / sentence.length);
    const opened = read(sentence.repeat(count));
    assertSound(opened);
    assert.equal(opened.model.mentions('sources/c.txt').mentions.length, 2 * count);
  });

  it('of 20 MB without a word, or of one, simply works', () => {
    for (const content of ['\n'.repeat(20_000_000), 'x'.repeat(20_000_000)]) {
      const opened = read(content);
      assertSound(opened);
      assert.deepEqual(linked(opened), []);
    }
  });

  it('that is binary is told, and not read', () => {
    const opened = read(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 256));
    assertSound(opened);
    assert.deepEqual(opened.told(), ['sources/c.txt (no text) source/unreadable: looks binary, not like text — not read']);
  });

  it('of bytes that are no UTF-8 is told, and read as far as it can be', () => {
    const opened = read(Buffer.concat([Buffer.from('The Ob '), Buffer.from([0xff, 0xfe, 0x20]), Buffer.from('and the Old Bridge')]));
    assertSound(opened);
    assert.deepEqual(linked(opened), ['river Ob', 'bridge Old Bridge']);
    assert.match(opened.told().join(), /^sources\/c\.txt "" source\/unreadable: 2 places are not valid UTF-8 — if the file has another encoding, name it/);
  });

  it('in UTF-16, with any newlines, with a mark, simply works', () => {
    for (const newline of ['\n', '\r\n', '\r', '\r\n\n\r']) {
      const text = `Zoë saw the Old${newline}Bridge${newline}${newline}over the Ob.`;
      const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
      for (const bytes of [text, Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16(), utf16.subarray(2)]) {
        const opened = read(bytes);
        assertSound(opened);
        const isOneBreak = newline !== '\r\n\n\r';
        assert.deepEqual(linked(opened), ['zoe Zoë', ...(isOneBreak ? [`bridge Old${newline}Bridge`] : []), 'river Ob']);
      }
    }
  });

  it('from right to left simply works', () => {
    const opened = read('\u202bאמר שלום אל Old Bridge\u202c, ושוב שלום.');
    assertSound(opened);
    assert.deepEqual(linked(opened), ['peace שלום', 'bridge Old Bridge', 'peace שלום']);
  });

  it('full of emoji and combining marks simply works', () => {
    const opened = read(`${'👩‍👩‍👧😀🏳️‍🌈'.repeat(1000)} Zoe\u0308 of the 👩‍👩‍👧 Club ${'e\u0301\u0302\u0303'.repeat(1000)} Ob`);
    assertSound(opened);
    assert.deepEqual(linked(opened), ['zoe Zoe\u0308', 'family 👩‍👩‍👧 Club', 'river Ob']);
    const marks = read(`The Ob${'\u0301'.repeat(200_000)} and the Ob`);
    assertSound(marks);
    assert.deepEqual(linked(marks), ['river Ob']);
  });

  it('with markup, commands and merge markers takes them for text', () => {
    const opened = read('<<<<<<< HEAD\nHere: [x](command:evil) <img src=x onerror=alert(1)> **b** `c` | $(bug), and the Ob.\n=======\n>>>>>>> x\n');
    assertSound(opened);
    assert.deepEqual(linked(opened), ['markup [x](command:evil) <img src=x onerror=alert(1)> **b** `c` | $(bug)', 'river Ob']);
    assert.deepEqual(opened.told(), []);
  });

  it('with NUL characters and lone surrogates simply works in an editor', () => {
    const opened = read('The Ob\0 \ud800 Zoë \udc00\ud83d.');
    assertSound(opened);
    assert.deepEqual(linked(opened), ['river Ob', 'zoe Zoë']);
  });

  it('of nothing but capitals, initials, quotes or brackets ends', () => {
    for (const piece of ['Xyz ', 'A. B. C. ', '“', '((', "'s ", 'Of the ', 'Mr. ']) {
      assertSound(read(piece.repeat(20_000)));
    }
  });
});
