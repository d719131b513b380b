import * as z from 'zod/mini';
import { verdictOrder } from '../claims/words';

/**
 * The shape of a report: what `corroborate report --format json` writes, what `verify` reads again, and what every other rendering is made
 * of. New keys may be added; these keep their meaning.
 */

const about = (description: string) => z.meta({ description });
const verdict = z.enum(verdictOrder);
const status = z.enum(['open', 'explained', 'accepted', 'dismissed']);
const relation = z.enum(['equal', 'refines', 'refined-by', 'overlaps', 'near', 'disjoint', 'differs', 'less-informative', 'incomparable']);
const text = z.nullable(z.string());
const count = z.int().check(z.nonnegative());
const offset = z.nullable(count);

const selection = z.object({
  verdicts: z.nullable(z.array(verdict)).check(about('Verdicts that were asked for; null: all.')),
  statuses: z.nullable(z.array(status)).check(about('States of review that were asked for; null: all.')),
  entity: text.check(about('The entity that was asked for, by id; null: all.')),
  keys: z.nullable(z.array(z.string())).check(about('Keys of the groups that were asked for; null: all.')),
  filter: z.optional(z.string()).check(about('What the groups of "keys" were chosen by, in words; absent: chosen one by one, or by the other keys.')),
  suggestions: z.boolean().check(about('Whether suggested claims take part.')),
});

const source = z.object({
  id: z.string().check(about('The path of the article in the case, or "registry".')),
  title: text,
  publisher: text,
  author: text,
  published: text.check(about('EDTF.')),
  url: text,
  retrieved: text.check(about('EDTF.')),
  language: text,
  origin: text.check(about('Sources of one origin count as one witness.')),
  sha256: text.check(about('Of the bytes of the file; null for the registry and for files that could not be read.')),
});

const decision = z.object({
  status,
  reason: text,
  wrong: z.array(z.string()).check(about('Sources that are wrong, with the status "accepted".')),
  note: text,
  by: text,
  at: text,
});

const review = z.object({
  status: status.check(about('What holds now: "open" also after a decision that the verdict has outgrown.')),
  reviewAgain: z.boolean().check(about('The claims have changed since the decision.')),
  reopened: z.boolean().check(about('The verdict has become worse since the decision.')),
  decision: z.nullable(decision).check(about('The last decision, whether it still holds or not.')),
  history: z.array(decision).check(about('Earlier decisions, oldest first.')),
});

const codePoints = z.object({ start: count, end: count });

const claim = z.object({
  source: z.string().check(about('Id of the source.')),
  file: z.string().check(about('The file that holds the quote, or the fact: its path in the case.')),
  sha256: text.check(about('Of the bytes of that file.')),
  quote: text.check(about('The words of the article; as annotated, where they were not found; null for facts of the registry.')),
  start: offset.check(about('Offset of the quote in UTF-16 units, in the decoded text without its byte order mark; null: not found.')),
  end: offset.check(about('Where the quote ends: the first unit after it.')),
  codePoints: z.nullable(codePoints).check(about('The same place, counted in code points.')),
  line: z.nullable(z.int()).check(about('From 1.')),
  column: z.nullable(z.int()).check(about('From 1, in UTF-16 units.')),
  prefix: text.check(about('What stands just before the quote.')),
  suffix: text.check(about('What stands just after the quote.')),
  anchor: z.nullable(z.enum(['exact', 'fuzzy', 'ambiguous', 'lost'])).check(about('How the annotated quote was found in the article.')),
  written: z.union([z.string(), z.array(z.string())]).check(about('The value as the annotation has it.')),
  words: z.string().check(about('The value in words.')),
  normalised: z.unknown().check(about('The value as other commands give it.')),
  core: z.nullable(z.array(z.nullable(z.union([z.string(), z.number()])))).check(about('What the value covers, from and to; null: unbounded.')),
  derivation: text.check(about('How the value was worked out.')),
  polarity: z.enum(['positive', 'negative']),
  modality: z.enum(['asserted', 'planned', 'possible']),
  speaker: z.nullable(z.object({ id: text.check(about('Of an entity of the registry.')), name: z.string() })).check(about('Whom the source quotes.')),
  asOf: text.check(about('EDTF.')),
  valid: text.check(about('EDTF.')),
  state: z.enum(['confirmed', 'suggested']),
  unjudged: z.nullable(z.enum(['undeclared-property', 'missing-separator', 'unreadable-value', 'unknown-entity'])),
  singleSource: z.boolean().check(about('The value rests on one witness.')),
  reference: text,
  note: text,
  entry: z.object({ file: z.string(), line: z.nullable(z.int()) }).check(about('Where the case states the claim.')),
});

const group = z.object({
  key: z.string(),
  subject: z.object({ id: z.string(), name: z.string(), type: text }),
  property: z.object({ id: z.string(), label: z.string() }),
  separators: z.array(z.object({ name: z.string(), label: z.string(), value: z.string(), words: z.string() })),
  verdict,
  reason: z
    .object({ row: text, words: z.string(), relation: z.nullable(relation), comparison: z.string(), claims: z.array(count) })
    .check(about('The row of the table of verdicts that fired, and the two claims (their places in "claims") that it fired on.')),
  badges: z.array(z.enum(['single-source', 'name-variant', 'review-again', 'same-origin', 'suggested'])),
  witnesses: count.check(about('Independent witnesses.')),
  camps: z
    .array(z.object({ claims: z.array(count), best: count, witnesses: count }))
    .check(about('Claims that can be true together, by their places in "claims"; "best" has the narrowest value.')),
  review,
  related: z.array(z.string()).check(about('Keys of groups of related properties.')),
  claims: z.array(claim),
});

export const reportSchema = z
  .object({
    version: z.literal(1),
    case: z.string().check(about('Name of the case.')),
    created: text.check(about('When the report was made, where that was asked for.')),
    commit: text.check(about('The commit that was checked out; null outside of a repository.')),
    selection,
    leftOut: count.check(about('Groups that the selection left out.')),
    sources: z.array(source),
    groups: z.array(group),
    goneDecisions: z.array(z.object({ key: z.string(), decision, history: z.array(decision) })).check(about('Decisions on groups that are gone.')),
    problems: z
      .array(z.object({ file: z.string(), line: z.nullable(z.int()), message: z.string() }))
      .check(about('What keeps the report from telling all: files that cannot be read, quotes that were not found.')),
  })
  .check(z.meta({ title: 'Corroborate report', description: 'Discrepancies of a case with their evidence.' }));

export type Report = z.infer<typeof reportSchema>;
export type ReportGroup = z.infer<typeof group>;
export type ReportClaim = z.infer<typeof claim>;
export type ReportSource = z.infer<typeof source>;
export type ReportDecision = z.infer<typeof decision>;
/** What a report shows of a case; null is all. */
export type ReportSelection = z.infer<typeof selection>;
