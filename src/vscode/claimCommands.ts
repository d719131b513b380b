import * as vscode from 'vscode';
import { entityName } from '../core/features/claimText';
import type { NameIndex } from '../core/features/entityRanking';
import { createNameIndex, namedProperties, rankNames } from '../core/features/entityRanking';
import type { Suggestion } from '../core/features/articleWork';
import { suggestions } from '../core/features/articleWork';
import type { Property, Registry } from '../core/registry/registry';
import type { Annotations } from './annotations';
import { refuse } from './applyCaseEdit';
import type { ArticlePlace } from './articlePlace';
import { articleCursor, articlePlace } from './articlePlace';
import type { Cases } from './cases';
import type { SuggestionArgument } from './commands';
import type { ClaimProposal } from './editsStub';
import { acceptSuggestion, dismissSuggestion, proposeClaim, recordClaim } from './editsStub';
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
      const place = articlePlace(cases, argument);
      if (typeof place === 'string') return void refuse(place);
      const { openCase, source } = place;
      const { model } = openCase;
      const proposal = proposeClaim(model, { source, span: place.span });
      if (!proposal) return void refuse(vscode.l10n.t('There is nothing to record here: select the words that make the claim.'));
      const quote = place.text.content.slice(proposal.span.start, proposal.span.end);
      const title = vscode.l10n.t('Claim from “{0}”', shortened(quote));
      const draft = await pickInSteps<Draft>({}, [
        (state, step) => pickSubject(place, proposal, { ...state }, title, step),
        (state, step) => pickProperty(openCase, proposal, state, title, step),
        (state, step) => pickValue(place, proposal, state, title, step),
      ]);
      if (draft?.subject === undefined || draft.property === undefined || draft.value === undefined) return;
      const { subject, property, value } = draft;
      await annotations.make(openCase, recordClaim(model, { source, span: proposal.span, subject, property, value }));
    },
  };
}

type Step = { readonly number: number; readonly of: number };

async function pickSubject({ openCase, source, words }: ArticlePlace, { subjects }: ClaimProposal, state: Draft, title: string, step: Step) {
  const choice = await pickEntity({
    openCase,
    source,
    words: subjects.length > 0 ? '' : words,
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

async function pickProperty({ model }: OpenCase, proposal: ClaimProposal, state: Draft, title: string, step: Step) {
  const registry = model.registry();
  let index = propertyIndexes.get(registry);
  if (!index) propertyIndexes.set(registry, (index = createNameIndex(namedProperties(registry))));
  const known = index;
  const counts = new Map<string, number>();
  for (const { property } of model.claims()) counts.set(property, (counts.get(property) ?? 0) + 1);
  const proposed = proposal.properties.flatMap(({ property, why }) => {
    const found = registry.properties.get(property);
    return found ? [propertyItem(found, why)] : [];
  });
  const chosen = await pickOne<string>({
    title: titleWith(title, entityName(model, state.subject ?? '')),
    placeholder: vscode.l10n.t('What does it say of {0}?', entityName(model, state.subject ?? '')),
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
  return chosen === undefined || chosen === back ? chosen : { ...state, property: chosen };
}

async function pickValue(place: ArticlePlace, { values }: ClaimProposal, state: Draft, title: string, step: Step) {
  const { model } = place.openCase;
  const property = model.registry().properties.get(state.property ?? '');
  const heading = titleWith(title, `${entityName(model, state.subject ?? '')} · ${property?.label ?? state.property ?? ''}`);
  const fitting = values.filter(({ kind }) => kind === property?.value || (kind === 'date' && property?.value === 'period'));
  if (property?.value === 'entity') {
    const choice = await pickEntity({
      openCase: place.openCase,
      source: place.source,
      words: '',
      type: null,
      title: heading,
      placeholder: vscode.l10n.t('Which entity is the value?'),
      first: fitting.map(({ value }) => value).filter((id) => id !== state.subject),
      canCreate: false,
      step,
    });
    if (choice === undefined || choice === back) return choice;
    return 'entity' in choice ? { ...state, value: choice.entity } : undefined;
  }
  const offered: PickItem<string>[] = [
    ...fitting.map(({ value, text }) => ({ label: withoutIcons(value), description: value === text ? '' : `“${withoutIcons(text)}”`, value })),
    ...(property?.value === 'boolean' ? ['true', 'false'].map((value) => ({ label: value, value })) : []),
    ...(property?.value === 'text' ? [{ label: withoutIcons(place.words), value: place.words }] : []),
  ];
  const chosen = await pickOne<string>({
    title: heading,
    placeholder: valueHelp(property),
    step,
    items: (typed) => {
      const wanted = typed.trim();
      const items = offered.filter(({ value }) => value.toLowerCase().includes(wanted.toLowerCase()));
      return wanted === '' || items.some(({ value }) => value === wanted)
        ? items
        : [{ label: withoutIcons(wanted), description: vscode.l10n.t('as typed'), value: wanted }, ...items];
    },
  });
  return chosen === undefined || chosen === back ? chosen : { ...state, value: chosen };
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
