import * as vscode from 'vscode';
import type { ClaimEntry } from '../../core/case/entries';
import { proposeId } from '../../core/edits/entityIds';
import { suggestionWords } from '../../core/features/articleWork';
import { sourceTitle } from '../../core/features/claimText';
import { newIdRefusal } from '../../core/edits/renameId';
import { nameRefusal } from '../../core/edits/renameName';
import type { SplitRequest } from '../../core/edits/splitEntity';
import { groupBy } from '../../core/groupBy';
import type { Mention } from '../../core/mentions/mention';
import { passageOf } from '../../core/claims/claim';
import type { Entity } from '../../core/registry/registry';
import { contains, positionAt } from '../../core/text/text';
import { withoutIcons } from './entityPick';
import type { OpenCase } from '../case/openCase';

/** An entity and its case. */
export interface ChosenEntity {
  readonly openCase: OpenCase;
  readonly entity: Entity;
}

/** Characters of an article that stand before and behind a mention in the list: what a line shows. */
const contextBefore = 24;
const contextBehind = 40;

/** Asks what goes to the new entity: its name and id, mentions, then aliases, facts and claims. Undefined where the person declined. */
export async function pickSplit({ openCase, entity }: ChosenEntity): Promise<SplitRequest | undefined> {
  const { model } = openCase;
  const title = vscode.l10n.t('Split {0}', entity.name);
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Name of the new entity'),
    validateInput: (value) => (value === '' ? null : nameRefusal(value)),
  });
  if (!name) return undefined;
  const id = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Id of the new entity'),
    value: proposeId(model, name.trim()),
    validateInput: (value) => newIdRefusal(model, 'entity', entity.id, value.trim()),
  });
  if (id === undefined) return undefined;
  const mentions = await pickMentions(openCase, title, model.mentionsOf(entity.id));
  const moved = mentions && (await pickParts({ openCase, entity }, title, mentions));
  return mentions && moved && { entity: entity.id, id: id.trim(), name: name.trim(), mentions, ...moved };
}

interface MentionItem extends vscode.QuickPickItem {
  /** One mention, or all of a source. */
  readonly mentions: readonly Mention[];
}

/** Mentions by source, each with its line; a row for each source takes all of it at once. */
async function pickMentions(openCase: OpenCase, title: string, all: readonly Mention[]): Promise<readonly Mention[] | undefined> {
  const bySource = groupBy(all, ({ source }) => source);
  const wholes: MentionItem[] = [];
  const items: MentionItem[] = [...bySource].flatMap(([source, mentions]) => {
    const heading = { label: openCase.model.source(source)?.title ?? source, kind: vscode.QuickPickItemKind.Separator, mentions: [] };
    const whole = { label: `$(checklist) ${vscode.l10n.t('All {0} here', mentions.length)}`, description: source, mentions };
    wholes.push(whole);
    return [heading, ...(mentions.length > 1 ? [whole] : []), ...mentions.map((mention) => mentionItem(openCase, mention))];
  });
  if (all.length === 0) return [];
  const pick = vscode.window.createQuickPick<MentionItem>();
  Object.assign(pick, { title, items, canSelectMany: true, matchOnDescription: true, placeholder: vscode.l10n.t('Which mentions are of the new entity?') });
  let before: ReadonlySet<MentionItem> = new Set();
  return new Promise((resolve) => {
    pick.onDidChangeSelection((selected) => {
      const now = new Set(selected);
      for (const whole of wholes) {
        if (now.has(whole) === before.has(whole)) continue;
        const own = items.filter(({ mentions }) => mentions.length === 1 && whole.mentions.includes(mentions[0]!));
        for (const item of own) {
          if (now.has(whole)) now.add(item);
          else now.delete(item);
        }
      }
      before = now;
      if (now.size !== selected.length) pick.selectedItems = [...now];
    });
    pick.onDidAccept(() => {
      resolve([...new Set(pick.selectedItems.flatMap(({ mentions }) => mentions))]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function mentionItem({ model }: OpenCase, mention: Mention): MentionItem {
  const text = model.text(mention.source)!;
  const { start, end } = mention.span;
  const words = (from: number, to: number) => text.content.slice(Math.max(0, from), to).replace(/\s+/g, ' ');
  const before = words(start - contextBefore, start);
  const whole = start > contextBefore ? `…${before.slice(before.indexOf(' ') + 1)}` : before;
  const label = `${whole}[${words(start, end)}]${words(end, end + contextBehind)}`;
  const line = vscode.l10n.t('line {0}', positionAt(text, start).line + 1);
  return { label: withoutIcons(label.trim()), description: line, mentions: [mention] };
}

type Parts = Pick<SplitRequest, 'aliases' | 'facts' | 'claims'>;

interface PartItem extends vscode.QuickPickItem {
  readonly part: Partial<Parts>;
}

/** Aliases, facts and claims; those whose every mention, or whose quote, went over are chosen already. */
async function pickParts({ openCase, entity }: ChosenEntity, title: string, mentions: readonly Mention[]): Promise<Parts | undefined> {
  const { model } = openCase;
  const chosen = new Set(mentions);
  const byAlias = groupBy(model.mentionsOf(entity.id), ({ by, alias }) => (by === null ? alias : null));
  const claims = model.groupsOf(entity.id).flatMap((group) => group.claims).filter(({ file }) => model.kindOf(file) === 'annotations');
  const items: PartItem[] = [
    section(vscode.l10n.t('Aliases')),
    ...entity.aliases.map((alias) => ({
      label: alias.text.text,
      picked: byAlias.get(alias.text.text)?.every((mention) => chosen.has(mention)) ?? false,
      part: { aliases: [alias] },
    })),
    section(vscode.l10n.t('Facts')),
    ...entity.facts.map((fact) => ({ label: `${fact.property.text}: ${textOf(fact.value)}`, part: { facts: [fact] } })),
    section(vscode.l10n.t('Claims')),
    ...[...new Set(claims)].map((claim) => {
      const passage = passageOf(claim);
      const inside = passage && mentions.some(({ source, span }) => source === claim.source && contains(passage, span));
      return {
        label: withoutIcons(suggestionWords(model, claim)),
        description: sourceTitle(model, claim.source),
        detail: claim.entry.quote?.text.replace(/\s+/g, ' '),
        picked: inside === true,
        part: { claims: [{ file: claim.file, entry: claim.entry }] },
      };
    }),
  ];
  const none: Parts = { aliases: [], facts: [], claims: [] };
  if (items.every(({ kind }) => kind === vscode.QuickPickItemKind.Separator)) return none;
  const picked = await vscode.window.showQuickPick(items, {
    title,
    canPickMany: true,
    matchOnDescription: true,
    placeHolder: vscode.l10n.t('What else goes to the new entity?'),
  });
  return picked && {
    aliases: picked.flatMap(({ part }) => part.aliases ?? []),
    facts: picked.flatMap(({ part }) => part.facts ?? []),
    claims: picked.flatMap(({ part }) => part.claims ?? []),
  };
}

function section(label: string): PartItem {
  return { label, kind: vscode.QuickPickItemKind.Separator, part: {} };
}

function textOf(value: ClaimEntry['value']): string {
  return 'text' in value ? value.text : value.map(({ text }) => text).join(', ');
}
