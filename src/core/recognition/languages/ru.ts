import { ruDates } from './ruDates';
import type { Language } from './language';

export const ru: Language = {
  tag: 'ru',
  sentences: { abbreviations: new Set() },
  numbers: {
    cardinals: new Map(),
    multipliers: new Map(),
    scales: new Map(),
    attachedScales: new Map(),
    ordinals: new Map(),
    ordinalSuffixes: new Set(),
    fractions: new Map(),
    mixed: new Map(),
    articles: new Set(),
    joiners: new Set(),
    commaThousands: true,
  },
  quantities: { before: [], after: [] },
  dates: ruDates,
};
