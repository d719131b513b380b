import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readDates } from './dateReading';

/** Texts in brackets are what is found, with its value after `=`. */
function check(text: string, wanted: readonly string[], published: string | null = '2022-06-15', tag = 'en'): void {
  const found = readDates(text, published, tag).map((each) => `${each.text} = ${each.value?.edtf ?? 'null'}`);
  assert.deepEqual(found, wanted, text);
}

describe('dates in a text', () => {
  it('reads days in all usual orders', () => {
    check('Oct. 24, 2014', ['Oct. 24, 2014 = 2014-10-24']);
    check('signed on 2nd of March 1992', ['2nd of March 1992 = 1992-03-02']);
    check('born on the second of March, 1992.', ['second of March, 1992 = 1992-03-02']);
    check('December the 7th, 1941', ['December the 7th, 1941 = 1941-12-07']);
    check('on Monday, 2 March 2015, and Sat., Oct. 24, 2015', [
      'Monday, 2 March 2015 = 2015-03-02',
      'Sat., Oct. 24, 2015 = 2015-10-24',
    ]);
    check('2003-08-28, 2003/08/29, 28.08.2003 and 7-Dec-2010', [
      '2003-08-28 = 2003-08-28',
      '2003/08/29 = 2003-08-29',
      '28.08.2003 = 2003-08-28',
      '7-Dec-2010 = 2010-12-07',
    ]);
  });

  it('leaves open which figure is the day until another date of the article tells', () => {
    check('opened on 05/08/2003', ['05/08/2003 = [2003-05-08,2003-08-05]']);
    check('opened on 05/08/2003 and shut on 28/08/2003', ['05/08/2003 = 2003-08-05', '28/08/2003 = 2003-08-28']);
    check('opened on 05/08/2003 and shut on 08/28/2003', ['05/08/2003 = 2003-05-08', '08/28/2003 = 2003-08-28']);
    check('открыт 05/08/2003', ['05/08/2003 = 2003-08-05'], null, 'ru');
  });

  it('takes a year after an abbreviation, and both years of an era or a span', () => {
    check('The mill (c.1720) was built c. 1690. It burnt.', ['c.1720 = 1720~', 'c. 1690 = 1690~']);
    check('under King Olaf (r. 1287-1299)', ['1287-1299 = 1287/1299']);
    check('layers of 9000–8500 BC', ['9000–8500 BC = -8999/-8499']);
    check('in use from 1400 to 1200 BC', ['from 1400 to 1200 BC = -1399/-1199']);
    check('It will be back in mid-2061.', ['mid-2061 = 2061']);
    check('It was held from June 1 to 3, between May 15 and 17.', ['from June 1 to 3 = 2022-06-01/2022-06-03', 'between May 15 and 17 = 2022-05-15/2022-05-17']);
    check('half of the 1850-1900 mean', ['1850-1900 = 1850/1900']);
  });

  it('hears where a time begins that is told from, and where it is measured against', () => {
    check('The mosaics date from 1311.', ['1311 = 1311']);
    check('Profit rose 4% from last year.', ['last year = 2021']);
    check('It rose 4% from 2019 to 2021.', ['from 2019 to 2021 = 2019/2021']);
    check('It was the wettest month in twelve years.', []);
    check('The truce is supposed to last 30 days.', []);
  });

  it('reads weekdays of weeks and periods that end with a time', () => {
    check('on Tuesday of last week', ['Tuesday of last week = 2022-06-07']);
    check('Costs fell in the year to March.', ['year to March = 2021-04/2022-03']);
    check('in the six-month period ending 31 January 2022', ['six-month period ending 31 January 2022 = 2021-08-01/2022-01-31']);
  });

  it('knows no impossible days', () => {
    check('on 31/02/2003', []);
    check('2003-13-01', []);
    check('on 30.02.2003', []);
  });

  it('reads parts of years, decades and centuries', () => {
    check('in the spring of 2016 and in summer 2005', ['spring of 2016 = 2016-21', 'summer 2005 = 2005-22']);
    check('the third quarter of 2022, Q4 2021 and the first half of 2021', [
      'third quarter of 2022 = 2022-35',
      'Q4 2021 = 2021-36',
      'first half of 2021 = 2021-40',
    ]);
    check('in the winter of 2019–20', ['winter of 2019–20 = 2019-24']);
    check('the early 1990s, the ’80s and the 2000s', ['early 1990s = 199X', '’80s = 198X', '2000s = 200X']);
    check('a 19th-century house of the twelfth century', ['19th-century = 18XX', 'twelfth century = 11XX']);
    check('killed in 44 BC, buried in AD 79, in the 5th century BC', ['44 BC = -0043', 'AD 79 = 0079', '5th century BC = -04XX']);
  });

  it('reads ranges and open ends', () => {
    check('Between 2013 and 2015', ['Between 2013 and 2015 = 2013/2015']);
    check('from 1999 to 2003, 2005 – 2009, 2017-2018 and 2013/14', [
      'from 1999 to 2003 = 1999/2003',
      '2005 – 2009 = 2005/2009',
      '2017-2018 = 2017/2018',
      '2013/14 = 2013/2014',
    ]);
    check('28–29 August 2003, August 28–29, 2003, 30 April – 2 May 2019', [
      '28–29 August 2003 = 2003-08-28/2003-08-29',
      'August 28–29, 2003 = 2003-08-28/2003-08-29',
      '30 April – 2 May 2019 = 2019-04-30/2019-05-02',
    ]);
    check('since 1992, until 2010 and by 2030', ['since 1992 = 1992/..', 'until 2010 = ../2010', 'by 2030 = ../2030']);
    check('in March and May 2020', ['March = 2020-03', 'May 2020 = 2020-05']);
    check('from December to January 2020', ['from December to January 2020 = 2019-12/2020-01']);
  });

  it('hangs on the article’s date', () => {
    check('in May this year, last year, next month', ['May this year = 2022-05', 'last year = 2021', 'next month = 2022-07']);
    check('It was shut yesterday, two weeks ago, last Friday.', [
      'yesterday = 2022-06-14',
      'two weeks ago = 2022-06-01~',
      'last Friday = 2022-06-10',
    ]);
    check('It happened on Monday.', ['Monday = 2022-06-13']);
    check('He was held late on Saturday night.', ['Saturday night = 2022-06-11']);
    check('It will happen on Monday.', ['Monday = 2022-06-20']);
    check('last December, this spring, next summer', ['last December = 2021-12', 'this spring = 2022-21', 'next summer = 2023-22']);
    check('which dates back 23 years', ['dates back 23 years = 1999']);
    check('a year from now', ['a year from now = 2023']);
    check('in the last 15 years and the remaining 12 months', ['last 15 years = 2007/2022', 'remaining 12 months = 2022-06/2023-06']);
  });

  it('hangs on the time told before', () => {
    check('It began on 2 March 1992. Six weeks later it ended.', ['2 March 1992 = 1992-03-02', 'Six weeks later = 1992-04-13~']);
    check('In December 2014 he left. The previous month he had signed.', ['December 2014 = 2014-12', 'previous month = 2014-11']);
    check('In 1999 it rose. The following year it fell. That same year he died.', [
      '1999 = 1999',
      'following year = 2000',
      'That same year = 2000',
    ]);
    check('three days before 2 March 1992', ['three days before 2 March 1992 = 1992-02-28']);
    check('The law passed in June 1963. On 22 November he died.', ['June 1963 = 1963-06', '22 November = 1963-11-22']);
    check('In 1969, they landed; on July 20 he walked.', ['1969 = 1969', 'July 20 = 1969-07-20']);
    check('The firm, founded in 1998, said on March 2 it was shut.', ['1998 = 1998', 'March 2 = 2022-03-02']);
  });

  it('finds no dates in other words and numbers', () => {
    for (const text of [
      'He may march on. The sun is up. A second wind.',
      'April Smith and Theresa May said so.',
      'Call 555-1234 or 1-800-555-1945.',
      'Article 1992, Route 1945, Flight 2010, Boeing 737, section 1999.4, No. 1984',
      'They counted 1945 people, 2000 troops, $2010 and 1,945 dollars.',
      'version 2.0.1 at 192.168.10.12, ISBN 978-3-16-148410-0, 24/7, 10:30',
      'Tokyo 2020 and Windows 2000',
      'every Monday, Black Friday, on Sundays',
      'a woman in her 30s, a 45-year-old man, sentenced to seven years',
    ]) {
      check(text, []);
    }
  });

  it('reads Russian', () => {
    check('2 марта 1992 года, в мае этого года и в 2003 г. также', ['2 марта 1992 года = 1992-03-02', 'мае этого года = 2022-05', '2003 г. = 2003'], '2022-06-15', 'ru');
    check('1990-е, XIX век, с 1992 года', ['1990-е = 199X', 'XIX век = 18XX', 'с 1992 года = 1992/..'], '2022-06-15', 'ru');
    check('прошлой осенью, на прошлой неделе, 23 года назад', ['прошлой осенью = 2021-23', 'прошлой неделе = 2022-06-06/2022-06-12', '23 года назад = 1999'], '2022-06-15', 'ru');
    check('Он умер 2 марта 1992 года, три недели спустя', ['2 марта 1992 года = 1992-03-02', 'три недели спустя = 1992-03-23~'], '2022-06-15', 'ru');
    check('с 1999 по 2003 год, в 2005–2009 годах', ['с 1999 по 2003 год = 1999/2003', '2005–2009 годах = 2005/2009'], '2022-06-15', 'ru');
    check('в этой среде, Статья 1992, улица 8 Марта', [], '2022-06-15', 'ru');
  });

  it('gives spans in order, within the text, none overlapping, whatever the words', () => {
    const words = 'May 2 2003 - – , ( ) of the last two weeks ago early since until from to and between Monday 1990 s ’ century 19 th Q3 by'.split(' ');
    const text = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((each) => each.join(' '));
    fc.assert(
      fc.property(text, (content) => {
        let last = 0;
        for (const { start, end, text: found } of readDates(content, '2022-06-15')) {
          assert.ok(start >= last && end > start && end <= content.length);
          assert.equal(found.trim(), found);
          last = end;
        }
      }),
    );
  });
});
