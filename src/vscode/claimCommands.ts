import * as vscode from 'vscode';
import type { ClaimRequest } from '../core/edits/claimEdits';
import { acceptSuggestion, dismissSuggestion, recordClaim, valueRefusal } from '../core/edits/claimEdits';
import type { ClaimProposal } from '../core/edits/proposeClaim';
import { proposeClaim, valuesFor } from '../core/edits/proposeClaim';
import { entityName } from '../core/features/claimText';
import type { NameIndex } from '../core/features/entityRanking';
import { createNameIndex, namedProperties, rankNames } from '../core/features/entityRanking';
import type { Suggestion } from '../core/features/articleWork';
import { suggestions } from '../core/features/articleWork';
import type { Property, Registry } from '../core/registry/registry';
import type { Span } from '../core/text/text';
import type { Annotations } from './annotations';
import { refuse } from './applyCaseEdit';
import { articleCursor, articlePlace, isPlace } from './articlePlace';
import type { Cases } from './cases';
import type { SuggestionArgument } from './commands';
import { pickEntity, withoutIcons } from './entityPick';
import type { OpenCase } from './openCase';
import type { PickItem } from './quickPicks';
import { back, pickInSteps, pickOne } from './quickPicks';
import type { ShownSuggestion } from './suggestions';

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
  readonly value?: string;
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
      const asked: Asked = { openCase, source, proposal, title: vscode.l10n.t('Claim from “{0}”', shortened(proposal.quote)) };
      const draft = await pickInSteps<Draft>({ key: {} }, ({ property }) => [
        (state, step) => pickSubject(asked, state, step),
        (state, step) => pickProperty(asked, state, step),
        (state, step) => pickValue(asked, state, step),
        ...(model.registry().properties.get(property ?? '')?.separators ?? []).map(
          (separator) => (state: Draft, step: Step) => pickSeparator(asked, state, separator, step),
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

type Step = { readonly number: number; readonly of: number };

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

async function pickSubject({ openCase, source, proposal, title }: Asked, state: Draft, step: Step) {
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

async function pickProperty({ openCase: { model }, proposal, title }: Asked, state: Draft, step: Step) {
  const registry = model.registry();
  let index = propertyIndexes.get(registry);
  if (!index) propertyIndexes.set(registry, (index = createNameIndex(namedProperties(registry))));
  const known = index;
  const counts = new Map<string, number>();
  for (const { property } of model.claims()) counts.set(property, (counts.get(property) ?? 0) + 1);
  const proposed = proposal.properties.flatMap(({ property }) => {
    const found = registry.properties.get(property);
    return found ? [propertyItem(found, vscode.l10n.t('likely'))] : [];
  });
  const subject = entityName(model, state.subject ?? '');
  const chosen = await pickOne<string>({
    title: titleWith(title, subject),
    placeholder: vscode.l10n.t('What does it say of {0}?', subject),
    step,
    items: (typed) => {
      const isTyped = typed.trim() !== '';
      const ranked = rankNames(known, { words: typed, onlySimilar: isTyped, counts }, mostProperties);
      const ahead = new Set(isTyped ? [] : proposed.map(({ value }) => value));
      const rest = ranked.flatMap(({ item, matched }) => {
        const property = registry.properties.get(item.id);
        return property && !ahead.has(item.id) ? [propertyItem(property, matched === null || matched === item.id ? '' : `“${matched}”`)] : [];
      });
      return isTyped ? rest : [...proposed, ...rest];
    },
  });
  return chosen === undefined || chosen === back ? chosen : { ...state, property: chosen, key: {} };
}

async function pickValue(asked: Asked, state: Draft, step: Step) {
  const { openCase, source, proposal, title } = asked;
  const { model } = openCase;
  const property = model.registry().properties.get(state.property ?? '');
  const heading = titleWith(title, `${entityName(model, state.subject ?? '')} · ${property?.label ?? state.property ?? ''}`);
  const likely = valuesFor(proposal, property, state.subject ?? '');
  if (property?.value === 'entity') {
    const first = likely.map(({ value }) => value);
    const chosen = await pickValueEntity(asked, heading, vscode.l10n.t('Which entity is the value?'), first, step);
    return chosen === undefined || chosen === back ? chosen : { ...state, value: chosen };
  }
  const offered = likely.map(({ value, text }): PickItem<string> => {
    return { label: withoutIcons(value), description: value === text ? '' : `“${withoutIcons(text)}”`, value };
  });
  const chosen = await pickOne<string>({
    title: heading,
    placeholder: valueHelp(property),
    step,
    items: (typed) => {
      const wanted = typed.trim();
      const items = offered.filter(({ value }) => value.toLowerCase().includes(wanted.toLowerCase()));
      if (wanted === '' || items.some(({ value }) => value === wanted)) return items;
      const refused = valueRefusal(model, { source, property: state.property ?? '', value: wanted });
      const label = withoutIcons(wanted);
      if (refused === null) return [{ label, description: vscode.l10n.t('as typed'), value: wanted }, ...items];
      return [...items, { label, iconPath: new vscode.ThemeIcon('error'), detail: withoutIcons(refused), value: wanted, isRefused: true }];
    },
  });
  return chosen === undefined || chosen === back ? chosen : { ...state, value: chosen };
}

/** Asks for what keeps the claim apart from others of its property, such as the election that votes were cast in. */
async function pickSeparator(asked: Asked, state: Draft, separator: string, step: Step) {
  const { model } = asked.openCase;
  const label = model.registry().properties.get(separator)?.label ?? separator;
  const used = model.claims().flatMap(({ property, key }) => (property === state.property ? (key.get(separator) ?? []) : []));
  const proposed = asked.proposal.suggestions.flatMap(({ property, key }) => (property === state.property ? (key.get(separator) ?? []) : []));
  const chosen = await pickValueEntity(asked, titleWith(asked.title, label), vscode.l10n.t('Which {0}?', label), [...new Set([...proposed, ...used])], step);
  return chosen === undefined || chosen === back ? chosen : { ...state, key: { ...state.key, [separator]: chosen } };
}

async function pickValueEntity({ openCase, source }: Asked, title: string, placeholder: string, first: readonly string[], step: Step) {
  const choice = await pickEntity({ openCase, source, words: '', type: null, title, placeholder, first, canCreate: false, step });
  if (choice === undefined || choice === back) return choice;
  return 'entity' in choice ? choice.entity : undefined;
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
    default:
      return vscode.l10n.t('Which value?');
  }
}

function titleWith(title: string, words: string): string {
  return `${title} — ${words}`;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 50 ? `${line.slice(0, 50)}…` : line;
}

function isSuggestion(argument: unknown): argument is SuggestionArgument {
  return typeof argument === 'object' && argument !== null && 'suggestion' in argument && 'root' in argument && 'file' in argument;
}
