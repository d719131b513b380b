import type { Anchor } from '../anchors/anchor';
import type { AnchorIndex } from '../anchors/anchorIndex';
import { anchorProblem } from '../anchors/anchorProblem';
import { resolveAnchor } from '../anchors/resolveAnchor';
import type { AnnotationFile, ClaimEntry, Problem, Scalar } from '../case/entries';
import type { Mention } from '../mentions/mention';
import { atMost, didYouMean, mostSuggestions, nearest } from '../registry/nearest';
import type { RegistryProblem } from '../registry/buildRegistry';
import type { Property, Registry } from '../registry/registry';
import { resolveEntity } from '../registry/registry';
import type { Span } from '../text/text';
import { contains } from '../text/text';
import { normalisedKey } from '../values/describe';
import type { Hemisphere } from '../values/edtf';
import { extentOf } from '../values/edtf';
import { readValue } from '../values/readValue';
import type { Value } from '../values/value';
import type { Claim } from './claim';
import { registrySource } from './claim';

/** What reading the claims of one annotation file needs to know. */
export interface ClaimContext {
  readonly registry: Registry;
  /** The article's id. */
  readonly source: string;
  /** The article, ready for anchors; null when it is gone (told elsewhere) or not needed: quotes are then not looked for. */
  readonly anchors: AnchorIndex | null;
  /** EDTF; the default of `asOf` and, through it, of `valid`. */
  readonly published: string | null;
  readonly hemisphere?: Hemisphere;
  /** The manifest's `origin` of the source. */
  readonly origin: string | null;
  /** Of the article, sorted. */
  readonly mentions: readonly Mention[];
}

/** Where claims come from: an article's annotation file or the registry. */
interface Origin {
  readonly registry: Registry;
  readonly source: string;
  readonly file: string;
  readonly published: string | null;
  readonly hemisphere: Hemisphere;
  readonly origin: string | null;
  readonly anchorOf: (entry: ClaimEntry) => Anchor | null;
  readonly mentions: readonly Mention[];
  readonly suggest: (word: string) => string | null;
  readonly tell: (code: string, span: Span, message: string, replacement?: string | null) => void;
}

const noEntity: ReadonlySet<string> = new Set(['unknown', 'none']);

/** A property that is not declared: its values are kept as written, and are not judged. */
const undeclared: Pick<Property, 'value' | 'unit'> = { value: 'text', unit: null };

/**
 * The claims of an annotation file, typed and anchored. A claim with something wrong stays, says in `unjudged` why it takes no part in
 * comparisons, and has its problem told on the exact span of the annotation file. Refused suggestions (`dismissed`) are not read.
 */
export function readClaims(
  file: { readonly path: string; readonly data: AnnotationFile },
  context: ClaimContext,
): { readonly claims: Claim[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const { registry, anchors } = context;
  const origin: Origin = {
    registry,
    source: context.source,
    file: file.path,
    published: context.published !== null && extentOf(context.published) ? context.published : null,
    hemisphere: context.hemisphere ?? 'north',
    origin: context.origin,
    anchorOf: (entry) => (anchors ? anchorIn(anchors, entry, context.source, problems) : null),
    mentions: context.mentions,
    suggest: suggestEntities(registry),
    tell: (code, span, message, replacement = null) => {
      problems.push({ code, span, message, ...(replacement === null ? {} : { data: { replacement } }) });
    },
  };
  return { claims: file.data.claims.map((entry) => readClaim(entry, origin)), problems };
}

/**
 * The facts of all registry entities as claims of the source `registry`, in the registry's order. Their valid time is unknown where
 * they have neither `valid` nor `asOf` (DESIGN §5).
 */
export function readFacts(registry: Registry): { readonly claims: Claim[]; readonly problems: RegistryProblem[] } {
  const problems: RegistryProblem[] = [];
  const suggest = suggestEntities(registry);
  const claims = [...registry.entities.values()].flatMap(({ facts, file }) => {
    const origin: Origin = {
      registry,
      source: registrySource,
      file,
      published: null,
      hemisphere: 'north',
      origin: null,
      anchorOf: () => null,
      mentions: [],
      suggest,
      tell: (code, span, message, replacement = null) => {
        problems.push({ file, code, span, message, ...(replacement === null ? {} : { data: { replacement } }) });
      },
    };
    return facts.map((entry) => readClaim(entry, origin));
  });
  return { claims, problems };
}

function suggestEntities(registry: Registry): (word: string) => string | null {
  return atMost(mostSuggestions, (word) => registry.nearestEntity?.(word) ?? null);
}

function readClaim(entry: ClaimEntry, origin: Origin): Claim {
  const { registry } = origin;
  const subject = readEntity(entry.subject, origin);
  const property = readProperty(entry.property, origin);
  const asOf = entry.asOf ? readTime(entry.asOf, 'asOf', origin) : origin.published;
  const read = readClaimValue(entry, property, asOf, origin);
  const { key, complete } = property ? readKey(entry, property, origin) : { key: keyAsWritten(entry), complete: true };
  const anchor = origin.anchorOf(entry);
  return {
    source: origin.source,
    file: origin.file,
    entry,
    anchor,
    subject: subject ?? entry.subject.text,
    property: entry.property.text,
    value: read.value,
    derivation: read.derivation,
    surface: surfaceOf(read.value, anchor, origin.mentions),
    key,
    polarity: entry.polarity?.text === 'negative' ? 'negative' : 'positive',
    modality: modalityOf(entry),
    speaker: entry.speaker ? (resolveEntity(registry, entry.speaker.text)?.id ?? entry.speaker.text.trim()) : null,
    asOf,
    valid: entry.valid ? readTime(entry.valid, 'valid', origin) : asOf,
    origin: origin.origin,
    state: 'confirmed',
    unjudged: unjudgedBecause(property, subject, read.wrong, complete),
  };
}

function unjudgedBecause(
  property: Property | undefined,
  subject: string | null,
  wrongValue: Claim['unjudged'],
  complete: boolean,
): Claim['unjudged'] {
  if (!property) return 'undeclared-property';
  if (subject === null) return 'unknown-entity';
  return wrongValue ?? (complete ? null : 'missing-separator');
}

function modalityOf(entry: ClaimEntry): Claim['modality'] {
  const written = entry.modality?.text;
  return written === 'planned' || written === 'possible' ? written : 'asserted';
}

function readEntity(written: Scalar, origin: Origin): string | null {
  const entity = resolveEntity(origin.registry, written.text);
  if (entity) return entity.id;
  const suggestion = origin.suggest(written.text);
  const wayOut = suggestion === null ? ' — add it to the registry' : didYouMean(suggestion);
  origin.tell('reference/unknown-entity', written.span, `unknown entity "${written.text}"${wayOut}`, suggestion);
  return null;
}

function readProperty(written: Scalar, origin: Origin): Property | undefined {
  const property = origin.registry.properties.get(written.text);
  if (property) return property;
  const suggestion = nearest(written.text, origin.registry.properties.keys());
  const wayOut = suggestion === null ? ' — declare it under "properties" in the registry; until then the claim is not judged' : didYouMean(suggestion);
  origin.tell('reference/unknown-property', written.span, `unknown property "${written.text}"${wayOut}`, suggestion);
  return undefined;
}

function readTime(written: Scalar, name: string, origin: Origin): string | null {
  if (extentOf(written.text)) return written.text;
  const message = `"${written.text}" is not a date that ${name} can have — write it as 2015, 2015-03, 2015-03-02 or 2014/2016`;
  origin.tell('claim/invalid-date', written.span, message);
  return null;
}

function readClaimValue(
  entry: ClaimEntry,
  property: Property | undefined,
  toldAt: string | null,
  origin: Origin,
): { readonly value: Value; readonly derivation: string | null; readonly wrong: Claim['unjudged'] } {
  const scalars = 'text' in entry.value ? [entry.value] : entry.value;
  const written = 'text' in entry.value ? entry.value.text : entry.value.map(({ text }) => text);
  const type = property ?? { ...undeclared, cardinality: 'text' in entry.value ? ('one' as const) : ('closed-list' as const) };
  const { value, error, derivation } = readValue(written, type, {
    hemisphere: origin.hemisphere,
    published: toldAt,
    resolve: (id) => resolveEntity(origin.registry, id)?.id,
  });
  if (error !== null) {
    origin.tell('claim/invalid-value', spanOf(scalars, entry), error);
    return { value, derivation, wrong: 'unreadable-value' };
  }
  if (property?.value !== 'entity') return { value, derivation, wrong: null };
  const unknown = scalars.filter((scalar) => !noEntity.has(scalar.text) && readEntity(scalar, origin) === null);
  return { value, derivation, wrong: unknown.length > 0 ? 'unknown-entity' : null };
}

function spanOf(scalars: readonly Scalar[], entry: ClaimEntry): Span {
  const first = scalars[0];
  const last = scalars.at(-1);
  return first && last ? { start: first.span.start, end: last.span.end } : entry.span;
}

function keyAsWritten(entry: ClaimEntry): Map<string, string> {
  return new Map([...entry.key].map(([name, { text }]) => [name, text.trim()]));
}

function readKey(entry: ClaimEntry, property: Property, origin: Origin): { readonly key: Map<string, string>; readonly complete: boolean } {
  const key = new Map<string, string>();
  for (const [name, written] of entry.key) {
    if (property.separators.includes(name)) {
      key.set(name, separatorValue(name, written, origin));
      continue;
    }
    const suggestion = nearest(name, property.separators);
    origin.tell(
      'yaml/unknown-key',
      written.span,
      `"${name}" is no separator of "${property.id}"${suggestion === null ? ' and is ignored' : didYouMean(suggestion)}`,
    );
  }
  const missing = property.separators.filter((name) => !key.has(name));
  if (missing.length > 0) {
    const wanted = missing.map((name) => `${name}: …`).join(', ');
    origin.tell(
      'claim/missing-separator',
      entry.property.span,
      `"${property.id}" keeps claims apart by ${missing.join(' and ')}: add key: {${wanted}}; until then the claim is not judged`,
    );
  }
  return { key, complete: missing.length === 0 };
}

function separatorValue(name: string, written: Scalar, origin: Origin): string {
  const { registry } = origin;
  const entity = resolveEntity(registry, written.text);
  const property = registry.properties.get(name);
  if (!property || property.value === 'entity') {
    if (entity) return entity.id;
    if (property && !noEntity.has(written.text)) readEntity(written, origin);
    return written.text.trim();
  }
  const { value, error } = readValue(written.text, { ...property, cardinality: 'one' }, {
    hemisphere: origin.hemisphere,
    published: origin.published,
    resolve: (id) => resolveEntity(registry, id)?.id,
  });
  if (error !== null) origin.tell('claim/invalid-value', written.span, error);
  return keyOf(value);
}

function keyOf(value: Value): string {
  switch (value.kind) {
    case 'date':
    case 'period':
      return value.edtf;
    case 'text':
      return value.normalised;
    case 'unreadable':
      return value.text;
    default:
      return normalisedKey(value);
  }
}

function anchorIn(anchors: AnchorIndex, entry: ClaimEntry, source: string, problems: Problem[]): Anchor | null {
  if (!entry.quote) return null;
  const selector = {
    quote: entry.quote.text,
    ...(entry.prefix ? { prefix: entry.prefix.text } : {}),
    ...(entry.suffix ? { suffix: entry.suffix.text } : {}),
  };
  const anchor = resolveAnchor(anchors, selector);
  const problem = anchorProblem(anchors, anchor, { selector, span: entry.quote.span, source, every: false });
  if (problem) problems.push(problem);
  return anchor;
}

/** The first mention of the value's entity inside the quote, as the article words it. */
function surfaceOf(value: Value, anchor: Anchor | null, mentions: readonly Mention[]): string | null {
  if (value.kind !== 'entity' || !anchor || !('span' in anchor)) return null;
  for (let i = firstFrom(mentions, anchor.span.start); i < mentions.length; i++) {
    const mention = mentions[i]!;
    if (mention.span.start >= anchor.span.end) return null;
    if (mention.entity === value.id && contains(anchor.span, mention.span)) return mention.text;
  }
  return null;
}

function firstFrom(mentions: readonly Mention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
