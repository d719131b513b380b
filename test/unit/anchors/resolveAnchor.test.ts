import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Anchor } from '../../../src/core/anchors/anchor';
import { createAnchorIndex, foldQuote } from '../../../src/core/anchors/anchorIndex';
import { findEvery, resolveAnchor, scoreFloor, selectorFor } from '../../../src/core/anchors/resolveAnchor';
import type { QuoteSelector } from '../../../src/core/case/entries';
import { createText } from '../../../src/core/text/text';

function resolve(content: string, selector: QuoteSelector | string): Anchor {
  return resolveAnchor(createAnchorIndex(createText(content)), typeof selector === 'string' ? { quote: selector } : selector);
}

/** What the anchor stands on, or its state where it stands nowhere. */
function passage(content: string, selector: QuoteSelector | string): string {
  const anchor = resolve(content, selector);
  return 'span' in anchor ? content.slice(anchor.span.start, anchor.span.end) : anchor.state;
}

describe('resolveAnchor', () => {
  describe('exact places', () => {
    it('finds a quote that stands once, with raw offsets', () => {
      assert.deepEqual(resolve('The lake froze in May.', 'froze in May'), { state: 'exact', span: { start: 9, end: 21 } });
    });

    for (const [difference, content, quote, raw] of [
      ['a line break', 'held in\nAlmaty then', 'held in Almaty', 'held in\nAlmaty'],
      ['CRLF and indentation', 'held in\r\n   Almaty then', 'held in Almaty', 'held in\r\n   Almaty'],
      ['mixed newlines', 'one\r\ntwo\rthree\nfour', 'two three four', 'two\rthree\nfour'],
      ['a no-break space', 'about 1\u00a0200 people', '1 200 people', '1\u00a0200 people'],
      ['white space in the quote', 'held in Almaty then', ' held\n in  Almaty ', 'held in Almaty'],
      ['decomposed letters in the text', 'the cafe\u0301 closed', 'caf\u00e9 closed', 'cafe\u0301 closed'],
      ['decomposed letters in the quote', 'the caf\u00e9 closed', 'cafe\u0301 closed', 'caf\u00e9 closed'],
      ['composed Hangul', 'the \u1112\u1161\u11ab\u1100\u1173\u11af script', '\ud55c\uae00 script', '\u1112\u1161\u11ab\u1100\u1173\u11af script'],
      ['curly quotation marks', 'she said “yes” and', 'said "yes"', 'said “yes”'],
      ['apostrophes', 'Kazakhstan’s seat', "Kazakhstan's seat", 'Kazakhstan’s seat'],
      ['dashes', 'from 2017–2018 on', '2017-2018', '2017–2018'],
      ['an ellipsis', 'and so… it ended', 'so... it', 'so… it'],
      ['soft hyphens', 'the inter\u00adnational sea', 'international sea', 'inter\u00adnational sea'],
      ['a variation selector', 'I \u2764\ufe0f tea', '\u2764 tea', '\u2764\ufe0f tea'],
    ] as const) {
      it(`looks through ${difference}`, () => {
        assert.equal(passage(content, quote), raw);
        assert.equal(resolve(content, quote).state, 'exact');
      });
    }

    it('takes right-to-left text, emoji and astral letters', () => {
      assert.equal(passage('אמר שלום עולם אתמול', 'שלום עולם'), 'שלום עולם');
      assert.equal(passage('x 👩‍🚀 flies 𝔘𝔫 home', 'flies 𝔘𝔫'), 'flies 𝔘𝔫');
    });

    it('does not find a word inside another', () => {
      assert.equal(resolve('UNESCO met. UNICEF too.', 'UN').state, 'lost');
      assert.deepEqual(resolve('UNESCO met the UN.', 'UN'), { state: 'exact', span: { start: 15, end: 17 } });
      assert.equal(resolve('In all 2187 countries voted for it', '187 countries voted for it').state, 'lost');
    });

    it('does not end a quote before a combining mark that belongs to its last letter', () => {
      assert.equal(resolve('the Cafe\u0323\u0301 there', 'Cafe').state, 'lost');
    });

    it('finds words of scripts that are written without spaces', () => {
      assert.equal(passage('哈萨克斯坦加入联合国', '联合国'), '联合国');
    });

    it('finds several words that a web page glued to the word before', () => {
      assert.equal(passage('imagesSix weeks later they met', 'Six weeks later'), 'Six weeks later');
      assert.equal(resolve('the woman is here', 'man is').state, 'lost');
    });

    it('is lost for an empty or blank quote', () => {
      assert.deepEqual(resolve('text', ''), { state: 'lost', choices: [] });
      assert.deepEqual(resolve('text', ' \n'), { state: 'lost', choices: [] });
      assert.deepEqual(resolve('', 'quote'), { state: 'lost', choices: [] });
    });
  });

  describe('context', () => {
    const content = 'When the country joined, the country changed. Later the country left.';

    it('is ambiguous, with every place in order, where a quote occurs often and nothing tells the places apart', () => {
      const anchor = resolve(content, 'the country');
      assert.equal(anchor.state, 'ambiguous');
      assert.deepEqual('choices' in anchor && anchor.choices.map(({ span }) => span.start), [5, 25, 52]);
    });

    it('is exact where the prefix, or the suffix, holds at one place only', () => {
      assert.deepEqual(resolve(content, { quote: 'the country', prefix: 'Later ' }), { state: 'exact', span: { start: 52, end: 63 } });
      assert.deepEqual(resolve(content, { quote: 'the country', suffix: ' changed' }), { state: 'exact', span: { start: 25, end: 36 } });
    });

    it('takes a prefix without its last space, and one that goes on with the same word', () => {
      assert.equal(passage(content, { quote: 'the country', prefix: 'Later' }), 'the country');
      assert.equal(passage('UNESCO and UNICEF', { quote: 'ESCO', prefix: 'UN' }), 'ESCO');
    });

    it('stays ambiguous where the context holds at several places', () => {
      assert.equal(resolve('the UN met. the UN met. a UN', { quote: 'UN', prefix: 'the ' }).state, 'ambiguous');
    });

    it('does not move a short quote to another place when its context is gone', () => {
      assert.equal(resolve('He saw the river Jordan flow.', { quote: 'Jordan', suffix: ' said on Monday' }).state, 'lost');
      assert.equal(resolve(content, { quote: 'the country', prefix: 'invaded by ' }).state, 'ambiguous');
    });

    it('tells a place by context that is nearly right, as fuzzy', () => {
      const anchor = resolve('Spokesman Jordan said it. The river Jordan rose.', { quote: 'Jordan', prefix: 'Spokesmen ' });
      assert.equal(anchor.state, 'fuzzy');
      assert.deepEqual('span' in anchor && anchor.span, { start: 10, end: 16 });
    });

    it('keeps a long exact quote whose context was rewritten, as fuzzy', () => {
      const quote = 'the support of around one hundred countries';
      const anchor = resolve(`Nobody expected ${quote} at all.`, { quote, prefix: 'can already count on ' });
      assert.equal(anchor.state, 'fuzzy');
    });
  });

  describe('similar places', () => {
    const content = 'The first office opened in the old capital of the republic. Its staff moved to the new one a few years later.';

    it('finds a quote with slips, cut at word boundaries, and says how similar it is', () => {
      const anchor = resolve(content, 'first ofice opened in the odl capital');
      assert.equal(anchor.state, 'fuzzy');
      assert.ok('score' in anchor && anchor.score >= scoreFloor && anchor.score < 1);
      assert.equal(passage(content, 'first ofice opened in the odl capital'), 'first office opened in the old capital');
    });

    it('never changes a number', () => {
      const anchor = resolve('The resolution was adopted by 187 countries in autumn.', 'adopted by 182 countries in autumn');
      assert.equal(anchor.state, 'lost');
      assert.ok('choices' in anchor && anchor.choices[0]!.score > 0.9);
    });

    it('is ambiguous between two places that are about as similar', () => {
      const anchor = resolve('The board met in plenary in spring. The board met in plenary in autumn.', 'board met in plenery in');
      assert.equal(anchor.state, 'ambiguous');
      assert.equal('choices' in anchor && anchor.choices.length, 2);
    });

    it('is lost below the floor, and shows the nearest passage', () => {
      const anchor = resolve(content, 'Their people went to the new building many years later');
      assert.equal(anchor.state, 'lost');
      assert.ok('choices' in anchor && anchor.choices.length === 1 && anchor.choices[0]!.score < scoreFloor);
    });

    it('is lost without choices where nothing is near', () => {
      assert.deepEqual(resolve(content, 'Zwölf Boxkämpfer jagen Viktor'), { state: 'lost', choices: [] });
    });

    it('does not guess at quotes that are too short to be told apart', () => {
      assert.equal(resolve('The EU met.', { quote: 'UN', prefix: 'The ', suffix: ' met.' }).state, 'lost');
      assert.equal(resolve('The Gordan met.', { quote: 'Jordan', prefix: 'The ', suffix: ' met.' }).state, 'lost');
    });

    it('does not compare quotes of thousands of words, but shows where they may begin', () => {
      const long = Array.from({ length: 900 }, (_, i) => `word${i}`).join(' ');
      const anchor = resolve(`before ${long.replaceAll('word300', 'other')} after`, long);
      assert.equal(anchor.state, 'lost');
      assert.ok('choices' in anchor && anchor.choices[0]!.span.start === 7);
    });
  });

  describe('findEvery', () => {
    const index = createAnchorIndex(createText('The agency met. Then the\r\nagency left; the agency’s head stayed. Subagency, AGENCY.'));

    it('finds all exact places through white space, on word boundaries', () => {
      assert.deepEqual(findEvery(index, { quote: 'agency' }).map(({ start }) => start), [4, 26, 43]);
      assert.deepEqual(findEvery(index, { quote: 'the agency' }), [{ start: 21, end: 32 }, { start: 39, end: 49 }]);
    });

    it('keeps to the context, and finds nothing rather than something similar', () => {
      assert.deepEqual(findEvery(index, { quote: 'agency', suffix: ' left' }).length, 1);
      assert.deepEqual(findEvery(index, { quote: 'agencies' }), []);
    });

    it('finds places that do not overlap', () => {
      assert.deepEqual(findEvery(createAnchorIndex(createText('a a a a a')), { quote: 'a a' }).length, 2);
    });
  });

  describe('selectorFor', () => {
    it('adds context only where the quote alone is not unique, in whole words', () => {
      const content = 'One day the country joined. Next the country left.';
      const index = createAnchorIndex(createText(content));
      assert.deepEqual(selectorFor(index, { start: 19, end: 26 }), { quote: 'joined' });
      assert.deepEqual(selectorFor(index, { start: 33, end: 44 }), { quote: 'the country', prefix: 'Next ' });
    });
  });
});

describe('properties of anchors', () => {
  const words = ['the', 'council', 'of', 'Élan', 'voted', 'in', 'May', 'for', '187', 'states', 'cafe\u0301', 'and', '“peace”', 'UN', '日本', '👩‍🚀', 'לא'];
  const article = fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', ' ', '\n', '\r\n', '\u00a0', ', ', '.  ', '\r\n\r\n')), { minLength: 3, maxLength: 60 })
    .map((parts) => parts.map(([word, gap]) => word + gap));

  it('an unchanged quote resolves to its own place, or says that it is ambiguous', () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.nat({ max: 8 }), (parts, at, count) => {
        const first = at % parts.length;
        const last = Math.min(parts.length - 1, first + count);
        const content = parts.join('');
        const start = parts.slice(0, first).join('').length;
        const quote = parts.slice(first, last + 1).join('').replace(/[\s,.]+$/, '');
        const anchor = resolve(content, quote);
        if (anchor.state === 'exact') assert.deepEqual(anchor.span, { start, end: start + quote.length });
        else assert.ok(anchor.state === 'ambiguous' && anchor.choices.some(({ span }) => span.start === start));
      }),
      { numRuns: 400 },
    );
  });

  it('composed and decomposed texts are one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (content) => {
        assert.equal(foldQuote(content.normalize('NFD')), foldQuote(content.normalize('NFC')));
      }),
      { numRuns: 500 },
    );
  });

  it('selectorFor gives a selector that resolves to the very span, wherever context can tell', () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.nat({ max: 4 }), (parts, at, count) => {
        const numbered = parts.map((part, i) => (i % 5 === 4 ? `n${'abcdefghij'[i % 10]!}${'klmnopqrst'[Math.floor(i / 10)]!} ${part}` : part));
        const first = at % numbered.length;
        const last = Math.min(numbered.length - 1, first + count);
        const content = numbered.join('');
        const start = numbered.slice(0, first).join('').length;
        const end = start + numbered.slice(first, last + 1).join('').trimEnd().length;
        const anchor = resolve(content, selectorFor(createAnchorIndex(createText(content)), { start, end }));
        assert.deepEqual(anchor, { state: 'exact', span: { start, end } });
      }),
      { numRuns: 400 },
    );
  });

  it('a corrupted passage is found where it is, or not at all', () => {
    const vocabulary = Array.from({ length: 400 }, (_, i) => {
      const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'to', 'vi', 'zu', 'dor', 'fen', 'gal', 'hus', 'jin', 'pel', 'qua', 'rit', 'sol', 'tam'];
      return syllables[i % 20]! + syllables[Math.floor(i / 20)]! + (i % 3 === 0 ? syllables[(i * 7) % 20]! : '');
    });
    const text = fc.array(fc.constantFrom(...vocabulary), { minLength: 60, maxLength: 120 });
    const slip = fc.record({ kind: fc.constantFrom('letter', 'lose letter', 'lose word', 'add word', 'other word'), at: fc.nat() });
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 4, max: 16 }), fc.array(slip, { minLength: 1, maxLength: 4 }), (all, at, count, slips) => {
        const first = at % (all.length - count);
        const quoted = all.slice(first, first + count);
        const quote = quoted.join(' ');
        const changed = slips.reduce((passageWords, { kind, at: where }) => corrupt(passageWords, kind, where), quoted);
        const before = all.slice(0, first).join(' ');
        const content = `${before} ${changed.join(' ')} ${all.slice(first + count).join(' ')}`;
        const from = before.length + 1;
        const to = from + changed.join(' ').length;
        const anchor = resolve(content, quote);
        if ('span' in anchor) assert.ok(anchor.span.start < to && from < anchor.span.end, `“${quote}” moved to “${content.slice(anchor.span.start, anchor.span.end)}”`);
      }),
      { numRuns: 300 },
    );
  });
});

function corrupt(words: readonly string[], kind: string, at: number): string[] {
  const copy = [...words];
  const i = at % Math.max(1, copy.length);
  const word = copy[i] ?? '';
  if (kind === 'letter') copy[i] = `${word.slice(0, at % word.length)}x${word.slice((at % word.length) + 1)}`;
  else if (kind === 'lose letter') copy[i] = word.slice(0, -1);
  else if (kind === 'lose word') copy.splice(i, 1);
  else if (kind === 'add word') copy.splice(i, 0, 'wholly');
  else copy[i] = 'different';
  return copy;
}
