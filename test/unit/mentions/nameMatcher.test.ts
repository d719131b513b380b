import assert from 'node:assert/strict';
import { buildNameMatcher, findNames } from '../../../src/core/mentions/nameMatcher';

/** What is found, as `text` or, where several names match, `text=0,2`. */
function found(names: readonly string[], content: string): string[] {
  return findNames(buildNameMatcher(names), content).map((match) => {
    const text = content.slice(match.start, match.end);
    return names.length === 1 ? text : `${text}=${match.names.join()}`;
  });
}

describe('findNames: boundaries', () => {
  it('finds whole words only', () => {
    assert.deepEqual(found(['Iran'], 'Iran, Iranian, Tiran, (Iran) Iran2 _Iran_'), ['Iran', 'Iran', 'Iran']);
  });

  it('takes a combining mark after a name as part of the word', () => {
    assert.deepEqual(found(['Iran'], 'Iran\u0301 Iran'), ['Iran']);
  });

  it('takes the longest name at the leftmost place', () => {
    const names = ['United Nations', 'United Nations Office at Geneva', 'Nations Office', 'Geneva'];
    assert.deepEqual(found(names, 'United Nations Office in Geneva'), ['United Nations=0', 'Geneva=3']);
    assert.deepEqual(found(names, 'United Nations Office at Geneva'), ['United Nations Office at Geneva=1']);
    assert.deepEqual(found(names, 'All Nations Office'), ['Nations Office=2']);
  });

  it('does not cut numbers at a decimal point', () => {
    assert.deepEqual(found(['GPT-4'], 'GPT-4.5, GPT-4, GPT-4.'), ['GPT-4', 'GPT-4']);
    assert.deepEqual(found(['5 Star'], '3.5 Star, 5 Star'), ['5 Star']);
  });

  it('finds signs of scripts without spaces one by one', () => {
    assert.deepEqual(found(['哈萨克斯坦', '坦克'], '在哈萨克斯坦的坦克'), ['哈萨克斯坦=0', '坦克=1']);
  });
});

describe('findNames: what is looked through', () => {
  it('apostrophes', () => {
    for (const sign of "'’ʼ`′\u02b9\u0374") assert.deepEqual(found(["Côte d'Ivoire"], `in Côte d${sign}Ivoire.`), [`Côte d${sign}Ivoire`]);
    assert.deepEqual(found(['O’Brien'], "O'Brien"), ["O'Brien"]);
  });

  it('dashes, but not a dash for a space', () => {
    for (const sign of '-‐‑–—−') assert.deepEqual(found(['Sub-Saharan'], `Sub${sign}Saharan`), [`Sub${sign}Saharan`]);
    assert.deepEqual(found(['Sub-Saharan'], 'Sub Saharan'), []);
    assert.deepEqual(found(['New York'], 'New-York'), []);
  });

  it('a dash at the end of a line', () => {
    assert.deepEqual(found(['Sub-Saharan'], 'Sub-\nSaharan, Sub- Saharan'), ['Sub-\nSaharan']);
  });

  it('quotation marks', () => {
    assert.deepEqual(found(['"Bolashak" fund'], 'the “Bolashak” fund, «Bolashak» fund'), ['“Bolashak” fund', '«Bolashak» fund']);
  });

  it('white space of any kind, and a line break, but no blank line', () => {
    for (const gap of [' ', '  ', '\n', '\r\n', '\r', '\u00a0', ' \n\t', '\u2028', '\u200b ']) {
      assert.deepEqual(found(['United Nations'], `the United${gap}Nations.`), [`United${gap}Nations`]);
    }
    for (const gap of ['\n\n', '\r\n\r\n', '\n \t\n', '\r\r', '\u2029']) {
      assert.deepEqual(found(['United Nations'], `the United${gap}Nations.`), []);
    }
  });

  it('white space inside an alias that is broken over lines in YAML', () => {
    assert.deepEqual(found(['  United \n Nations '], 'United Nations'), ['United Nations']);
  });

  it('composed and decomposed letters, with offsets into the text as it is', () => {
    const text = 'au Co\u0302te d’Ivoire et Côte d’Ivoire';
    const matches = findNames(buildNameMatcher(["Côte d'Ivoire"]), text);
    assert.deepEqual(matches, [
      { start: 3, end: 17, names: [0] },
      { start: 21, end: 34, names: [0] },
    ]);
    assert.deepEqual(found(['Co\u0302te'], 'Côte'), ['Côte']);
    assert.deepEqual(found(['Å'.normalize('NFD') + 'land'], '\u212bland Åland'), ['\u212bland', 'Åland']);
    assert.deepEqual(found(['한국'], '한국'.normalize('NFD')), ['한국'.normalize('NFD')]);
  });

  it('no compatibility variants', () => {
    assert.deepEqual(found(['G2'], 'G² G２ G2'), ['G2']);
  });

  it('soft hyphens, joiners and direction marks, which stay outside the span at its ends', () => {
    assert.deepEqual(found(['Kazakhstan'], '\u200eKazakh\u00adstan\u200f!'), ['Kazakh\u00adstan']);
    assert.deepEqual(found(['United Nations'], 'United\u200e Nations\u00ad.'), ['United\u200e Nations']);
  });

  it('the space after an initial', () => {
    for (const name of ['N. Nazarbaev', 'N.Nazarbaev']) {
      assert.deepEqual(found([name], 'N. Nazarbaev, N.Nazarbaev, N.\nNazarbaev, N Nazarbaev'), [
        'N. Nazarbaev',
        'N.Nazarbaev',
        'N.\nNazarbaev',
      ]);
    }
  });

  it('punctuation inside a name only as another form of itself', () => {
    assert.deepEqual(found(['HIV/AIDS'], 'HIV/AIDS HIV AIDS HIV-AIDS'), ['HIV/AIDS']);
    assert.deepEqual(found(['AT&T'], 'AT&T, AT and T'), ['AT&T']);
    assert.deepEqual(found(['MDG+', 'MDG'], 'MDG+ MDG'), ['MDG+=0', 'MDG=1']);
    assert.deepEqual(found(['U.N.'], 'at the U.N. It was the U.N.'), ['U.N.', 'U.N.']);
    assert.deepEqual(found(['😀 Team'], 'the 😀 Team, the 😁 Team'), ['😀 Team']);
  });
});

describe('findNames: capitals', () => {
  it('one word with a capital never matches small letters', () => {
    assert.deepEqual(found(['Will'], 'Will will WILL wIll'), ['Will', 'WILL']);
    assert.deepEqual(found(['Казахстан'], 'КАЗАХСТАН казахстан Казахстан'), ['КАЗАХСТАН', 'Казахстан']);
    assert.deepEqual(found(['iPhone'], 'iPhone IPHONE iphone'), ['iPhone', 'IPHONE']);
    assert.deepEqual(found(['Sub-Saharan'], 'sub-Saharan SUB-SAHARAN sub-saharan'), ['sub-Saharan', 'SUB-SAHARAN']);
  });

  it('one word all in capitals matches capitals only', () => {
    assert.deepEqual(found(['WHO'], 'WHO who Who wHO'), ['WHO']);
    assert.deepEqual(found(['U.N.'], 'U.N. u.n. U.n.'), ['U.N.']);
    assert.deepEqual(found(['COVID-19'], 'COVID-19 Covid-19'), ['COVID-19']);
  });

  it('one word in small letters matches any case', () => {
    assert.deepEqual(found(['parliament'], 'parliament Parliament PARLIAMENT'), ['parliament', 'Parliament', 'PARLIAMENT']);
  });

  it('several words match through case, but for acronyms among them', () => {
    assert.deepEqual(found(['United Nations'], 'united nations UNITED NATIONS United nations').length, 3);
    assert.deepEqual(found(['US Open'], 'US Open US OPEN help us open'), ['US Open', 'US OPEN']);
    assert.deepEqual(found(['World War II'], 'world war ii'), ['world war ii']);
    assert.deepEqual(found(['NEW YORK'], 'New York new york'), ['New York']);
  });

  it('folds fully, and dotted and dotless i as one letter', () => {
    assert.deepEqual(found(['Strauß'], 'STRAUSS Strauß STRAUẞ Strauss').length, 4);
    assert.deepEqual(found(['İstanbul'], 'İSTANBUL I\u0307stanbul Istanbul istanbul').length, 3);
    assert.deepEqual(found(['Diyarbakır'], 'DIYARBAKIR DİYARBAKIR').length, 2);
    assert.deepEqual(found(['Οδυσσέας'], 'ΟΔΥΣΣΈΑΣ'), ['ΟΔΥΣΣΈΑΣ']);
    assert.deepEqual(found(['𐐔𐐯𐑅'], '𐐔𐐇𐐝 𐐼𐐯𐑅'), ['𐐔𐐇𐐝']);
  });
});

describe('findNames: endings', () => {
  it('takes in the plural of the last word', () => {
    assert.deepEqual(found(['MDG'], 'MDGs MDGS MDGes'), ['MDGs']);
    assert.deepEqual(found(['UN'], 'UNs'), ['UNs']);
    assert.deepEqual(found(['Kazakh'], 'Kazakhs KAZAKHS'), ['Kazakhs', 'KAZAKHS']);
    assert.deepEqual(found(['Millennium Development Goal'], 'Millennium Development Goals'), ['Millennium Development Goals']);
    assert.deepEqual(found(['Millennium Development Goal'], 'Millenniums Development Goal'), []);
    assert.deepEqual(found(['Congress'], 'Congresses Congresss'), ['Congresses']);
    assert.deepEqual(found(['Peace Treaty'], 'Peace Treaties'), ['Peace Treaties']);
    assert.deepEqual(found(['Treaty'], 'Treaties'), ['Treaties']);
    assert.deepEqual(found(['Czech', 'Church'], 'Czechs Churches'), ['Czechs=0', 'Churches=1']);
    assert.deepEqual(found(['Boeing 747'], 'Boeing 747s'), ['Boeing 747s']);
    assert.deepEqual(found(['Ka\u0301zmer'], 'Ka\u0301zmers Kázmers'), ['Ka\u0301zmers', 'Kázmers']);
  });

  it('makes no plural of one letter, a bare number or what would be another word', () => {
    assert.deepEqual(found(['A'], 'As AS'), []);
    assert.deepEqual(found(['Ha'], 'Has'), []);
    assert.deepEqual(found(['1990'], '1990s 1990'), ['1990']);
    assert.deepEqual(found(['U.N.'], 'U.N.s'), ['U.N.']);
  });

  it('prefers the name that spells the plural', () => {
    assert.deepEqual(found(['William', 'Williams'], 'Williams William'), ['Williams=1', 'William=0']);
  });

  it('leaves possessives outside', () => {
    assert.deepEqual(found(['Kazakhstan'], 'Kazakhstan’s Kazakhstan\'s'), ['Kazakhstan', 'Kazakhstan']);
    assert.deepEqual(found(['United Nations'], 'the United Nations’ role'), ['United Nations']);
    assert.deepEqual(found(['Kazakh'], 'the Kazakhs’ role'), ['Kazakhs']);
  });
});

describe('findNames: several names, refusals and ranges', () => {
  it('keeps every index of names that read the same', () => {
    assert.deepEqual(found(['Turkey', 'TURKEY', 'Turkey', 'turkey'], 'TURKEY'), ['TURKEY=0,1,2,3']);
    assert.deepEqual(found(['Turkey', 'TURKEY', 'Turkey', 'turkey'], 'Turkey turkey'), ['Turkey=0,2,3', 'turkey=3']);
  });

  it('falls back to a shorter name, then to later starts, where names are refused', () => {
    const names = ['New York', 'New York Times', 'York Times', 'Times'];
    const matcher = buildNameMatcher(names);
    const without = (...refused: number[]): (readonly [string, readonly number[]])[] => {
      const text = 'the New York Times';
      return findNames(matcher, text, (_start, _end, name) => !refused.includes(name)).map((match) => [
        text.slice(match.start, match.end),
        match.names,
      ]);
    };
    assert.deepEqual(without(), [['New York Times', [1]]]);
    assert.deepEqual(without(1), [['New York', [0]], ['Times', [3]]]);
    assert.deepEqual(without(0, 1), [['York Times', [2]]]);
    assert.deepEqual(without(0, 1, 2, 3), []);
  });

  it('falls back to a plural where the name that spells it is refused', () => {
    const matches = findNames(buildNameMatcher(['Williams', 'William']), 'Williams', (_start, _end, name) => name === 1);
    assert.deepEqual(matches, [{ start: 0, end: 8, names: [1] }]);
  });

  it('asks about the span it would report', () => {
    const asked: string[] = [];
    const text = 'MDGs and United\nNations';
    findNames(buildNameMatcher(['MDG', 'United Nations']), text, (start, end, name) => {
      asked.push(`${text.slice(start, end)} ${name}`);
      return true;
    });
    assert.deepEqual(asked, ['MDGs 0', 'United\nNations 1']);
  });

  it('searches between two offsets, with boundaries of the whole text', () => {
    const text = 'Iran and Iran and Tiran';
    const matcher = buildNameMatcher(['Iran', 'Ira', 'ran']);
    assert.deepEqual(findNames(matcher, text, undefined, 1, text.length), [{ start: 9, end: 13, names: [0] }]);
    assert.deepEqual(findNames(matcher, text, undefined, 0, 12), [{ start: 0, end: 4, names: [0] }]);
    assert.deepEqual(findNames(matcher, text, undefined, 9, 13), [{ start: 9, end: 13, names: [0] }]);
    assert.deepEqual(findNames(matcher, text, undefined, 20), []);
    assert.deepEqual(findNames(matcher, text, undefined, -5, 1e9).length, 2);
  });
});

describe('findNames: bad input', () => {
  it('never finds names without a letter or digit', () => {
    for (const name of ['', ' ', '.', '—', '’', '\u0301', '😀', '\ud83d', '\u00ad', '\u115f', '\uffa0', '\0', 'ʼ']) {
      assert.deepEqual(found([name], `a ${name} b 😀 . — ’ \u0301 \ud83d \0`), [], JSON.stringify(name));
    }
  });

  it('takes texts without names, and names without texts', () => {
    assert.deepEqual(found([], 'Iran'), []);
    assert.deepEqual(found(['Iran'], ''), []);
    assert.deepEqual(found(['Iran of the many, many words'], 'Iran'), []);
    assert.deepEqual(found(['__proto__', 'constructor'], '__proto__ constructor'), ['__proto__=0', 'constructor=1']);
  });

  it('takes lone surrogates and NUL as signs', () => {
    assert.deepEqual(found(['Iran'], '\ud83dIran\udc00 \0Iran\0 Iran\ud83d'), ['Iran', 'Iran', 'Iran']);
    assert.deepEqual(found(['Iran \ud83d'], 'Iran \ud83d Iran \ude00'), ['Iran \ud83d']);
  });

  it('takes right-to-left text and emoji', () => {
    assert.deepEqual(found(['קזחסטן'], '\u202bבקזחסטן קזחסטן\u202c, (קזחסטן)'), ['קזחסטן', 'קזחסטן']);
    assert.deepEqual(found(['Iran'], '🇮🇷Iran👩‍👩‍👧Iran❤️'), ['Iran', 'Iran']);
  });

  it('takes a megabyte without a space, and marks without letters', () => {
    const long = 'x'.repeat(1_000_000);
    assert.deepEqual(found(['Iran', 'x'], `Iran ${long} Iran`), ['Iran=0', 'Iran=0']);
    const marks = '\u0301\u0316'.repeat(500_000);
    assert.deepEqual(found(['Iran', `Iran${marks}`], `Iran ${marks} Iran${marks} Iran`), ['Iran=0', 'Iran=0']);
    const joined = `Ir${'\u00ad'.repeat(100_000)}an`;
    assert.deepEqual(found(['Iran'], joined), [joined]);
  });

  it('finds names on either side of any offset', () => {
    const matcher = buildNameMatcher(['United Nations', 'Iran']);
    for (let before = 8150; before < 8210; before++) {
      const text = `${'a'.repeat(before % 50)} ${'word '.repeat(before / 5)}${'b'.repeat(before % 5)} United\nNations and Iran`;
      assert.deepEqual(
        findNames(matcher, text).map((match) => text.slice(match.start, match.end)),
        ['United\nNations', 'Iran'],
      );
    }
  });

  it('leaves out names with a word beyond all measure, and keeps the rest', () => {
    const word = 'x'.repeat(1_001);
    assert.deepEqual(found([word, 'x'.repeat(1_000), `Iran ${word}`, 'Iran'], `${word} ${word.slice(1)} Iran ${word}`), [
      `${word.slice(1)}=1`,
      'Iran=3',
    ]);
  });

  it('takes thousands of names, alike and not', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => (i % 4 === 0 ? 'Iran' : `Office ${i} of Iran`));
    const matches = findNames(buildNameMatcher(names), 'Office 4 of Iran, Office 7 of Iran');
    assert.deepEqual(matches.map((match) => match.names.length), [5000, 1]);
    assert.deepEqual(matches[1]?.names, [7]);
  });
});
