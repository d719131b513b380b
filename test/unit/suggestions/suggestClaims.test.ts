import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { passageOf } from '../../../src/core/claims/claim';
import { caseOf, inWords, suggestedIn } from './suggestedIn';

/** Each: a sentence, and what it suggests. */
function suggests(cases: readonly (readonly [string, readonly string[]])[]): void {
  for (const [text, claims] of cases) assert.deepEqual(suggestedIn(`${text}\n`).sort(), [...claims].sort(), text);
}

describe('suggested claims', () => {
  it('date and place events by their verb, by a relative clause, by what begins the clause, and by attachment', () => {
    suggests([
      ['The Tide Conference was held in Port Elm in May 2003.', ['tide date = May 2003', 'tide place = port']],
      ['The Tide Conference, which was held in Laketown on 3 May 2003, ended early.', ['tide date = 3 May 2003', 'tide place = lake-town']],
      ['In May 2003 the Tide Conference took place in Laketown.', ['tide date = May 2003', 'tide place = lake-town']],
      ['Norland hosted the Salt Summit in 2005.', ['salt place = norland', 'salt date = 2005']],
      ['Norland hosted large forums. These include the Tide Conference in 2003 and the Salt Summit.', ['tide date = 2003', 'tide place = norland', 'salt place = norland']],
    ]);
  });

  it('never mix the dates of two events', () => {
    suggests([
      ['The Tide Conference in 2003 and the Salt Summit in 2005 drew crowds.', ['tide date = 2003', 'salt date = 2005']],
      ['The Tide Conference took place three years before the Salt Summit in 2005.', ['salt date = 2005']],
      ['The Salt Summit was postponed from 2004 to 2005.', []],
      ['At the Tide Conference Lee recalled the summer of 1999.', []],
    ]);
  });

  it('leave a thing alone that is a part of a longer phrase', () => {
    suggests([
      ['Delegates of the Tide Conference were held in 2003 for questioning.', []],
      ['The seat of the League was founded in 1901 by monks.', []],
      ['The offices of the League in Port Elm were opened in 2003.', []],
      ['Norland lies between two member countries of the League.', []],
      ['Two members of the League left in 2003.', []],
    ]);
  });

  it('tell lives, foundings, treaties and founders', () => {
    suggests([
      ['Ann Lee was born in Port Elm on 3 May 1940.', ['ann born = 3 May 1940', 'ann birth-place = port']],
      ['The League, founded in 1901, has 54 members.', ['league founded = 1901', 'league member-count = 54']],
      ['Acme was founded by Bob Ray in 1999.', ['acme founder = bob', 'acme founded = 1999']],
      ['The Coast Pact was signed on 3 May 1999.', ['pact signed = 3 May 1999']],
      ['In 2003 the League appointed Bob Ray as its director.', ['bob appointed = 2003']],
      ['Bob Ray was appointed to the post of Head of Ports in 2003.', ['bob appointed = 2003', 'bob position = Head of Ports (as of 2003)']],
    ]);
  });

  it('tell who holds an office, and no one who held it or deputises', () => {
    suggests([
      ['Ann Lee, the President of Norland, spoke in 2004.', ['norland president = ann (as of 2004)']],
      [
        'Norland’s Foreign Minister Bob Ray met the President of Sudland, Ann Lee, in 2004.',
        ['norland foreign-minister = bob (as of 2004)', 'sudland president = ann (as of 2004)'],
      ],
      ['Bob Ray, former President of Norland, spoke.', []],
      ['Deputy Foreign Minister of Norland Bob Ray spoke.', []],
      ['President Lee visited Norland in 2003.', []],
      ['Port Elm is the capital of Norland.', ['norland capital = port']],
      ['Laketown, the former capital of Norland, is old.', []],
    ]);
  });

  it('keep memberships apart by the organisation', () => {
    suggests([
      ['Norland joined the League in 1950.', ['norland joined [organization: league] = 1950']],
      ['The League has 54 members. Norland joined in 1950.', ['league member-count = 54', 'norland joined [organization: league] = 1950']],
      ['Norland joined the League after Sudland joined in 1950.', []],
    ]);
  });

  it('count people, money and votes, the latter with their election alone', () => {
    suggests([
      ['30 people were killed in the Great Fire.', ['fire death-toll = 30 people']],
      ['More than 500 people attended the Salt Summit.', ['salt attendance = more than 500 people']],
      ['Port Elm, with a population of 200,000, is old.', ['port population = 200,000 people']],
      ['Norland won a seat on the Harbour Council with 90 votes in 2010.', ['norland votes-for [election: council-vote] = 90 votes']],
      ['Norland won with 90 votes in 2010.', []],
    ]);
  });

  it('say whether something is planned, possible or denied, and leave out what is doubtful', () => {
    suggests([
      ['The Tide Conference will be held in Port Elm in 2017.', ['tide date = 2017 (planned)', 'tide place = port (planned)']],
      ['The Salt Summit could be held in 2016.', ['salt date = 2016 (possible)']],
      ['The Tide Conference was not held in 2003.', ['tide date = 2003 (not)']],
      ['It is unclear whether the Tide Conference was held in 2003.', []],
      ['Was the Tide Conference held in 2003?', []],
      ['The Tide Conference was to be held in 2003.', []],
    ]);
  });

  it('say who speaks', () => {
    suggests([
      ['Bob Ray said the Tide Conference was held in 2003.', ['tide date = 2003 (by bob)']],
      ['“It rained. The Tide Conference was held in 2003,” Ray said.', ['tide date = 2003 (by bob)']],
      ['According to Ann Lee, the League was founded in 1901.', ['league founded = 1901 (by ann)']],
    ]);
    const interview = '— Ann Lee, what do you like?\n— The League was founded in 1901.\n\n— In 1902 Acme was founded.\n— The Salt Summit was held in 2005.\n';
    assert.deepEqual(suggestedIn(interview), ['league founded = 1901 (by ann)', 'acme founded = 1902', 'salt date = 2005 (by ann)']);
  });

  it('follow words that stand for a thing, where just one can be meant', () => {
    suggests([
      ['Norland is small. The country joined the League in 1950.', ['norland joined [organization: league] = 1950']],
      ['We saw the League. Since its creation in 1901 it has grown.', ['league founded = 1901']],
      ['Ann Lee left. She was born in 1940.', ['ann born = 1940']],
      ['Ann Lee and Bob Ray met. He was born in 1940.', []],
      ['Ann Lee met Zed Quirk. He was born in 1940.', []],
    ]);
  });

  it('leave out what is confirmed, dismissed or told before', () => {
    const text = 'The League was founded in 1901. Indeed the League was founded in 1901. The Tide Conference was held in 2003.\n';
    const annotations = (lines: string) => ({ 'annotations/a.yaml': `source: sources/0.txt\n${lines}\n` });
    assert.deepEqual(suggestedIn(text), ['league founded = 1901', 'tide date = 2003']);
    assert.deepEqual(suggestedIn(text, annotations('claims:\n  - {subject: tide, property: date, value: 2003, quote: was held in 2003}')), ['league founded = 1901']);
    assert.deepEqual(suggestedIn(text, annotations('claims:\n  - {subject: tide, property: date, value: 2004, quote: was held in 2003}')), ['league founded = 1901']);
    assert.deepEqual(suggestedIn(text, annotations('dismissed:\n  - {subject: league, property: founded, value: 1901, quote: the League was founded in 1901}')), ['tide date = 2003']);
  });

  it('quote the article exactly, as an annotation would', () => {
    const model = caseOf(['The Tide Conference was held in May 2003.\n\nThe Salt Summit in 2005 came next. The Salt Summit in 2005!\n']);
    const content = model.text('sources/0.txt')!.content;
    for (const claim of model.suggestedClaims('sources/0.txt')) {
      const { entry } = claim;
      const scalars = [entry.quote!, ...(entry.prefix ? [entry.prefix] : []), ...(entry.suffix ? [entry.suffix] : [])];
      for (const { text, span } of scalars) assert.equal(content.slice(span.start, span.end), text);
      assert.deepEqual(passageOf(claim), entry.quote!.span);
      assert.equal(claim.state, 'suggested');
    }
    const [tide, salt] = model.suggestedClaims('sources/0.txt');
    assert.equal(tide?.entry.quote?.text, 'Tide Conference was held in May 2003');
    assert.equal(tide?.entry.prefix, undefined);
    assert.equal(salt?.entry.suffix?.text, ' came next. The Salt Summit in 2');
  });

  it('come to the same in any order of sentences that know nothing of each other', () => {
    const sentences = ['Acme was founded in 1999.', 'Ann Lee was born in 1940.', 'The Salt Summit was held in 2005.', 'Norland joined the League in 1950.'];
    fc.assert(
      fc.property(fc.shuffledSubarray(sentences), (some) => {
        const alone = some.flatMap((sentence) => suggestedIn(`${sentence}\n`)).sort();
        assert.deepEqual(suggestedIn(some.join('\n\n')).sort(), alone);
      }),
      { numRuns: 20 },
    );
  });

  it('read no claim across an article of odd pieces that is not in it', () => {
    const pieces = ['Ann Lee', ', ', 'was born', ' in ', '1940', '. ', 'the League', ' founded ', '\n\n', '“', '”', ' said ', '(', ')', '54 members of ', '— ', 'President ', ' of Norland', '?'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const content = parts.join('');
        const model = caseOf([content]);
        for (const claim of model.suggestedClaims('sources/0.txt')) {
          const { span, text } = claim.entry.quote!;
          assert.equal(content.slice(span.start, span.end), text, inWords(claim));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('suggested claims in Russian', () => {
  it('come of the same rules with other words', () => {
    const registry = `entities:
  norland: {type: country, name: Норландия, aliases: [Норландии]}
  league: {type: organization, name: Лига}
  ann: {type: person, name: Анна Ли}
  salt: {type: event, name: Соляной саммит}
  port: {type: city, name: Порт-Эльм}
`;
    const files = { 'registry/entities.yaml': registry, 'corroborate.yaml': 'sources:\n  sources/0.txt: {published: 2015-06, language: ru}\n' };
    const text = 'Норландия вступила в Лига 2 марта 1992 года.\n\nСоляной саммит состоялся в Порт-Эльм в сентябре 2000 года. Президент Норландии Анна Ли выступила.\n';
    assert.deepEqual(suggestedIn(text, files).sort(), [
      'norland joined [organization: league] = 2 March 1992',
      'norland president = ann',
      'salt date = September 2000',
      'salt place = port',
    ]);
  });
});

describe('comparison', () => {
  it('takes suggestions in, marked, in the order of sources', () => {
    const model = caseOf(['The League was founded in 1901.\n', 'The League was founded in 1903.\n']);
    assert.deepEqual(model.groups(), []);
    const [group] = model.comparison();
    assert.equal(group?.verdict, 'conflict');
    assert.ok(group.badges.includes('suggested'));
    assert.deepEqual(group.claims.map(({ source }) => source), ['sources/0.txt', 'sources/1.txt']);
  });

  it('makes no conflict of two elections, two offices or two firsts', () => {
    const model = caseOf([
      'Norland won a seat on the Harbour Council with 90 votes in 2010. Norland’s President Ann Lee spoke. The first office in Norland was small.\n',
      'Norland won a seat in the League with 20 votes. Norland’s Foreign Minister Bob Ray spoke. The first school in Norland was large.\n',
    ]);
    assert.deepEqual(model.comparison().filter(({ verdict }) => verdict === 'conflict'), []);
  });

  it('keeps a decision on what is confirmed', () => {
    const files = {
      'annotations/0.yaml': 'source: sources/0.txt\nclaims:\n  - {subject: league, property: founded, value: 1901, quote: was founded in 1901}\n',
      'reviews.yaml': 'reviews:\n  league|founded:\n    status: accepted\n    wrong: []\n    seen: {verdict: single, claims: [{source: sources/0.txt, value: "1901", polarity: positive, modality: asserted, valid: 2015-06}]}\n',
    };
    const model = caseOf(['The League was founded in 1901.\n', 'The League was founded in 1903.\n'], files);
    const [group] = model.comparison();
    assert.equal(group?.verdict, 'conflict');
    assert.deepEqual([group.review.status, group.review.reviewAgain, group.review.reopened], ['accepted', false, false]);
  });
});
