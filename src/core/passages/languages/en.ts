import { stemmer } from '@orama/stemmers/english';
import type { PassageLanguage } from './language';
import { nounTable, wordSet } from './language';

export const en: PassageLanguage = {
  tag: 'en',
  stem: stemmer,
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
