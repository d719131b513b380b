import type { CaseModel } from '../caseModel';
import type { Badge, Claim, Group, Verdict } from '../claims/claim';
import { passageOf } from '../claims/claim';
import { compareVerdicts, decisionLabel, verdictExplanation } from '../claims/words';
import type { Span } from '../text/text';
import { contains } from '../text/text';
import type { Place } from './claimText';
import { claimLabel, claimValue, entityName, pairsOf, placeOfClaim, sourceTitle } from './claimText';

/** What a hover says about an annotated quote. Plain strings: whoever shows them escapes them. */
export interface ClaimCard {
  readonly group: Group;
  readonly claim: Claim;
  readonly subject: string;
  readonly label: string;
  readonly value: string;
  readonly verdict: Verdict;
  readonly explanation: string;
  readonly badges: readonly Badge[];
  /** What was decided about the group, whether it still stands, by whom and when; null where nothing is. */
  readonly decided: string | null;
  /** What who decided wrote beside it. */
  readonly note: string | null;
  /** The other claims of the group, worst first. */
  readonly others: readonly {
    readonly title: string;
    readonly value: string;
    readonly quote: string | null;
    readonly verdict: Verdict;
    readonly gap: string | null;
    readonly place: Place;
  }[];
}

/** Claims of `source` whose quotes hold the offset, the shortest quote first. */
export function claimsAtOffset(model: CaseModel, source: string, offset: number): readonly Claim[] {
  return claimPassages(model, source)
    .filter(({ span }) => contains(span, { start: offset, end: offset }))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))
    .map(({ claim }) => claim);
}

/** The quotes of `source` that hold, each with its claim, in the order of claims. */
export function claimPassages(model: CaseModel, source: string): readonly { readonly claim: Claim; readonly span: Span }[] {
  return model.claimsOf(source).flatMap((claim) => {
    const span = passageOf(claim);
    return span ? [{ claim, span }] : [];
  });
}

/** The card of a claim; undefined while it has no group. */
export function claimCard(model: CaseModel, claim: Claim): ClaimCard | undefined {
  const group = model.groupOf(claim);
  if (!group) return undefined;
  const pairs = pairsOf(group, claim);
  const verdict = pairs[0]?.pair.verdict ?? group.verdict;
  return {
    group,
    claim,
    subject: entityName(model, claim.subject),
    label: claimLabel(model, claim),
    value: claimValue(model, claim),
    verdict,
    explanation: verdictExplanation(verdict),
    badges: group.badges,
    decided: decidedWords(model, group),
    note: group.review.entry?.note?.text ?? null,
    others: pairs.map(({ pair, other }) => ({
      title: sourceTitle(model, other.source),
      value: claimValue(model, other),
      quote: other.entry.quote?.text ?? null,
      verdict: pair.verdict,
      gap: pair.comparison.gap ?? null,
      place: placeOfClaim(other),
    })),
  };
}

function decidedWords(model: CaseModel, { review: { status, reviewAgain, reopened, entry } }: Group): string | null {
  if (!entry || (status === 'open' && !reopened)) return null;
  const wrong = entry.wrong.map(({ text }) => sourceTitle(model, text));
  const label = decisionLabel(entry.status, entry.reason?.text ?? null, wrong);
  const was = `It was ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  const words = reopened ? `Open again, as the verdict is worse. ${was}` : reviewAgain ? `Review again, as the claims changed. ${was}` : label;
  const when = [entry.by ? `by ${entry.by.text}` : '', entry.at ? `on ${entry.at.text.slice(0, 10)}` : ''].filter((part) => part !== '');
  return when.length === 0 ? words : `${words}, ${when.join(' ')}`;
}

/**
 * Where to read what disagrees most with the claims at an offset: the other side of their worst pair, a passage of another
 * article before one of the same, and those before the registry. Undefined when nothing there is claimed twice.
 */
export function opposingPlace(model: CaseModel, source: string, offset: number): Place | undefined {
  const cards = claimsAtOffset(model, source, offset).flatMap((claim) => claimCard(model, claim) ?? []);
  const distance = (place: Place) => (place.file === source ? 1 : model.source(place.file) ? 0 : 2);
  return cards
    .flatMap((card) => card.others)
    .map((other, order) => ({ ...other, order }))
    .sort((a, b) => compareVerdicts(a.verdict, b.verdict) || distance(a.place) - distance(b.place) || a.order - b.order)[0]?.place;
}
