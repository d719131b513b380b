import * as z from 'zod/mini';
import { defaultSeverities } from '../diagnostics/diagnostic';

/**
 * The shapes of a case's files (DESIGN §1): the one source of their keys, types and allowed words, for our own reading and for the
 * published JSON Schemas. Readers see every scalar as the text that was written; other tools see typed ones, hence `scalar`.
 */

/** Ids of entities and properties. */
export const idPattern = /^[a-z][a-z0-9-]*$/;
/** Words with a meaning of their own where an id is expected. */
export const reservedIds: readonly string[] = ['registry', 'unknown', 'none'];

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const flag = z.union([z.boolean(), z.enum(['true', 'false'])]);
const scalars = z.array(scalar);
const id = z.string().check(z.regex(idPattern), z.meta({ not: { enum: [...reservedIds] } }));
const date = 'EDTF: 2007, 2007-05, 2007-05-17, 2015-01/2015-03-01, 1992~';

const text = (description: string) => z.optional(scalar.check(z.describe(description)));
const texts = (description: string) => z.optional(scalars.check(z.describe(description)));
const needed = (description: string) => scalar.check(z.describe(description));

export const sourceSchema = z.strictObject({
  title: text('Title of the article.'),
  publisher: text('Who published it.'),
  author: text('Who wrote it.'),
  url: text('Where it was found.'),
  retrieved: text(`When it was retrieved. ${date}`),
  encoding: text('Character encoding of the file, when it is not UTF-8 or UTF-16: windows-1251, iso-8859-2, …'),
  published: text(`When it was published. "this year" is read against this date, never against today. ${date}`),
  language: text('Language of the article, as a BCP 47 tag: en, kk, ru.'),
  origin: text('Where the text comes from, such as a wire service. Sources of one origin count as one witness.'),
  hemisphere: z.optional(z.enum(['north', 'south']).check(z.describe('Whose seasons the article means. Default: north.'))),
});

const severity = z.enum(['error', 'warning', 'info', 'hint', 'off']);
const severityShape = Object.fromEntries(
  Object.entries(defaultSeverities).map(([code, standard]) => [code, z.optional(severity.check(z.describe(`Default: ${standard}.`)))]),
);

/** `severity:` alone; its keys are the diagnostic codes. */
const severitySchema = z.strictObject(severityShape);

/** Ids of the JSON Schemas are the names of their files in schemas/. */
export const manifestSchema = z
  .strictObject({
    include: texts('Patterns of the articles. Default: sources/**/*.txt'),
    registry: texts('Patterns of the registry files. Default: registry/**/*.yaml'),
    annotations: texts('Patterns of the annotation files. Default: annotations/**/*.yaml'),
    reviews: text('The file with the decisions of reviewers. Default: reviews.yaml'),
    severity: z.optional(severitySchema.check(z.describe('Severity by diagnostic code, for the editor and the command line.'))),
    sources: z.optional(
      z.record(z.string(), sourceSchema).check(z.describe('Facts about the sources, by their path in the case, with "/".')),
    ),
  })
  .check(z.meta({ title: 'Corroborate case', description: 'Which files belong to the case, and facts about its sources.' }));

const aliasSchema = z.strictObject({
  text: needed('The alias as it stands in texts.'),
  in: texts('The only sources in which the alias is meant.'),
  except: texts('Sources in which the alias is not meant.'),
  valid: text(`When the alias was in use; compared with the date of the article. ${date}`),
});

const value = z.union([scalar, scalars]);
const assertion = {
  property: needed('Id of the property.'),
  value: value.check(
    z.describe(
      'A date or period in EDTF, a quantity (almost 200, at least 50, 187 of 192, 1.2e12 USD), the id of an entity, text, true or false; unknown and none are values. A list for closed lists.',
    ),
  ),
  asOf: text(`When this was so, by the source. Default: the date of the article. ${date}`),
  valid: text(`From when to when this was so. Default: asOf. ${date}`),
  polarity: z.optional(z.enum(['positive', 'negative']).check(z.describe('negative: the source denies it. Default: positive.'))),
  modality: z.optional(
    z.enum(['asserted', 'planned', 'possible']).check(z.describe('Whether it is a fact, a plan or a possibility. Default: asserted.')),
  ),
  key: z.optional(
    z.record(z.string(), scalar).check(z.describe('Values of the separators of the property, which keep claims apart.')),
  ),
  rank: text('Preferred, normal or deprecated, as in Wikidata.'),
  note: text('A remark.'),
};

const factSchema = z.strictObject({
  ...assertion,
  speaker: text('Who says so: the id of an entity, or a name.'),
  reference: text('Where this is known from.'),
});

export const claimSchema = z.strictObject({
  subject: needed('Id of the entity that the claim is about.'),
  ...assertion,
  quote: needed('The words of the article that make the claim.'),
  prefix: text('The words just before the quote, where it occurs several times.'),
  suffix: text('The words just after the quote, where it occurs several times.'),
  speaker: text('Whom the article quotes: the id of an entity, or a name.'),
  reference: text('Where this is known from.'),
});

export const mentionSchema = z
  .strictObject({
    quote: needed('The words in the article.'),
    prefix: text('The words just before them.'),
    suffix: text('The words just after them.'),
    entity: text('Id of the entity that is meant; none: no entity at all.'),
    not: text('Id of an entity that is not meant here.'),
    every: z.optional(flag.check(z.describe('true: every occurrence in this source. Default: false.'))),
  })
  .check(z.meta({ anyOf: [{ required: ['entity'] }, { required: ['not'] }] }));

export const annotationsSchema = z
  .strictObject({
    source: needed('The article: its path in the case, with "/".'),
    mentions: z.optional(
      z.array(mentionSchema).check(z.describe('Links and rejections where automatic linking is wrong or cannot know.')),
    ),
    claims: z.optional(z.array(claimSchema).check(z.describe('What the article claims.'))),
    dismissed: z.optional(z.array(claimSchema).check(z.describe('Suggested claims that were refused.'))),
  })
  .check(z.meta({ title: 'Corroborate annotations', description: 'Mention links and claims of one source.' }));

export const entitySchema = z
  .strictObject({
    type: text('person, organization, country, region, city, place, event, work, law, product, or a type of your own.'),
    name: text('The canonical name.'),
    aliases: z.optional(
      z.array(z.union([scalar, aliasSchema])).check(z.describe('Other names. {text, in, except, valid} narrows one down.')),
    ),
    description: text('Who or what this is.'),
    sameAs: texts('Ids elsewhere: wikidata:Q232, viaf:…, or a web address.'),
    partOf: texts('Ids of the places, bodies or terms of office that this belongs to.'),
    facts: z.optional(z.array(factSchema).check(z.describe('Reference knowledge; compared with the claims as source "registry".'))),
    redirect: text('Id of the entity that this one was merged into.'),
  })
  .check(z.meta({ anyOf: [{ required: ['name'] }, { required: ['redirect'] }] }));

export const propertySchema = z.strictObject({
  label: text('The name of the property for people.'),
  value: z.optional(
    z.enum(['date', 'period', 'quantity', 'entity', 'text', 'boolean']).check(z.describe('The type of its values. Default: text.')),
  ),
  unit: text('The unit of its quantities, in the singular.'),
  temporal: z.optional(
    z.enum(['static', 'fluent']).check(z.describe('static: true once and for all. fluent: changes with time. Default: static.')),
  ),
  cardinality: z.optional(
    z.enum(['one', 'many', 'closed-list']).check(
      z.describe('one value at a time, many, or closed-list: a list that is compared as a set. Default: one.'),
    ),
  ),
  hierarchical: z.optional(flag.check(z.describe('Whether values refine each other by partOf (Almaty refines Kazakhstan). Default: false.'))),
  separators: texts('Qualifiers that keep claims apart when they differ.'),
  kin: texts('Ids of properties that are related but never the same.'),
  cues: texts('Words that announce the property in a text.'),
});

export const registrySchema = z
  .strictObject({
    entities: z.optional(z.record(id, entitySchema).check(z.describe('Entities by id: a-z, 0-9 and "-", unique in the case.'))),
    properties: z.optional(
      z.record(id, propertySchema).check(z.describe('Properties by id; they override the built-in ones key by key.')),
    ),
  })
  .check(z.meta({ title: 'Corroborate registry', description: 'Entities and properties shared by the sources of a case.' }));

const seenClaimSchema = z.strictObject({
  source: needed('Id of the source.'),
  value: needed('Normalised value.'),
  polarity: needed('positive or negative.'),
  modality: needed('asserted, planned or possible.'),
  valid: z.optional(z.nullable(scalar)),
});

const seenSchema = z.strictObject({
  verdict: needed('The verdict that was decided on.'),
  claims: z.array(seenClaimSchema).check(z.describe('The claims that were judged, sorted.')),
});

const decisionShape = {
  status: z.enum(['open', 'explained', 'accepted', 'dismissed']).check(z.describe('What was decided.')),
  wrong: texts('With accepted: the sources that are wrong; [] when that cannot be told.'),
  reason: z.optional(
    z
      .enum([
        'time',
        'rounding',
        'name',
        'translation',
        'scope',
        'different-property',
        'attribution',
        'forecast',
        'not-comparable',
        'extraction-error',
      ])
      .check(z.describe('With explained, or dismissed (not-comparable, extraction-error): why.')),
  ),
  note: text('A remark.'),
  by: text('Who decided.'),
  at: text('When: 2026-11-21T10:00:00Z'),
  seen: z.optional(seenSchema.check(z.describe('What was judged; a decision stands while this is what is.'))),
};

export const reviewSchema = z.strictObject({
  ...decisionShape,
  history: z.optional(z.array(z.strictObject(decisionShape)).check(z.describe('Earlier decisions, oldest first.'))),
});

export const reviewsSchema = z
  .strictObject({
    reviews: z.optional(
      z.record(z.string(), reviewSchema).check(z.describe('Decisions by group: subject|property, then |name=value for each separator.')),
    ),
  })
  .check(z.meta({ title: 'Corroborate reviews', description: 'What reviewers decided about discrepancies.' }));
