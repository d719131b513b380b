import assert from 'node:assert/strict';
import { readDates } from './dateReading';

function values(text: string, published: string | null, hemisphere: 'north' | 'south' = 'north'): readonly (string | null)[] {
  return readDates(text, published, 'en', hemisphere).map(({ value }) => value?.edtf ?? null);
}

describe('dates resolved', () => {
  it('have no value where the article’s date is needed and unknown', () => {
    const text = 'It opens in May this year, on Monday, two weeks from now; it shut last year.';
    const dates = readDates(text, null);
    assert.equal(dates.length, 4);
    for (const { value, needsDate } of dates) assert.deepEqual([value, needsDate], [null, true]);
  });

  it('need no article’s date where the text tells it', () => {
    const dates = readDates('On 2 March 1992 he came. Six weeks later he left, on 13 April.', null);
    assert.deepEqual(dates.map(({ value, needsDate }) => [value?.edtf, needsDate]), [
      ['1992-03-02', false],
      ['1992-04-13~', false],
      ['1992-04-13', false],
    ]);
  });

  it('are as wide as what is known of the article’s date', () => {
    assert.deepEqual(values('this year', '2015-01/2015-03-01'), ['2015']);
    assert.deepEqual(values('this year', '2014-12/2015-01'), ['2014/2015']);
    assert.deepEqual(values('this month', '2007-03-22/2007-05'), ['2007-03/2007-05']);
    assert.deepEqual(values('in May this year', '2014/2015'), ['[2014-05,2015-05]']);
    assert.deepEqual(values('It was shut yesterday.', '2007-05'), ['2007-04-30/2007-05-30']);
  });

  it('of days without a year go with the tense', () => {
    assert.deepEqual(values('On March 2, they will celebrate.', '2015-01/2015-03-01'), ['2015-03-02']);
    assert.deepEqual(values('On 2nd of March, it was celebrated.', '2007-03-22/2007-05'), ['2007-03-02']);
    assert.deepEqual(values('They will meet on 5 January.', '2014-12-20'), ['2015-01-05']);
    assert.deepEqual(values('They met on 20 December.', '2015-01-05'), ['2014-12-20']);
    assert.deepEqual(values('She shelved her plans on Friday.', '2024-09-17'), ['2024-09-13']);
    assert.deepEqual(values('The fair opened on Sunday and ends on Thursday.', '2024-09-17'), ['2024-09-15', '2024-09-19']);
    assert.deepEqual(values('The village goes to the polls on 28 April, since it lost its mayor.', '2025-03-12'), ['2025-04-28']);
    const far = 'She ran the ten laps of the hall on the hill by the old mill far from town in less time than in August.';
    assert.deepEqual(values(far, '2025-03-12'), ['2024-08']);
    assert.deepEqual(values('The ban takes effect on 1 March.', '2024-09-17'), ['2025-03-01']);
  });

  it('of weekends and seasons without a year go with the tense, and are none without one', () => {
    assert.deepEqual(values('The fire broke out over the weekend.', '2024-09-17'), ['2024-09-14/2024-09-15']);
    assert.deepEqual(values('They will meet at the weekend.', '2024-09-17'), ['2024-09-21/2024-09-22']);
    assert.deepEqual(values('The road has been shut since the weekend.', '2024-09-16'), ['2024-09-14/..']);
    assert.deepEqual(values('Sales fell in the spring.', '2024-09-17'), ['2024-21']);
    assert.deepEqual(values('Talks will resume in the winter.', '2024-09-17'), ['2024-24']);
    assert.deepEqual(values('The park has been shut since the winter.', '2024-09-17'), ['2023-24/..']);
    assert.deepEqual(values('It snows this winter.', '2025-01-12'), ['2024-24']);
    assert.deepEqual(values('Much of it burnt this winter.', '2025-03-12'), ['2024-24']);
    assert.deepEqual(values('It will open this winter.', '2025-09-12'), ['2025-24']);
    assert.deepEqual(values('In the spring the river floods, at the weekend it rains.', '2024-09-17'), []);
    assert.deepEqual(values('He died in the fall of Rome.', '2024-09-17'), []);
  });

  it('of anniversaries are those of what is remembered', () => {
    assert.equal(values('On March 2 they will celebrate the 23rd anniversary of it.', '2015-02-20')[1], '1992-03-02');
    assert.equal(values('a conference for the 30th anniversary of the treaty in 2008', '2015')[0], '1978');
    assert.equal(values('the 50th anniversary of the 1967 war', '2019')[0], '1967');
    assert.equal(values('the 20th anniversary', '2015')[0], '1995');
    assert.equal(values('the 20th anniversary', null)[0], null);
  });

  it('of seasons follow the hemisphere', () => {
    assert.deepEqual(values('in the spring of 2016', null, 'south'), ['2016-29']);
  });

  it('are none of a headline that tells of no time, and have no value where what they hang on is not dated', () => {
    assert.deepEqual(values('Thirty Years On', '2015-02-27'), []);
    assert.deepEqual(values('The Bridge: Thirty Years On', '2015-02-27'), []);
    assert.deepEqual(values('It opened in 1981. Thirty years on, it has rusted.', '2015-02-27'), ['1981', '2011']);
    assert.deepEqual(values('Thirty years later, it rusted.', '2015-02-27'), [null]);
  });

  it('of the first or last months of a time are that part of it', () => {
    assert.deepEqual(values('Sales rose in the first nine months of 2013.', '2015-02-27'), ['2013-01/2013-09']);
    assert.deepEqual(values('Sales rose in the last three months of the year.', '2015-02-27'), ['2015-10/2015-12']);
    assert.deepEqual(values('It rained in the first two weeks of May 2014.', '2015-02-27'), ['2014-05-01/2014-05-14']);
    assert.deepEqual(values('It lasted for the first 100 days of his rule.', '2015-02-27'), []);
  });

  it('say how they were computed', () => {
    const derivations = (text: string, published: string): readonly (string | null)[] =>
      readDates(text, published).map(({ derivation }) => derivation);
    assert.deepEqual(derivations('in May this year', '2007-03-22'), ["this year = 2007, the article's date"]);
    assert.deepEqual(derivations('On 2 March 1992 he came. Six weeks later he left.', '2007'), [null, 'six weeks after 2 March 1992']);
    assert.deepEqual(derivations('which dates back 23 years', '2015'), ["23 years before 2015, the article's date"]);
    assert.deepEqual(derivations('In December 2014 he left. The previous month he came.', '2015'), [
      null,
      'previous month = November 2014, the month before December 2014',
    ]);
    assert.deepEqual(derivations('They met on Friday.', '2022-06-15'), [
      "Friday = 10 June 2022, from 15 June 2022, the article's date",
    ]);
  });
});
