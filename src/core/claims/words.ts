import type { ReviewStatus } from '../case/entries';
import { defaultSeverities } from '../diagnostics/diagnostic';
import type { Severity } from '../diagnostics/diagnostic';
import type { Badge, Claim, Verdict } from './claim';

/** Worst first (DESIGN §5). `single` is a group of one claim. */
export const verdictOrder: readonly Verdict[] = [
  'conflict',
  'plan-changed',
  'tension',
  'maybe-changed',
  'refined',
  'changed',
  'plan-confirmed',
  'compatible',
  'additional',
  'unjudged',
  'agree',
  'single',
];

const verdictTexts: Readonly<Record<Verdict, { readonly label: string; readonly explanation: string }>> = {
  conflict: { label: 'Conflict', explanation: 'These values cannot both be true.' },
  'plan-changed': { label: 'Plan changed', explanation: 'What was planned or possible is not what others say.' },
  tension: { label: 'Tension', explanation: 'The values differ, but by no more than their rounding or approximation.' },
  'maybe-changed': {
    label: 'Maybe changed',
    explanation: 'The values differ, and it is not known whether they are meant for the same time.',
  },
  refined: { label: 'Refined', explanation: 'One value is a more exact form of the other.' },
  changed: { label: 'Changed', explanation: 'The values differ because they are true at different times.' },
  'plan-confirmed': { label: 'Plan confirmed', explanation: 'What was planned is what a later source says.' },
  compatible: { label: 'Compatible', explanation: 'The values can both be true.' },
  additional: { label: 'Additional', explanation: 'The property can have several values: these stand side by side.' },
  unjudged: { label: 'Not judged', explanation: 'These claims cannot be compared.' },
  agree: { label: 'Agree', explanation: 'The values are the same.' },
  single: { label: 'Single', explanation: 'There is but one claim about this.' },
};

const badgeTexts: Readonly<Record<Badge, { readonly label: string; readonly explanation: string }>> = {
  'single-source': { label: 'Single source', explanation: 'A value here rests on one witness alone.' },
  'name-variant': { label: 'Name variant', explanation: 'The sources agree, but word the name differently.' },
  'review-again': { label: 'Review again', explanation: 'The claims have changed since this was decided.' },
  'same-origin': {
    label: 'Same origin',
    explanation: 'Several sources have one origin or quote one speaker, and count as one witness.',
  },
  suggested: { label: 'Suggested', explanation: 'A claim here was suggested, and no one has confirmed it.' },
};

/** Said of a claim whose value has the badge *single source*: two sources of one origin may state it, so the claim names the witness. */
export const loneWitness = 'rests on one witness';

/** The verdict's name for people: `Plan changed`. */
export function verdictLabel(verdict: Verdict): string {
  return verdictTexts[verdict].label;
}

/** What the verdict means, in one sentence. */
export function verdictExplanation(verdict: Verdict): string {
  return verdictTexts[verdict].explanation;
}

/** The badge's name for people: `Single source`. */
export function badgeLabel(badge: Badge): string {
  return badgeTexts[badge].label;
}

/** What the badge means, in one sentence. */
export function badgeExplanation(badge: Badge): string {
  return badgeTexts[badge].explanation;
}

/** The severity of a verdict where the manifest says nothing (DESIGN §5); `off` for verdicts that are no findings. */
export function severityOfVerdict(verdict: Verdict): Severity {
  const severities: Readonly<Record<string, Severity>> = defaultSeverities;
  const code = `discrepancy/${verdict}`;
  return Object.hasOwn(severities, code) ? severities[code]! : 'off';
}

/** Whether a reader should know of the verdict: it has a severity of its own. */
export function isDiscrepancy(verdict: Verdict): boolean {
  return severityOfVerdict(verdict) !== 'off';
}

/** Negative when `a` is worse than `b`. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return verdictOrder.indexOf(a) - verdictOrder.indexOf(b);
}

/** A review status as a button or a filter says it: `Explained`. */
export const statusLabels: Readonly<Record<ReviewStatus | 'again', string>> = {
  open: 'Open',
  again: 'Review again',
  explained: 'Explained',
  accepted: 'Accepted',
  dismissed: 'Dismissed',
};

/** A decision in a few words, `wrong` being the names of the sources that are: `Explained: forecast`, `Accepted: wrong in The Ledger`. */
export function decisionLabel(status: ReviewStatus, reason: string | null, wrong: readonly string[]): string {
  const label = statusLabels[status];
  if (status === 'accepted') return `${label}: ${wrong.length > 0 ? `wrong in ${wrong.join(' and ')}` : 'not known who is wrong'}`;
  return reason === null ? label : `${label}: ${reason.replaceAll('-', ' ')}`;
}

/** Why a claim takes no part in a comparison. */
export const unjudgedLabels: Readonly<Record<NonNullable<Claim['unjudged']>, string>> = {
  'undeclared-property': 'Not compared: the property is not declared',
  'missing-separator': 'Not compared: a separator is missing under “key”',
  'unreadable-value': 'Not compared: the value cannot be read',
  'unknown-entity': 'Not compared: the registry has no such entity',
};

const reasonLabels: Readonly<Record<string, string>> = {
  time: 'Meant for different times',
  rounding: 'Rounding',
  name: 'A name or its spelling',
  translation: 'Translation',
  scope: 'Different scope',
  'different-property': 'Not the same property',
  attribution: 'Wrong attribution',
  forecast: 'A forecast',
  'not-comparable': 'Not comparable',
  'extraction-error': 'Wrongly extracted',
};

/** A reason for a decision (DESIGN §1) in words; one that is not known as it is written. */
export function reasonLabel(reason: string): string {
  return Object.hasOwn(reasonLabels, reason) ? reasonLabels[reason]! : reason;
}
