import { selectorFor } from '../anchors/resolveAnchor';
import { idPattern } from '../case/schemas';
import type { ClaimEntry } from '../case/entries';
import type { CaseModel } from '../caseModel';
import type { Claim } from '../claims/claim';
import { passageOf, registrySource } from '../claims/claim';
import { claimLabel } from '../features/claimText';
import { nearest } from '../registry/nearest';
import type { Property } from '../registry/registry';
import { resolveEntity } from '../registry/registry';
import type { Span } from '../text/text';
import { overlaps } from '../text/text';
import { normalisedKey } from '../values/describe';
import { extentOf } from '../values/edtf';
import { readValue } from '../values/readValue';
import type { FileEdit, Plan, TextEdit } from './caseEdit';
import { addEntries, entryEdits, entryPath, inSteps, openAnnotations, placesOf } from './annotationFile';
import type { Annotations, Section } from './annotationFile';
import { changeFile, knownEntity, openYaml } from './openForEdit';
import { edited } from './editSteps';
import { EditRefused, planEdit } from './planEdit';
import { selectionSpan } from './selection';
import { removeAt } from './yamlEdits';
import { typed } from './yamlScalars';
import type { YamlData } from './yamlScalars';
import { pathAt } from './yamlTree';
import type { WrittenYaml } from './yamlTree';

export interface ClaimRequest {
  readonly source: string;
  /** The words that make the claim. */
  readonly span: Span;
  readonly subject: string;
  readonly property: string;
  /** As one writes it in YAML (DESIGN §4); a list for closed lists. */
  readonly value: string | readonly string[];
  /** The id of an entity, or a name. */
  readonly speaker?: string;
  readonly polarity?: 'positive' | 'negative';
  readonly modality?: 'asserted' | 'planned' | 'possible';
  /** EDTF */
  readonly asOf?: string;
  /** EDTF */
  readonly valid?: string;
  /** Separator → value. */
  readonly key?: Readonly<Record<string, string>>;
  readonly note?: string;
}

/**
 * Records a claim on the words that are selected: in the article's order, with a prefix or suffix only where the quote alone is not
 * unique, its value as the property's type wants it. Refused where value, subject or dates cannot be read, or the claim is there already.
 */
export function recordClaim(model: CaseModel, request: ClaimRequest): Plan {
  const { source, subject, property: id } = request;
  return planEdit(`Record a claim: ${nameOf(model, subject)}, ${model.registry().properties.get(id)?.label ?? id}`, () => {
    const annotations = openAnnotations(model, source);
    const span = selectionSpan(model, source, request.span);
    if (!span || request.span.start === request.span.end) throw new EditRefused('Nothing is selected — select the words that make the claim.');
    const entity = knownEntity(model, subject);
    const property = propertyOf(model, id);
    const value = writtenValueOf(model, source, property, request.value);
    for (const name of ['asOf', 'valid'] as const) refuseUnreadableDate(name, request[name]);
    refuseRecorded(model, request, entity.id, span);
    const data: YamlData = {
      subject: entity.id,
      property: id,
      value,
      ...qualifiers(request),
      ...selectorFor(annotations.anchors, span),
      ...(request.note ? { note: request.note } : {}),
    };
    const entries = [{ at: span, data }];
    const refused = dismissedAs(annotations, { subject: entity.id, property: id, span });
    if (!annotations.yaml || refused.length === 0) return [addEntries(annotations, 'claims', entries)];
    return [
      inSteps(annotations, [
        ({ yaml, data: now }) => removeDismissed(yaml!, now!.dismissed.filter((_, i) => refused.includes(annotations.data!.dismissed[i]!))),
        (now) => entryEdits(now, now.yaml!, 'claims', entries),
      ]),
    ];
  });
}

/** Why a value cannot be recorded for a property, in words; null where it can. */
export function valueRefusal(model: CaseModel, { source, property, value }: Pick<ClaimRequest, 'source' | 'property' | 'value'>): string | null {
  const plan = planEdit('', () => {
    writtenValueOf(model, source, propertyOf(model, property), value);
    return [];
  });
  return 'refused' in plan ? plan.refused : null;
}

/** Dismissed claims that say the same of the same words: who records the claim takes the dismissal back. */
function dismissedAs({ anchors, data }: Annotations, { subject, property, span }: { readonly subject: string; readonly property: string; readonly span: Span }) {
  const isSame = (entry: ClaimEntry) => entry.subject.text === subject && entry.property.text === property && placesOf(anchors, entry).some((place) => overlaps(place, span));
  return (data?.dismissed ?? []).filter(isSame);
}

function removeDismissed(yaml: WrittenYaml, entries: readonly ClaimEntry[]): readonly TextEdit[] {
  const paths = entries.map((entry) => entryPath(yaml, 'dismissed', entry)).reverse();
  return edited(yaml.text, paths.map((path) => (text: string) => removeAt(text, path)));
}

/** A suggested claim becomes a claim. Refused where the article no longer says so. */
export function acceptSuggestion(model: CaseModel, claim: Claim): Plan {
  return planEdit(`Accept: ${claimLabel(model, claim)}`, () => [writeSuggestion(model, claim, 'claims')]);
}

/** A suggested claim is not offered again. */
export function dismissSuggestion(model: CaseModel, claim: Claim): Plan {
  return planEdit(`Dismiss: ${claimLabel(model, claim)}`, () => [writeSuggestion(model, claim, 'dismissed')]);
}

/** A claim, or a fact of the registry, goes out of its file. */
export function removeClaim(model: CaseModel, claim: Claim): Plan {
  return planEdit(`Remove: ${claimLabel(model, claim)}`, () => {
    const file = claim.source === registrySource ? model.registryFile(claim.file) : model.annotationFile(claim.file);
    if (!file || claim.state === 'suggested') throw new EditRefused('The claim is in no file of this case: it is a suggestion — dismiss it.');
    if (!model.claimsIn(claim.file).includes(claim)) throw new EditRefused(`The claim is not in ${claim.file} any more — try again.`);
    const yaml = openYaml(model, file);
    return [
      changeFile(claim.file, yaml, () => {
        const path = pathAt(yaml, claim.entry.span);
        if (!path) throw new EditRefused('the claim is not there any more — try again');
        return removeAt(yaml, path);
      }),
    ];
  });
}

/** The value of a claim as it is written into YAML: plain for numbers, dates and booleans, text for text and ids. */
export function valueData(property: Pick<Property, 'value'> | undefined, value: string | readonly string[]): YamlData {
  if (typeof value !== 'string') return value.map((item) => valueData(property, item));
  const isTyped = property !== undefined && property.value !== 'text' && property.value !== 'entity';
  return isTyped ? typed(value) : value;
}

function nameOf(model: CaseModel, id: string): string {
  return resolveEntity(model.registry(), id)?.name ?? id;
}

function propertyOf(model: CaseModel, id: string): Property | undefined {
  const { properties } = model.registry();
  const property = properties.get(id);
  if (!property && !idPattern.test(id)) {
    const near = nearest(id, properties.keys());
    throw new EditRefused(`"${id}" cannot be a property: write a-z, 0-9 and "-"${near === null ? '.' : ` — did you mean "${near}"?`}`);
  }
  return property;
}

function writtenValueOf(model: CaseModel, source: string, property: Property | undefined, value: string | readonly string[]): YamlData {
  const items = typeof value === 'string' ? [value] : value;
  if (items.length === 0 || items.some((item) => item.trim() === '')) throw new EditRefused('The claim has no value — write one, or unknown, or none.');
  if (!property) return valueData(property, value);
  const known = model.source(source);
  const { error } = readValue(value, property, {
    hemisphere: known?.hemisphere ?? 'north',
    published: known?.published ?? null,
    resolve: (id) => resolveEntity(model.registry(), id)?.id,
  });
  if (error !== null) throw new EditRefused(`${error}.`);
  if (property.value === 'entity') for (const item of items) if (item !== 'unknown' && item !== 'none') knownEntity(model, item);
  const isSpecial = items.length === 1 && (items[0] === 'unknown' || items[0] === 'none');
  return valueData(property, property.cardinality === 'closed-list' ? (isSpecial ? items[0]! : items) : value);
}

function refuseUnreadableDate(name: string, edtf: string | undefined): void {
  if (edtf === undefined || extentOf(edtf)) return;
  throw new EditRefused(`"${edtf}" is not a date that ${name} can have — write it as 2015, 2015-03, 2015-03-02 or 2014/2016.`);
}

function refuseRecorded(model: CaseModel, request: ClaimRequest, subject: string, span: Span): void {
  const property = model.registry().properties.get(request.property);
  const known = model.source(request.source);
  const value = property && readValue(request.value, property, {
    hemisphere: known?.hemisphere ?? 'north',
    published: known?.published ?? null,
    resolve: (id) => resolveEntity(model.registry(), id)?.id,
  }).value;
  const same = model.claimsOf(request.source).find((claim) => {
    const place = passageOf(claim);
    const isSlot = claim.subject === subject && claim.property === request.property && (claim.speaker ?? '') === (request.speaker ?? '');
    return isSlot && place !== null && overlaps(place, span) && value !== undefined && normalisedKey(claim.value) === normalisedKey(value) && claim.polarity === (request.polarity ?? 'positive');
  });
  if (same) throw new EditRefused(`This claim is recorded already, in ${same.file}.`);
}

type Qualifiers = Pick<ClaimRequest, 'asOf' | 'valid' | 'speaker' | 'polarity' | 'modality' | 'key'>;

/** Qualifiers as they stand in a file; what is the default is not written. */
function qualifiers({ asOf, valid, speaker, polarity, modality, key = {} }: Qualifiers): Readonly<Record<string, YamlData>> {
  return {
    ...(asOf === undefined ? {} : { asOf: typed(asOf) }),
    ...(valid === undefined ? {} : { valid: typed(valid) }),
    ...(speaker ? { speaker } : {}),
    ...(polarity === 'negative' ? { polarity } : {}),
    ...(modality === undefined || modality === 'asserted' ? {} : { modality }),
    ...(Object.keys(key).length === 0 ? {} : { key }),
  };
}

function writeSuggestion(model: CaseModel, claim: Claim, section: Section): FileEdit {
  const annotations = openAnnotations(model, claim.source);
  const place = passageOf(claim);
  const { content } = annotations.anchors.text;
  if (claim.state !== 'suggested') throw new EditRefused('This claim is recorded already.');
  if (!place || content.slice(place.start, place.end) !== claim.entry.quote?.text) {
    throw new EditRefused(`${claim.source} has changed since this was suggested — look at the suggestion again.`);
  }
  return addEntries(annotations, section, [{ at: place, data: suggestionData(model, claim, annotations, place) }]);
}

function suggestionData(model: CaseModel, { entry, property, polarity, modality }: Claim, { anchors }: Annotations, place: Span): YamlData {
  const { subject, value, asOf, valid, speaker, key } = entry;
  return {
    subject: subject.text,
    property,
    value: valueData(model.registry().properties.get(property), 'text' in value ? value.text : value.map(({ text }) => text)),
    ...qualifiers({
      ...textOf({ asOf, valid, speaker }),
      polarity,
      modality,
      key: Object.fromEntries([...key].map(([name, { text }]) => [name, text])),
    }),
    ...selectorFor(anchors, place),
  };
}

function textOf(entry: Pick<ClaimEntry, 'asOf' | 'valid' | 'speaker'>): Pick<Qualifiers, 'asOf' | 'valid' | 'speaker'> {
  const { asOf, valid, speaker } = entry;
  return { ...(asOf && { asOf: asOf.text }), ...(valid && { valid: valid.text }), ...(speaker && { speaker: speaker.text }) };
}
