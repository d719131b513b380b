import * as vscode from 'vscode';
import type { CaseModel } from '../../core/caseModel';
import type { AliasEffect, AliasPlace } from '../../core/edits/addAlias';
import { addAlias, aliasEffect } from '../../core/edits/addAlias';
import { guessType, registryFileOf } from '../../core/edits/addEntity';
import { addEntityAt } from '../../core/edits/addEntityAt';
import { annotationFileOf } from '../../core/edits/annotationPath';
import { proposeId } from '../../core/edits/entityIds';
import type { SaidByHand } from '../../core/edits/linkMention';
import { linkMention, rejectMention, saidByHand, unlinkMention } from '../../core/edits/linkMention';
import { selectionSpan } from '../../core/edits/selection';
import { entityName, sourceTitle } from '../../core/features/claimText';
import { groupBy } from '../../core/groupBy';
import type { Annotations } from '../editing/annotations';
import { refuse } from '../editing/applyCaseEdit';
import type { ArticlePlace } from '../case/articlePlace';
import { articlePlace, notAName } from '../case/articlePlace';
import { titleWithFile } from '../case/writtenTo';
import type { Cases } from '../case/cases';
import type { LinkArgument } from '../commands';
import { entityIcon } from '../reading/entityIcons';
import { pickEntity, withoutIcons } from '../editing/entityPick';
import { openPlace } from '../case/openPlace';
import type { PickItem } from '../editing/quickPicks';
import { back, pickOne } from '../editing/quickPicks';

/** Commands that link names to entities. */
export interface LinkCommands {
  link(argument?: unknown, every?: boolean): Promise<void>;
  newEntity(argument?: unknown): Promise<void>;
  addAlias(argument?: unknown): Promise<void>;
  reject(argument?: unknown): Promise<void>;
  removeLink(argument?: unknown): Promise<void>;
  stopOffering(argument?: unknown): Promise<void>;
}

/** Types that are offered for a new entity, beside those that the registry has (DESIGN §1). */
const usualTypes = ['person', 'organization', 'country', 'region', 'city', 'place', 'event', 'work', 'law', 'product', 'other'];

export function createLinkCommands(cases: Cases, annotations: Annotations): LinkCommands {
  const named = (argument: unknown): ArticlePlace | undefined => {
    const place = articlePlace(cases, argument);
    if (typeof place === 'string') return void refuse(place);
    const span = selectionSpan(place.openCase.model, place.source, place.span) ?? place.span;
    const grown = { ...place, span, words: place.text.content.slice(span.start, span.end) };
    const wrong = notAName(grown);
    return wrong === null ? grown : void refuse(wrong);
  };

  const makeEntity = async (place: ArticlePlace, name: string): Promise<void> => {
    const { openCase, source, span, words } = place;
    const { model } = openCase;
    const type = await pickType(model, source, name, guessType(model, { source, span }));
    if (type === undefined) return;
    const id = proposeId(model, name);
    const aliases = sameWords(name, words) ? undefined : [oneLine(words)];
    await annotations.make(openCase, addEntityAt(model, { source, span }, { type, name, id, ...(aliases ? { aliases } : {}) }));
  };

  return {
    async link(argument, wantsEvery = false) {
      const place = named(argument);
      if (!place) return;
      const { openCase, source, span, words, mention } = place;
      const { model } = openCase;
      const given = (argument ?? {}) as Partial<LinkArgument>;
      const every = wantsEvery || given.every === true;
      const title = every ? vscode.l10n.t('Link every “{0}” in this article', shown(words)) : vscode.l10n.t('Link “{0}”', shown(words));
      const choice = given.entity === undefined ? await pickFor(place, titleWithFile(title, model, source), true) : { entity: given.entity };
      if (choice === undefined || choice === back) return;
      if ('create' in choice) return makeEntity(place, oneLine(choice.create));
      const { entity } = choice;
      if (!every && mention?.entity === entity && mention.span.start === span.start && mention.span.end === span.end) {
        return annotations.tell(vscode.l10n.t('“{0}” links to {1} already.', shown(words), entityName(model, entity)));
      }
      await annotations.make(openCase, linkMention(model, { source, span, entity, every }));
    },

    async newEntity(argument) {
      const place = named(argument);
      if (place) await makeEntity(place, oneLine(place.words));
    },

    async addAlias(argument) {
      const place = named(argument);
      if (!place) return;
      const { openCase, words } = place;
      const given = (argument ?? {}) as Partial<LinkArgument>;
      const text = oneLine(words);
      const choice = given.entity === undefined ? await pickFor(place, vscode.l10n.t('Add “{0}” as an alias', shown(words)), false) : { entity: given.entity };
      if (choice === undefined || choice === back || !('entity' in choice)) return;
      const effect = await effectOf(place, choice.entity, text);
      if (!effect) return;
      const confirmed = await confirmAlias(place, choice.entity, text, effect);
      if (confirmed === 'add') await annotations.make(openCase, addAlias(openCase.model, { entity: choice.entity, text }));
      else if (confirmed) await openPlace(openCase, confirmed.source, confirmed.span);
    },

    async reject(argument) {
      const place = named(argument);
      if (!place) return;
      const { openCase, source, words, mention } = place;
      const { model } = openCase;
      if (!mention) return void refuse(vscode.l10n.t('“{0}” links to no entity.', shown(words)));
      const entity = mention.entity ?? (await pickRival(model, mention.candidates, shown(words)));
      if (entity === undefined) return;
      const { span } = mention;
      const scope = await pickScope(model, source, entity, words);
      if (scope === undefined) return;
      const isByHand = mention.rule === 'link' && scope === 'here';
      await annotations.make(openCase, isByHand ? unlinkMention(model, { source, span }) : rejectMention(model, { source, span, entity, scope }));
    },

    async removeLink(argument) {
      const place = named(argument);
      if (!place) return;
      const { openCase, source, span } = place;
      const { model } = openCase;
      const said = saidByHand(model, place);
      const scope = said && said.places > 1 ? await pickLinkScope(place, said) : 'article';
      if (scope === undefined) return;
      const isHere = scope === 'here' && said && said.entity !== null;
      await annotations.make(openCase, isHere ? rejectMention(model, { source, span, entity: said.entity, scope }) : unlinkMention(model, { source, span }));
    },

    async stopOffering(argument) {
      const place = named(argument);
      if (!place) return;
      const { openCase, source, span } = place;
      const { model } = openCase;
      const name = model.unlinkedNames(source).find(({ places }) => places.some(({ start, end }) => start === span.start && end === span.end));
      const every = name !== undefined && name.places.length > 1;
      await annotations.make(openCase, linkMention(model, { source, span, entity: 'none', every }));
    },
  };
}

function pickFor(place: ArticlePlace, title: string, canCreate: boolean) {
  const { openCase, source, span, words, mention } = place;
  const similar = openCase.model.unlinkedNames(source).find((name) => name.text === words)?.similar?.entity;
  const first = mention?.entity === null ? mention.candidates : similar === undefined ? [] : [similar];
  return pickEntity({
    openCase,
    source,
    words,
    type: guessType(openCase.model, { source, span }),
    title,
    placeholder: vscode.l10n.t('Type a name, alias, id or description'),
    first,
    canCreate,
  });
}

async function pickType(model: CaseModel, source: string, name: string, guess: string): Promise<string | undefined> {
  const counts = new Map<string, number>(usualTypes.map((type) => [type, 0]));
  for (const { type } of model.registry().entities.values()) counts.set(type, (counts.get(type) ?? 0) + 1);
  const types = [...counts].sort((a, b) => b[1] - a[1]).map(([type]) => type);
  const about = (type: string) => [...(type === guess ? [vscode.l10n.t('likely')] : []), ...into(registryFileOf(model, type))].join(' · ');
  const notes = annotationFileOf(model, source);
  const chosen = await pickOne<string>({
    title: vscode.l10n.t('New entity “{0}”', shown(name)),
    placeholder: notes === null ? vscode.l10n.t('What type of entity is it?') : vscode.l10n.t('What type of entity is it? A link, where it needs one, goes into {0}', notes),
    items: (typed) => {
      const wanted = typed.trim().toLowerCase();
      const found = [guess, ...types.filter((type) => type !== guess)].filter((type) => type.includes(wanted));
      const items = found.map((type) => ({
        label: withoutIcons(type),
        iconPath: entityIcon(type),
        description: about(type),
        value: type,
      }));
      const isNew = wanted !== '' && !counts.has(wanted);
      return isNew ? [...items, { label: withoutIcons(vscode.l10n.t('Type “{0}”', wanted)), iconPath: new vscode.ThemeIcon('add'), description: about(wanted), value: wanted }] : items;
    },
  });
  return chosen === back ? undefined : chosen;
}

async function effectOf({ openCase, words }: ArticlePlace, entity: string, text: string): Promise<AliasEffect | undefined> {
  const title = vscode.l10n.t('Looking for “{0}” in all sources', shown(words));
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (_progress, token) => {
    const steps = aliasEffect(openCase.model, entity, text);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      if (token.isCancellationRequested) return undefined;
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
    }
  });
}

/** Shows what an alias would change before it does; a row of a place opens that instead. */
async function confirmAlias({ openCase: { model } }: ArticlePlace, entity: string, text: string, effect: AliasEffect) {
  type Choice = 'add' | AliasPlace;
  const rows = <Place extends AliasPlace>(places: readonly Place[], icon: string, wordsOf: (one: Place) => string): PickItem<Choice>[] =>
    [...groupBy(places, (one) => `${one.source}\n${wordsOf(one)}`).values()].map((same) => {
      const first = same[0]!;
      const description = `${withoutIcons(sourceTitle(model, first.source))} · ${same.length}×`;
      return { label: withoutIcons(wordsOf(first)), iconPath: new vscode.ThemeIcon(icon), description, value: first };
    });
  const { gained, stolen, ambiguous } = effect;
  const name = entityName(model, entity);
  const summary = [
    vscode.l10n.t('{0} gained', gained.length),
    ...(stolen.length > 0 ? [vscode.l10n.t('{0} taken from others', stolen.length)] : []),
    ...(ambiguous.length > 0 ? [vscode.l10n.t('{0} become ambiguous', ambiguous.length)] : []),
  ].join(', ');
  const add: PickItem<Choice> = {
    label: withoutIcons(vscode.l10n.t('Add to {0}', name)),
    iconPath: new vscode.ThemeIcon('check'),
    description: [vscode.l10n.t('Mentions: {0}', summary), ...into(model.entity(entity)?.file)].join(' · '),
    value: 'add',
  };
  const places = [
    ...rows(stolen, 'arrow-swap', ({ from }) => vscode.l10n.t('Taken from {0}', entityName(model, from))),
    ...rows(ambiguous, 'question', ({ rivals }) => vscode.l10n.t('Becomes ambiguous: {0}', rivals.map((id) => entityName(model, id)).join(', '))),
    ...rows(gained, 'add', () => vscode.l10n.t('Links to {0}', name)),
  ];
  const chosen = await pickOne<Choice>({
    title: vscode.l10n.t('Add “{0}” as an alias', shown(text)),
    placeholder: vscode.l10n.t('Accept, or select a place to look at it first'),
    items: () => [add, ...places],
  });
  return chosen === back ? undefined : chosen;
}

async function pickRival(model: CaseModel, candidates: readonly string[], words: string): Promise<string | undefined> {
  const chosen = await pickOne<string>({
    title: vscode.l10n.t('“{0}” is not…', words),
    placeholder: vscode.l10n.t('Which entity is it not?'),
    items: () =>
      candidates.map((id) => {
        const entity = model.entity(id);
        return { label: withoutIcons(entity?.name ?? id), iconPath: entityIcon(entity?.type ?? ''), description: entity?.description ?? id, value: id };
      }),
  });
  return chosen === back ? undefined : chosen;
}

async function pickScope(model: CaseModel, source: string, entity: string, words: string) {
  const spelt = (id: string) => model.mentionsOf(entity, id).filter(({ text }) => sameWords(text, words)).length;
  const inArticle = spelt(source);
  const all = model.sources().map(({ id }) => spelt(id));
  const sources = all.filter((times) => times > 0).length;
  type Scope = 'here' | 'article' | 'everywhere';
  const notes = into(annotationFileOf(model, source));
  const everywhere = vscode.l10n.t('{0}×, in {1} of {2} sources', all.reduce((sum, times) => sum + times, 0), sources, all.length);
  const items: PickItem<Scope>[] = [
    { label: vscode.l10n.t('Here only'), description: notes.join(''), value: 'here' },
    { label: vscode.l10n.t('In this article'), description: [vscode.l10n.t('{0}×', inArticle), ...notes].join(' · '), value: 'article' },
    {
      label: vscode.l10n.t('Everywhere'),
      description: [everywhere, ...into(model.entity(entity)?.file)].join(' · '),
      value: 'everywhere',
    },
  ];
  const chosen = await pickOne<Scope>({
    title: vscode.l10n.t('“{0}” is not {1}', shown(words), entityName(model, entity)),
    placeholder: vscode.l10n.t('Where is it not?'),
    items: (typed) => items.filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase())),
  });
  return chosen === back ? undefined : chosen;
}

/** A link of every occurrence goes as a whole, or is made none at one place. */
async function pickLinkScope({ openCase: { model }, source, words }: ArticlePlace, { entity, places }: SaidByHand) {
  const here: PickItem<'here' | 'article'> = { label: vscode.l10n.t('Here only'), description: vscode.l10n.t('becomes no entity'), value: 'here' };
  const whole: PickItem<'here' | 'article'> = { label: vscode.l10n.t('In this article'), description: vscode.l10n.t('{0}×', places), value: 'article' };
  const title = vscode.l10n.t('Remove the link of “{0}”', shown(words));
  const chosen = await pickOne<'here' | 'article'>({
    title: titleWithFile(title, model, source),
    placeholder: entity === null ? vscode.l10n.t('It was said of every occurrence.') : vscode.l10n.t('Every occurrence links to {0}.', entityName(model, entity)),
    items: () => (entity === null ? [whole] : [whole, here]),
  });
  return chosen === back ? undefined : chosen;
}

/** The file that a row's choice is written to. */
function into(file: string | null | undefined): readonly string[] {
  return file === null || file === undefined ? [] : [withoutIcons(vscode.l10n.t('in {0}', file))];
}

/** Words as a title shows them. */
function shown(words: string): string {
  const line = oneLine(words);
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function sameWords(a: string, b: string): boolean {
  return oneLine(a).toLowerCase() === oneLine(b).toLowerCase();
}
