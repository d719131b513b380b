import { stemmer } from '@orama/stemmers/english';
import type { PassageLanguage } from './language';
import { likeWords, nounTable, wordSet } from './language';

/** Words of news that sources use for each other; where two of them stand, the sentences share one word. */
const alike = likeWords(
  [
    'help aid assist assistance support backing',
    'foreign external overseas',
    'domestic internal',
    'create creation found establish establishment',
    'start begin commence launch',
    'finish conclude conclusion complete completion',
    'grow growth increase rise',
    'fall decline decrease drop reduce reduction',
    'kill death die dead fatality',
    'injure injury wound hurt',
    'attack assault strike raid',
    'vote ballot poll',
    'achieve achievement attain accomplish fulfil fulfill',
    'pledge promise commit commitment devotion vow',
    'agreement accord pact treaty deal',
    'conference forum summit',
    'company firm corporation enterprise',
    'fund finance money',
    'buy purchase acquire acquisition',
    'worker employee staff',
    'build construct construction',
    'problem issue challenge difficulty',
    'solve resolve tackle',
    'protect defend safeguard protection',
    'peace peaceful peacekeeping',
    'nuclear atomic',
    'weapon arms',
    'war conflict hostilities fighting',
    'join accede accession admit admission',
    'poor poverty',
    'health healthcare medical medicine',
    'education educational school',
    'environment environmental ecology ecological',
    'arrest detain detention',
    'resign resignation quit',
    'win victory',
    'lose loss defeat',
    'price cost',
    'trade commerce commercial',
    'cooperate cooperation collaborate collaboration partner partnership',
    'contribute contribution contributor',
    'government administration cabinet',
    'significant important major',
    'car vehicle',
    'ship vessel',
    'plane aircraft jet',
    'flood flooding',
    'earthquake quake tremor',
    'disease illness',
    'doctor physician',
    'guilty convicted conviction',
    'jail prison imprison imprisonment',
    'refugee migrant asylum',
    'approve approval endorse endorsement',
    'reject rejection refuse refusal deny denial',
    'demand call urge',
    'remove dismiss dismissal sack',
    'rescue save',
    'destroy destruction demolish',
    'discover discovery find',
  ],
  stemOf,
);

/** British and American spellings have one stem. */
function stemOf(word: string): string {
  const spelt = word.replace(/is(e|ed|er|ers|es|ing|ation|ations)$/, 'iz$1').replace(/our(s|ed|ing|able|hood)?$/, 'or$1').replace(/(?<=program)me(s?)$/, '$1').replace(/tre(s?)$/, 'ter$1').replace(/ence$/, 'ense');
  return stemmer(spelt);
}

export const en: PassageLanguage = {
  tag: 'en',
  stem: (word) => {
    const stem = stemOf(word);
    return alike.get(stem) ?? stem;
  },
  stopWords: wordSet(`
    a about above across after again against all almost along already also although always am among an and another any anything are around as
    at away back be became because become been before began being below best better between both but by came can cannot come could did
    do does doing done down during each either else even ever every far few first for from further gave get give given go goes going got
    had has have having he her here hers herself him himself his how however i if in including indeed inside instead into is it its itself
    just last later least less let like made make makes many may me might mine more most much must my myself near neither never next no
    nor not nothing now of off often on once one ones only onto or other others our ours out over own part per perhaps put quite rather
    said same say says see seen several shall she should since so some something soon still such take taken than that the their theirs
    them themselves then there therefore these they thing things this those though through throughout thus to together too took toward towards
    two under until up upon us very was way we well went were what when where whether which while who whom whose why will with within
    without would yet you your yours mr mrs ms added told asked noted according s t d ll re ve m don`),
  definite: wordSet('the this that these such'),
  own: wordSet('our my'),
  nouns: nounTable([
    'country nation state republic kingdom > country',
    'organization organisation agency body institution ministry council committee commission company firm bank party team club union > organization',
    'conference forum summit session meeting event > event',
    'resolution law treaty agreement convention charter act bill document > law work',
    'report book film declaration programme program plan > work law',
    'city town capital > city',
    'region province area > region place',
    'minister president chairman chairwoman ambassador director leader official spokesman spokeswoman mayor governor > person',
  ]),
  complements: wordSet('of on for'),
  durations: wordSet('year years decade decades century centuries anniversary'),
  continuing: wordSet('he she it they this these that those such its his her their'),
};
