import type { CaseModel } from '../caseModel';
import { claimLabel, claimValue, entityName } from '../features/claimText';
import { relationWords } from '../values/describe';
import type { AgreementDifference, Kappa, Mark, Match } from './agreement';

/** A figure for people: `0.82`; where it is not defined, that. */
export function matchWords({ a, b, matchedA, matchedB, f1 }: Match): string {
  return f1 === null ? 'not defined: there are none' : `F1 ${f1.toFixed(2)} (A ${matchedA} of ${a}, B ${matchedB} of ${b})`;
}

export function kappaWords({ units, observed, kappa }: Kappa): string {
  if (observed === null) return 'kappa not defined: there are none';
  if (kappa === null) return `kappa not defined: both gave all ${units} the same label`;
  return `kappa ${kappa.toFixed(2)} (${units}, ${(observed * 100).toFixed(1)}% the same)`;
}

const kindWords: Readonly<Record<AgreementDifference['kind'], string>> = {
  'only-a': 'only in A',
  'only-b': 'only in B',
  entity: 'different entity',
  extent: 'different extent',
  value: 'different value',
  qualifiers: 'same value, different qualifiers',
};

/** What kind of difference it is. */
export function differenceKind(difference: AgreementDifference): string {
  const { kind } = difference;
  const relation = difference.what === 'claim' && kind === 'value' && difference.relation !== null ? ` (${relationWords(difference.relation)})` : '';
  return `${kindWords[kind]}${relation}`;
}

/** What is compared: the words of a name, or subject and property of a claim. */
export function differenceSubject(difference: AgreementDifference, a: CaseModel): string {
  if (difference.what === 'mention') {
    return `“${a.text(difference.source)?.content.slice(difference.span.start, difference.span.end).replace(/\s+/g, ' ') ?? ''}”`;
  }
  const claim = difference.a ?? difference.b!;
  return `${entityName(a, claim.subject)}, ${claimLabel(a, claim)}`;
}

/** What one side has there; `model` is that side's case. */
export function sideWords(difference: AgreementDifference, side: 'a' | 'b', model: CaseModel): string {
  if (difference.what === 'mention') {
    const marks = difference[side];
    return marks.length === 0 ? 'nothing' : marks.map((mark) => markWords(mark, difference.source, model)).join(', ');
  }
  const claim = difference[side];
  if (!claim) return 'nothing';
  const speaker = claim.speaker === null ? '' : `, said by ${entityName(model, claim.speaker)}`;
  const valid = claim.valid === null ? '' : `, valid ${claim.valid}`;
  return difference.kind === 'qualifiers' ? `${claimValue(model, claim)}${speaker}${valid}` : claimValue(model, claim);
}

function markWords({ span, entity }: Mark, source: string, model: CaseModel): string {
  const words = model.text(source)?.content.slice(span.start, span.end).replace(/\s+/g, ' ') ?? '';
  return `“${words}” = ${entity === '?' ? 'ambiguous' : entityName(model, entity)}`;
}
