import { enDates } from './enDates';
import type { Language } from './language';

export const en: Language = {
  tag: 'en',
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
  dates: enDates,
};
