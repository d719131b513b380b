import type { Reading, ReviewDecision, ReviewEntry, ReviewsFile, ReviewStatus, SeenClaim, SeenState } from './entries';
import { inOrder, itemsIn, pairsOf, readPairs, scalarIn, scalarOf, scalarsIn, sectionsOf, valueIn } from './readEntries';
import { reviewSchema } from './schemas';
import { moveSpan } from './yaml';
import type { YamlMap, YamlPair } from './yaml';
import { createYamlCache } from './yamlCache';
import type { YamlCache } from './yamlCache';
import { readOutline } from './yamlOutline';

/** Reads reviews.yaml (DESIGN §1). Decisions without a status are left out, of the others what is wrong. */
export function readReviewsFile(text: string, cache: YamlCache = createYamlCache()): Reading<ReviewsFile> {
  const outline = readOutline(text, cache);
  const problems = [...outline.problems];
  const sections = sectionsOf(outline, ['reviews'], 'a reviews file', problems);
  const pairs = pairsOf('reviews', sections.get('reviews'), problems);
  return { data: { reviews: readPairs(pairs, reviewSchema, reviewOf, () => [], problems, cache) }, problems: inOrder(problems) };
}

function reviewOf(pair: YamlPair, map: YamlMap, offset: number): ReviewEntry | null {
  const decision = decisionOf(map, offset);
  if (!decision) return null;
  const history = itemsIn(map, 'history').flatMap((item) => (item.kind === 'map' ? (decisionOf(item, offset) ?? []) : []));
  return { ...decision, key: scalarOf(pair.key, offset), span: moveSpan(pair.span, offset), history };
}

function decisionOf(map: YamlMap, offset: number): ReviewDecision | null {
  const status = scalarIn(map, 'status', offset);
  if (!status) return null;
  const seen = valueIn(map, 'seen');
  return {
    status: status.text as ReviewStatus,
    wrong: scalarsIn(map, 'wrong', offset) ?? [],
    reason: scalarIn(map, 'reason', offset),
    note: scalarIn(map, 'note', offset),
    by: scalarIn(map, 'by', offset),
    at: scalarIn(map, 'at', offset),
    seen: seen?.kind === 'map' ? seenOf(seen) : null,
  };
}

function seenOf(map: YamlMap): SeenState {
  return {
    verdict: textIn(map, 'verdict') ?? '',
    claims: itemsIn(map, 'claims').flatMap((item) => (item.kind === 'map' ? [seenClaimOf(item)] : [])),
  };
}

function seenClaimOf(map: YamlMap): SeenClaim {
  return {
    source: textIn(map, 'source') ?? '',
    value: textIn(map, 'value') ?? '',
    polarity: textIn(map, 'polarity') ?? '',
    modality: textIn(map, 'modality') ?? '',
    valid: validIn(map),
  };
}

/** Unknown is written `valid: null`, as other YAML tools write it, or left empty. */
function validIn(map: YamlMap): string | null {
  const value = valueIn(map, 'valid');
  if (value?.kind !== 'scalar' || (value.plain && /^(?:null|Null|NULL)$/.test(value.text))) return null;
  return value.text;
}

function textIn(map: YamlMap, key: string): string | undefined {
  return scalarIn(map, key, 0)?.text;
}
