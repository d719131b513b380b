import * as vscode from 'vscode';
import type { ClaimCard } from '../core/features/claimCard';
import { claimCard, claimsAtOffset } from '../core/features/claimCard';
import type { Place } from '../core/features/claimText';
import type { EntityCard, EntityCardClaim } from '../core/features/entityCard';
import { entityCard } from '../core/features/entityCard';
import { externalLink } from '../core/features/externalIds';
import type { Target } from '../core/features/targets';
import { targetsAt } from '../core/features/targets';
import { badgeLabel, verdictLabel } from '../core/claims/words';
import { explainMention } from '../core/mentions/explainMention';
import type { Mention } from '../core/mentions/mention';
import { casePlace, caseSelector } from './caseDocuments';
import type { CommandId } from './commands';
import { commandLink } from './commands';
import { bold, cardMarkdown, escapeMarkdown, link } from './markdown';
import type { OpenCase } from './openCase';
import { toRange } from './positions';

const enabledCommands: readonly CommandId[] = ['corroborate.openPlace', 'corroborate.openDiscrepancies'];

/** Claims of one source that a row shows before it says how many more there are. */
const claimsInRow = 4;
/** Other claims that the card of a quote shows. */
const othersInCard = 5;
/** Sources that the line of counts names. */
const countedSources = 4;

/** Cards for names and annotated quotes in articles, and for ids in YAML files. */
export function registerHover(openCase: OpenCase): vscode.Disposable {
  return vscode.languages.registerHoverProvider(caseSelector(openCase), {
    provideHover(document, position) {
      const place = casePlace(openCase, document, position);
      if (!place) return undefined;
      const targets = targetsAt(openCase.model, place.path, place.offset);
      const first = targets[0];
      if (!first) return undefined;
      const cards = [
        ...targetCards(openCase, place.path, first),
        ...(first.kind === 'mention' ? claimCards(openCase, place.path, place.offset) : []),
      ];
      return cards.length === 0 ? undefined : new vscode.Hover(cards, toRange(place.text, first.span));
    },
  });
}

function targetCards(openCase: OpenCase, path: string, target: Target): vscode.MarkdownString[] {
  const { model } = openCase;
  switch (target.kind) {
    case 'mention':
      return mentionCards(openCase, target.mention);
    case 'passage':
    case 'quote': {
      const card = claimCard(model, target.claim);
      return card ? [claimMarkdown(openCase, card)] : [];
    }
    case 'alias':
      return entityCards(openCase, target.entity.id, null);
    case 'id':
      return target.occurrence.kind === 'entity' ? entityCards(openCase, target.occurrence.id, null) : [];
    case 'link':
      return target.entry.entity ? entityCards(openCase, target.entry.entity.text, path) : [];
  }
}

function mentionCards(openCase: OpenCase, mention: Mention): vscode.MarkdownString[] {
  const { model } = openCase;
  if (mention.entity !== null) return entityCards(openCase, mention.entity, mention.source, mention);
  const rivals = mention.candidates.map((id) => {
    const entity = model.entity(id);
    if (!entity) return `- ${escapeMarkdown(id)}`;
    const words = entity.description ? ` — ${escapeMarkdown(entity.description)}` : '';
    return `- ${openLink(openCase, entity.name, { file: entity.file, span: entity.idSpan })} · ${escapeMarkdown(entity.type)}${words}`;
  });
  const why = explainMention(mention, model.registry()).map(escapeMarkdown).join('  \n');
  const lines = [`$(question) “${escapeMarkdown(mention.text)}” could be`, '', ...rivals, '', why];
  return [cardMarkdown(lines.join('\n'), enabledCommands)];
}

function entityCards(openCase: OpenCase, id: string, source: string | null, mention?: Mention): vscode.MarkdownString[] {
  const card = entityCard(openCase.model, id, source);
  return card ? [entityMarkdown(openCase, card, mention)] : [];
}

function entityMarkdown(openCase: OpenCase, card: EntityCard, mention: Mention | undefined): vscode.MarkdownString {
  const { entity } = card;
  const parts = [
    `${bold(entity.name)} · ${escapeMarkdown(entity.type)}`,
    entity.description ? escapeMarkdown(entity.description) : '',
    claimTable(openCase, card),
    card.facts
      .map((fact) => {
        const reference = fact.reference ? ` (${referenceMarkdown(fact.reference)})` : '';
        return `$(book) ${escapeMarkdown(fact.label)}: ${escapeMarkdown(fact.value)}${reference}`;
      })
      .join('  \n'),
    countsLine(card),
    mention ? whyLine(openCase, card, mention) : '',
    [
      openLink(openCase, 'Registry entry', { file: entity.file, span: entity.idSpan }),
      link('Compare sources', commandLink('corroborate.openDiscrepancies', { root: openCase.root.toString(), entity: entity.id })),
      ...entity.sameAs.map(externalMarkdown),
    ].join(' · '),
  ];
  return cardMarkdown(parts.filter((part) => part !== '').join('\n\n'), enabledCommands);
}

function claimTable(openCase: OpenCase, card: EntityCard): string {
  if (card.rows.length === 0) return '';
  const rows = card.rows.map((row) => {
    const said = row.claims.slice(0, claimsInRow).map((claim) => claimCell(openCase, row.source, claim));
    const more = row.claims.length - claimsInRow;
    if (more > 0) said.push(`+ ${more} more`);
    return `| ${escapeMarkdown(row.title)} | ${said.join('<br>')} |`;
  });
  const more =
    card.hiddenRows > 0
      ? `\n\n${link(
          `${card.hiddenRows} more ${card.hiddenRows === 1 ? 'source' : 'sources'}…`,
          commandLink('corroborate.openDiscrepancies', { root: openCase.root.toString(), entity: card.entity.id }),
        )}`
      : '';
  return `| Source | Says |\n| :-- | :-- |\n${rows.join('\n')}${more}`;
}

function claimCell(openCase: OpenCase, source: string, claim: EntityCardClaim): string {
  const words = `${claim.label}: ${claim.value}`;
  const said = claim.passage ? openLink(openCase, words, { file: source, span: claim.passage }) : escapeMarkdown(words);
  return claim.disagrees ? `$(warning) ${said} — *${escapeMarkdown(verdictLabel(claim.verdict).toLowerCase())}*` : said;
}

function countsLine(card: EntityCard): string {
  if (card.counts.length === 0) return '';
  const named = card.counts.slice(0, countedSources).map(({ title, count }) => `${escapeMarkdown(title)} ${count}`);
  const rest = card.counts.length - named.length;
  return `$(symbol-reference) ${named.join(' · ')}${rest > 0 ? ` · ${rest} more sources` : ''}`;
}

function whyLine(openCase: OpenCase, card: EntityCard, mention: Mention): string {
  const surfaces = card.surfaces.map((surface) => `“${escapeMarkdown(surface)}”`).join(', ');
  const why = mention.rule === 'alias' ? [] : explainMention(mention, openCase.model.registry()).map(escapeMarkdown);
  return [`Here as ${surfaces}`, ...why].join('  \n');
}

function claimCards(openCase: OpenCase, source: string, offset: number): vscode.MarkdownString[] {
  return claimsAtOffset(openCase.model, source, offset).flatMap((claim) => {
    const card = claimCard(openCase.model, claim);
    return card ? [claimMarkdown(openCase, card)] : [];
  });
}

function claimMarkdown(openCase: OpenCase, card: ClaimCard): vscode.MarkdownString {
  const status = [verdictLabel(card.verdict), ...card.badges.map(badgeLabel)].map((words) => escapeMarkdown(words)).join(' · ');
  const others = card.others.slice(0, othersInCard).map((other) => {
    const gap = other.gap ? ` (${escapeMarkdown(other.gap)})` : '';
    const quote = other.quote ? ` — “${escapeMarkdown(other.quote)}”` : '';
    return `- ${openLink(openCase, other.title, other.place)}: ${bold(other.value)}${quote} — *${escapeMarkdown(verdictLabel(other.verdict).toLowerCase())}*${gap}`;
  });
  const more = card.others.length - others.length;
  const parts = [
    `$(quote) ${escapeMarkdown(card.subject)}, ${escapeMarkdown(card.label)}: ${bold(card.value)}`,
    `*${status}* — ${escapeMarkdown(card.explanation)}${card.review.status === 'open' ? '' : ` Reviewed: ${escapeMarkdown(card.review.status)}.`}`,
    others.join('\n') + (more > 0 ? `\n- ${more} more` : ''),
    [
      openLink(openCase, 'Claim', { file: card.claim.file, span: card.claim.entry.span }),
      link('Compare sources', commandLink('corroborate.openDiscrepancies', { root: openCase.root.toString(), group: card.group.key })),
    ].join(' · '),
  ];
  return cardMarkdown(parts.filter((part) => part !== '').join('\n\n'), enabledCommands);
}

function externalMarkdown(id: string): string {
  const external = externalLink(id);
  return external ? link(external.label, external.url) : escapeMarkdown(id);
}

function referenceMarkdown(reference: string): string {
  return /^https?:\/\//i.test(reference) ? externalMarkdown(reference) : escapeMarkdown(reference);
}

function openLink(openCase: OpenCase, words: string, { file, span }: Place): string {
  return link(words, commandLink('corroborate.openPlace', { root: openCase.root.toString(), file, span }));
}
