import * as vscode from 'vscode';
import type { Claim } from '../../core/claims/claim';
import type { ClaimRequest } from '../../core/edits/claimEdits';
import { acceptSuggestion, dismissSuggestion, recordClaim, valueRefusal } from '../../core/edits/claimEdits';
import type { ClaimProposal } from '../../core/edits/proposeClaim';
import { proposeClaim, valuesFor } from '../../core/edits/proposeClaim';
import { entityName } from '../../core/features/claimText';
import type { NameIndex } from '../../core/features/entityRanking';
import { createNameIndex, namedProperties, rankNames } from '../../core/features/entityRanking';
import type { Suggestion } from '../../core/features/articleWork';
import { suggestions } from '../../core/features/articleWork';
import { rankProperties } from '../../core/features/propertyRanking';
import type { Property, Registry } from '../../core/registry/registry';
import type { Span } from '../../core/text/text';
import { specialWords } from '../../core/values/valueShapes';
import type { Annotations } from '../editing/annotations';
import { refuse } from '../editing/applyCaseEdit';
import { articleCursor, articlePlace, isPlace } from '../case/articlePlace';
import type { Cases } from '../case/cases';
import type { SuggestionArgument } from '../commands';
import { entityRows, pickEntity, withoutIcons } from '../editing/entityPick';
import type { OpenCase } from '../case/openCase';
import type { AskedStep, PickItem } from '../editing/quickPicks';
import { back, pickInSteps, pickOne, pickSeveral } from '../editing/quickPicks';
import type { ShownSuggestion } from '../reading/suggestions';
import { titleWithFile } from '../case/writtenTo';

/** Commands that record claims. */
export interface ClaimCommands {
  record(argument?: unknown): Promise<void>;
  accept(argument?: unknown): Promise<void>;
  dismiss(argument?: unknown): Promise<void>;
}

interface Draft {
  /** Separator → value. */
  readonly key: Readonly<Record<string, string>>;
  readonly subject?: string;
  readonly property?: string;
  /** Several of a closed list. */
  readonly value?: string | readonly string[];
}

/** Properties that a list shows at once. */
const mostProperties = 50;

const propertyIndexes = new WeakMap<Registry, NameIndex>();

export function createClaimCommands(cases: Cases, annotations: Annotations, shownSuggestion: ShownSuggestion): ClaimCommands {
  const suggested = (argument: unknown): (Suggestion & { readonly openCase: OpenCase }) | undefined => {
    if (isSuggestion(argument)) {
      const openCase = cases.all().find(({ root }) => root.toString() === argument.root);
      const found = openCase && suggestions(openCase.model, argument.file).find(({ key }) => key === argument.suggestion);
      return found ? { ...found, openCase } : void refuse(vscode.l10n.t('This claim is no longer suggested.'));
    }
    const cursor = articleCursor(cases);
    if (typeof cursor === 'string') return void refuse(cursor);
    return shownSuggestion.at(cursor.editor) ?? void refuse(vscode.l10n.t('No claim is suggested under the cursor: go to the next suggestion first.'));
  };
  return {
    async accept(argument) {
      const one = suggested(argument);
      if (one) await annotations.make(one.openCase, acceptSuggestion(one.openCase.model, one.claim));
    },
    async dismiss(argument) {
      const one = suggested(argument);
      if (one) await annotations.make(one.openCase, dismissSuggestion(one.openCase.model, one.claim));
    },
    async record(argument) {
      const passage = passageFor(cases, argument);
      if (typeof passage === 'string') return void refuse(passage);
      const { openCase, source } = passage;
      const { model } = openCase;
      const proposal = proposeClaim(model, passage);
      if (!proposal) return void refuse(vscode.l10n.t('There is nothing to record here: select the words that make the claim.'));
      const asked: Asked = { openCase, source, proposal, title: titleWithFile(vscode.l10n.t('Claim from “{0}”', shortened(proposal.quote)), model, source) };
      const draft = await pickInSteps<Draft>({ key: {} }, ({ property }) => [
        (state, step) => pickSubject(asked, state, step),
        (state, step) => pickProperty(asked, state, step),
        (state, step) => pickValue(asked, state, step),
        ...(model.registry().properties.get(property ?? '')?.separators ?? []).map(
          (separator) => (state: Draft, step: AskedStep) => pickSeparator(asked, state, separator, step),
        ),
      ]);
      if (draft?.subject === undefined || draft.property === undefined || draft.value === undefined) return;
      const { subject, property, value, key } = draft;
      await annotations.make(openCase, recordClaim(model, { source, span: proposal.span, subject, property, value, key, ...saidLike(proposal, draft) }));
    },
  };
}

/** What the pass is about. */
interface Asked {
  readonly openCase: OpenCase;
  readonly source: string;
  readonly proposal: ClaimProposal;
  readonly title: string;
}

/** The place that a command was given, else the selection, else the cursor. */
function passageFor(cases: Cases, argument: unknown): { openCase: OpenCase; source: string; span: Span } | string {
  const cursor = articleCursor(cases);
  if (isPlace(argument) || typeof cursor === 'string' || !cursor.editor.selection.isEmpty) return articlePlace(cases, argument);
  return { ...cursor, span: { start: cursor.offset, end: cursor.offset } };
}

/** Who says it, and whether it is planned or denied, where a suggestion of the same says so. */
function saidLike({ suggestions: suggested }: ClaimProposal, { subject, property }: Draft): Pick<ClaimRequest, 'speaker' | 'modality' | 'polarity'> {
  const entry = suggested.find((claim) => claim.subject === subject && claim.property === property)?.entry;
  return {
    ...(entry?.speaker && { speaker: entry.speaker.text }),
    ...(entry?.modality && { modality: entry.modality.text as 'planned' }),
    ...(entry?.polarity && { polarity: entry.polarity.text as 'negative' }),
  };
}

async function pickSubject({ openCase, source, proposal, title }: Asked, state: Draft, step: AskedStep) {
  const { subjects, quote } = proposal;
  const choice = await pickEntity({
    openCase,
    source,
    words: subjects.length > 0 ? '' : quote,
    type: null,
    title,
    placeholder: vscode.l10n.t('Whom or what does it speak about?'),
    first: subjects.map(({ entity }) => entity),
    canCreate: false,
    step,
  });
  if (choice === undefined || choice === back) return choice;
  return 'entity' in choice ? { ...state, subject: choice.entity } : undefined;
}

async function pickProperty({ openCase: { model }, proposal, title }: Asked, state: Draft, step: AskedStep) {
  const registry = model.registry();
  let index = propertyIndexes.get(registry);
  if (!index) propertyIndexes.set(registry, (index = createNameIndex(namedProperties(registry))));
  const known = index;
  const { counts, fitOf, type } = rankProperties(model, state.subject ?? null);
  const isUnfit = (id: string) => Number(fitOf(id) === 'other');
  const announced = proposal.properties.map(({ property }) => property).sort((a, b) => isUnfit(a) - isUnfit(b));
  const ahead = new Set(announced);
  const headings = {
    announced: vscode.l10n.t('Announced in the text'),
    usual: type === undefined ? vscode.l10n.t('Properties') : vscode.l10n.t('Usual for: {0}', type),
    other: vscode.l10n.t('Others'),
  };
  const items = (ids: readonly string[], groupOf?: (id: string) => string): PickItem<string>[] =>
    ids.flatMap((id) => {
      const property = registry.properties.get(id);
      return property ? [{ ...propertyItem(property, ''), ...(groupOf && { group: groupOf(id) }) }] : [];
    });
  const subject = entityName(model, state.subject ?? '');
  const chosen = await pickOne<string>({
    title: titleWith(title, subject),
    placeholder: vscode.l10n.t('What does it say of {0}?', subject),
    step,
    items: (typed) => {
      const isTyped = typed.trim() !== '';
      const ranked = rankNames(known, { words: typed, onlySimilar: isTyped, counts }, mostProperties);
      if (!isTyped) {
        const rest = ranked.flatMap(({ item }) => (ahead.has(item.id) ? [] : [item.id]));
        return [...items(announced, () => headings.announced), ...items(rest, (id) => (['used', 'typical'].includes(fitOf(id)) ? headings.usual : headings.other))];
      }
      const found = ranked.flatMap(({ item, matched }) => {
        const property = registry.properties.get(item.id);
        return property ? [propertyItem(property, matched === null || matched === item.id ? '' : `“${matched}”`)] : [];
      });
      return found.length > 0 ? found : [noProperty(typed.trim())];
    },
  });
  return chosen === undefined || chosen === back ? chosen : { ...state, property: chosen, key: {} };
}

function noProperty(typed: string): PickItem<string> {
  return refusedItem(
    vscode.l10n.t('No property is called “{0}”', typed),
    vscode.l10n.t('Type a part of its label, its id or a word that announces it. A new one is declared under “properties” in the registry first.'),
  );
}

async function pickValue(asked: Asked, state: Draft, step: AskedStep) {
  const { openCase, proposal, title } = asked;
  const { model } = openCase;
  const id = state.property ?? '';
  const property = model.registry().properties.get(id);
  const subject = state.subject ?? '';
  const likely = valuesFor(proposal, property, subject);
  const isList = property?.cardinality === 'closed-list';
  const told = isList ? model.claims().flatMap((claim) => (claim.property === id ? writtenValues(claim) : [])) : [];
  const heading = titleWith(title, `${entityName(model, subject)} · ${property?.label ?? id}`);
  const first = [...likely, ...told.filter((value) => !likely.some((one) => one.value === value)).map((value) => ({ value, text: value }))];
  const rows = valueRows(asked, { id, property, likely: first });
  const chosen = isList
    ? await pickSeveral({
        title: heading,
        placeholder: vscode.l10n.t('{0} Enter takes one after the other.', valueHelp(property)),
        step,
        items: rows,
        nameOf: (value) => withoutIcons(property.value === 'entity' ? entityName(model, value) : value),
        isAlone: (value) => specialWords.has(value),
      })
    : await pickOne<string>({ title: heading, placeholder: valueHelp(property), step, items: rows });
  return chosen === undefined || chosen === back ? chosen : { ...state, value: chosen };
}

function writtenValues({ entry: { value } }: Claim): readonly string[] {
  return ('text' in value ? [value] : value).map(({ text }) => text).filter((text) => !specialWords.has(text));
}

/** What a pick of a value is about. */
interface ValueQuestion {
  /** The property, or a separator. */
  readonly id: string;
  /** Undefined for a separator that is not declared: an entity, or words as they are. */
  readonly property: Property | undefined;
  readonly likely: readonly { readonly value: string; readonly text: string }[];
}

/** The rows of a list of values for what was typed: those that are likely, what was typed as soon as it can be read, else why it cannot. */
function valueRows({ openCase, source }: Asked, { id, property, likely }: ValueQuestion): (typed: string) => readonly PickItem<string>[] {
  const { model } = openCase;
  if (property === undefined || property.value === 'entity') {
    const rows = entityRows({ openCase, source, words: '', type: null, first: likely.map(({ value }) => value), canCreate: false });
    return (typed) => {
      const found = rows(typed).map(({ value, ...row }) => ({ ...row, value: 'entity' in value ? value.entity : value.create }));
      const wanted = typed.trim();
      if (wanted === '') return [...found, ...specialRows(wanted)];
      const others = [...specialRows(wanted), ...(property === undefined ? [asTyped(wanted)] : [])];
      return others.length > 0 ? [...found.filter((row) => row.isRefused !== true), ...others] : found;
    };
  }
  const offered = likely.map(({ value, text }): PickItem<string> => {
    return { label: withoutIcons(value), description: value === text ? '' : `“${withoutIcons(text)}”`, value };
  });
  return (typed) => {
    const wanted = typed.trim();
    const items = [...offered.filter(({ value }) => value.toLowerCase().includes(wanted.toLowerCase())), ...specialRows(wanted)];
    if (wanted === '' || items.some(({ value }) => value === wanted)) return items;
    const refused = valueRefusal(model, { source, property: id, value: wanted });
    return refused === null
      ? [asTyped(wanted), ...items]
      : [...items, refusedItem(wanted, refused)];
  };
}

function asTyped(wanted: string): PickItem<string> {
  return { label: withoutIcons(wanted), description: vscode.l10n.t('as typed'), value: wanted };
}

/** Values of every property, where nothing or their beginning was typed. */
function specialRows(typed: string): readonly PickItem<string>[] {
  const wanted = typed.trim().toLowerCase();
  return Array.from(specialWords).flatMap(([word, meaning]) => (word.startsWith(wanted) ? [{ label: word, description: meaning, value: word }] : []));
}

function refusedItem(label: string, why: string): PickItem<string> {
  return { label: withoutIcons(label), iconPath: new vscode.ThemeIcon('error'), detail: withoutIcons(why), value: label, isRefused: true };
}

/** Asks for what keeps the claim apart from others of its property, such as the election that votes were cast in. */
async function pickSeparator(asked: Asked, state: Draft, separator: string, step: AskedStep) {
  const { model } = asked.openCase;
  const declared = model.registry().properties.get(separator);
  const label = declared?.label ?? separator;
  const used = model.claims().flatMap(({ property, key }) => (property === state.property ? (key.get(separator) ?? []) : []));
  const proposed = asked.proposal.suggestions.flatMap(({ property, key }) => (property === state.property ? (key.get(separator) ?? []) : []));
  const likely = [...new Set([...proposed, ...used])].map((value) => ({ value, text: value }));
  const property = declared && { ...declared, cardinality: 'one' as const };
  const chosen = await pickOne<string>({
    title: titleWith(asked.title, label),
    placeholder: declared === undefined || declared.value === 'entity' ? vscode.l10n.t('Which {0}?', label) : valueHelp(declared),
    step,
    items: valueRows(asked, { id: separator, property, likely }),
  });
  return chosen === undefined || chosen === back ? chosen : { ...state, key: { ...state.key, [separator]: chosen } };
}

function propertyItem({ id, label, value }: Property, why: string): PickItem<string> {
  return { label: withoutIcons(label), description: [id, value, ...(why === '' ? [] : [withoutIcons(why)])].join(' · '), value: id };
}

function valueHelp(property: Property | undefined): string {
  switch (property?.value) {
    case 'date':
      return vscode.l10n.t('Which date? For example 2007-05, 1992-03-02, 2006~');
    case 'period':
      return vscode.l10n.t('Which period? For example 2005/2009, 2012/..');
    case 'quantity':
      return vscode.l10n.t('How much? For example 192, almost 200, 187 of 192, 1.2e12 USD');
    case 'boolean':
      return vscode.l10n.t('true or false?');
    case 'entity':
      return vscode.l10n.t('Which entity?');
    default:
      return vscode.l10n.t('Which value?');
  }
}

function titleWith(title: string, words: string): string {
  return `${title} — ${words}`;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

function isSuggestion(argument: unknown): argument is SuggestionArgument {
  return typeof argument === 'object' && argument !== null && 'suggestion' in argument && 'root' in argument && 'file' in argument;
}
