import { selectorFor } from '../anchors/resolveAnchor';
import type { ClaimEntry, MentionEntry } from '../case/entries';
import type { CaseModel } from '../caseModel';
import type { Claim } from '../claims/claim';
import type { Annotations, NewEntry } from '../edits/annotationFile';
import { addEntries, entryEdits, entryPath, inSteps, openAnnotations, placesOf } from '../edits/annotationFile';
import type { FileEdit, Plan } from '../edits/caseEdit';
import { changeFile, knownEntity, openYaml } from '../edits/openForEdit';
import { removeClaim, valueData } from '../edits/claimEdits';
import { edited } from '../edits/editSteps';
import { EditRefused, planEdit } from '../edits/planEdit';
import { removeAt, setPair } from '../edits/yamlEdits';
import type { YamlData } from '../edits/yamlScalars';
import { typed } from '../edits/yamlScalars';
import { pathAt } from '../edits/yamlTree';
import type { Span } from '../text/text';
import { overlaps } from '../text/text';
import type { AgreementDifference } from './agreement';
import { differenceSubject } from './agreementWords';

type MentionDifference = Extract<AgreementDifference, { what: 'mention' }>;

/** What two claims of one statement can differ in. */
const assertionKeys = ['value', 'asOf', 'valid', 'speaker', 'polarity', 'modality'] as const;

const claimKeys = ['subject', 'property', 'value', 'asOf', 'valid', 'speaker', 'polarity', 'modality', 'key', 'quote', 'prefix', 'suffix', 'note'];

/**
 * Takes B's side of a difference into A's annotation file; B is never written to. Notes of A's claim stay. Refused where A's registry lacks
 * an entity that B names.
 */
export function takeTheirs(a: CaseModel, b: CaseModel, difference: AgreementDifference): Plan {
  const label = `Take theirs: ${differenceSubject(difference, difference.what === 'claim' && !difference.a ? b : a)}`;
  if (difference.what === 'mention') return planEdit(label, () => [takeMarks(a, b, difference)]);
  const { source, span, a: ours, b: theirs } = difference;
  if (!theirs) return removeClaim(a, ours!);
  return planEdit(label, () => {
    knownEntity(a, theirs.subject);
    if (ours) return [takeValue(a, ours, theirs)];
    const at = span ?? { start: Infinity, end: Infinity };
    return [addEntries(openAnnotations(a, source), 'claims', [{ at, data: claimData(a, theirs) }])];
  });
}

function takeMarks(a: CaseModel, b: CaseModel, { source, span, a: ours, b: theirs }: MentionDifference): FileEdit {
  const annotations = openAnnotations(a, source);
  const own = entriesOver(annotations.data?.mentions ?? [], annotations, span);
  const removed = own.filter(({ every }) => !every).sort((x, y) => y.span.start - x.span.start);
  const overridden = own.length > removed.length;
  const others = entriesOver(b.annotationsOf(source)?.data.mentions ?? [], annotations, span);
  const holds = (entry: MentionEntry) => {
    if (entry.entity === undefined || theirs.some(({ by }) => by === entry)) return true;
    return entry.entity.text === 'none' && !placesOf(annotations.anchors, entry).some((place) => theirs.some((mark) => overlaps(mark.span, place)));
  };
  const copied = others.filter((entry) => !entry.every && holds(entry)).map((entry) => ({ at: placesOf(annotations.anchors, entry)[0]!, data: mentionData(a, entry) }));
  const links = theirs
    .filter(({ by }) => (by === null ? overridden : by.every))
    .map((mark) => link(annotations, mark.span, knownEntity(a, mark.entity).id));
  const removals = theirs.length === 0 && (overridden || others.some(({ every }) => every)) ? ours.map((mark) => link(annotations, mark.span, 'none')) : [];
  const added: NewEntry[] = [...copied, ...links, ...removals];
  if (!annotations.yaml || removed.length === 0) {
    if (added.length === 0) throw new EditRefused('Theirs comes from their registry, not from their annotations: change the registry instead.');
    return addEntries(annotations, 'mentions', added);
  }
  return inSteps(annotations, [
    ...removed.map((entry) => ({ yaml }: Annotations) => removeAt(yaml!, entryPath(yaml!, 'mentions', entry))),
    (now: Annotations) => entryEdits(now, now.yaml!, 'mentions', added),
  ]);
}

function entriesOver(entries: readonly MentionEntry[], { anchors }: Annotations, span: Span): MentionEntry[] {
  return entries.filter((entry) => placesOf(anchors, entry).some((place) => overlaps(place, span)));
}

function link({ anchors }: Annotations, span: Span, entity: string): NewEntry {
  return { at: span, data: { ...selectorFor(anchors, span), entity } };
}

function mentionData(a: CaseModel, { quote, prefix, suffix, entity, not }: MentionEntry): YamlData {
  return {
    quote: quote.text,
    ...(prefix && { prefix: prefix.text }),
    ...(suffix && { suffix: suffix.text }),
    ...(entity && { entity: entity.text === 'none' ? 'none' : knownEntity(a, entity.text).id }),
    ...(not && { not: not.text }),
  };
}

function claimData(a: CaseModel, { entry }: Claim): YamlData {
  const { subject, property, quote, prefix, suffix, note } = entry;
  const separators = [...entry.key].map(([name, { text }]) => [name, valueData(a.registry().properties.get(name), text)] as const);
  return {
    subject: subject.text,
    property: property.text,
    ...assertionData(a, entry),
    ...(separators.length > 0 && { key: Object.fromEntries(separators) }),
    ...(quote && { quote: quote.text }),
    ...(prefix && { prefix: prefix.text }),
    ...(suffix && { suffix: suffix.text }),
    ...(note && { note: note.text }),
  };
}

function assertionData(a: CaseModel, { property, value, asOf, valid, speaker, polarity, modality }: ClaimEntry): Readonly<Record<string, YamlData>> {
  const written = 'text' in value ? value.text : value.map(({ text }) => text);
  return {
    value: valueData(a.registry().properties.get(property.text), written),
    ...(asOf && { asOf: typed(asOf.text) }),
    ...(valid && { valid: typed(valid.text) }),
    ...(speaker && { speaker: speaker.text }),
    ...(polarity && { polarity: polarity.text }),
    ...(modality && { modality: modality.text }),
  };
}

function takeValue(a: CaseModel, ours: Claim, theirs: Claim): FileEdit {
  const file = a.annotationFile(ours.file);
  if (!file || !a.claimsIn(ours.file).includes(ours)) throw new EditRefused(`The claim is not in ${ours.file} any more — try again.`);
  const yaml = openYaml(a, file);
  const path = pathAt(yaml, ours.entry.span);
  if (!path) throw new EditRefused(`The claim is not in ${ours.file} any more — try again.`);
  const wanted = assertionData(a, theirs.entry);
  const steps = assertionKeys
    .filter((key) => written(ours.entry, key) !== written(theirs.entry, key))
    .map((key) => (text: string) => {
      const data = wanted[key];
      return data === undefined ? removeAt(text, [...path, key]) : setPair(text, path, key, data, { order: claimKeys });
    });
  return changeFile(ours.file, yaml, ({ text }) => edited(text, steps));
}

function written(entry: ClaimEntry, key: (typeof assertionKeys)[number]): string {
  return JSON.stringify([entry[key] ?? []].flat().map(({ text }) => text));
}
