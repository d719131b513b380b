import * as vscode from 'vscode';
import { annotationFileOf } from '../../core/edits/annotationPath';
import type { ClaimCard } from '../../core/features/claimCard';
import { claimCard, claimsAtOffset } from '../../core/features/claimCard';
import type { Place } from '../../core/features/claimText';
import type { EntityCard, EntityCardClaim } from '../../core/features/entityCard';
import { entityCard } from '../../core/features/entityCard';
import { externalLink } from '../../core/features/externalIds';
import type { Target } from '../../core/features/targets';
import { targetsAt } from '../../core/features/targets';
import type { ValueCard } from '../../core/features/valueCard';
import { valueCardAt } from '../../core/features/valueCard';
import type { PropertyCard, SourceCard, ValueWords, YamlCard } from '../../core/features/yamlHover';
import { yamlCardAt } from '../../core/features/yamlHover';
import type { Claim } from '../../core/claims/claim';
import { passageOf } from '../../core/claims/claim';
import { badgeLabel, verdictLabel } from '../../core/claims/words';
import { explainMention } from '../../core/mentions/explainMention';
import type { Mention } from '../../core/mentions/mention';
import { placeArgument } from '../case/articlePlace';
import { casePlace, caseSelector } from '../case/caseDocuments';
import type { CommandId } from '../commands';
import { commandLink } from '../commands';
import { bold, cardMarkdown, escapeMarkdown, link } from './markdown';
import type { OpenCase } from '../case/openCase';
import { toRange } from '../case/positions';
import { suggestionsCard } from './suggestions';

const enabledCommands: readonly CommandId[] = ['corroborate.openPlace', 'corroborate.openDiscrepancies', 'corroborate.copyCitation'];

/** Claims of one source in a row, or reference facts of a card, that are all told; of more, the first two are. */
const toldInFull = 3;
/** UTF-16 units of another source's words that a card quotes. */
const quoteLength = 120;
/** Other claims that the card of a quote shows. */
const othersInCard = 5;
/** Sources that the line of counts names. */
const countedSources = 4;

/** Cards for names, annotated quotes, dates, numbers and suggested claims in articles, in this order, and for ids, values, keys and their words in YAML files. */
export function registerHover(openCase: OpenCase): vscode.Disposable {
  let isTold = false;
  /** A step of the walkthrough is done when a card was shown. */
  const tell = () => {
    if (!isTold) void vscode.commands.executeCommand('setContext', 'corroborate.cardShown', true);
    isTold = true;
  };
  return vscode.languages.registerHoverProvider(caseSelector(openCase), {
    provideHover(document, position) {
      const place = casePlace(openCase, document, position);
      if (!place) return undefined;
      const { model } = openCase;
      const first = targetsAt(model, place.path, place.offset)[0];
      if (!model.source(place.path)) {
        const own = first ? targetCards(openCase, place.path, first) : [];
        if (first && own.length > 0) return new vscode.Hover(own, toRange(place.text, first.span));
        const card = yamlCardAt(model, place.path, place.offset);
        return card && new vscode.Hover(yamlMarkdown(openCase, card), toRange(place.text, card.span));
      }
      const value = valueCardAt(model, place.path, place.offset);
      const suggested = suggestionsCard(openCase, place.path, place.offset);
      const span = first?.span ?? value?.recognised.span ?? suggested?.span;
      if (!span) return undefined;
      const cards = [
        ...(first ? targetCards(openCase, place.path, first) : []),
        ...claimCards(openCase, place.path, place.offset),
        ...(value ? [valueMarkdown(value)] : []),
        ...(suggested ? [suggested.card] : []),
      ];
      if (cards.length === 0) return undefined;
      tell();
      return new vscode.Hover(cards, toRange(place.text, span));
    },
  });
}

function targetCards(openCase: OpenCase, path: string, target: Target): vscode.MarkdownString[] {
  const { model } = openCase;
  switch (target.kind) {
    case 'mention':
      return mentionCards(openCase, target.mention);
    case 'passage':
      return [];
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
  const card = entityCardMarkdown(openCase, id, source, mention);
  return card ? [card] : [];
}

/** The card of an entity as seen from an article (null: from nowhere), at one of its mentions there. */
export function entityCardMarkdown(
  openCase: OpenCase,
  id: string,
  source: string | null,
  mention?: Mention,
): vscode.MarkdownString | undefined {
  const card = entityCard(openCase.model, id, source);
  return card && entityMarkdown(openCase, card, mention);
}

function entityMarkdown(openCase: OpenCase, card: EntityCard, mention: Mention | undefined): vscode.MarkdownString {
  const { entity } = card;
  const links = [
    openLink(openCase, 'Registry entry', { file: entity.file, span: entity.idSpan }),
    compareLink(openCase, 'Compare sources', entity.id),
    ...entity.sameAs.map(externalMarkdown),
  ];
  // Links stand first: a hover is cut off where it is longer than some thirteen lines.
  const parts = [
    [
      [bold(entity.name), escapeMarkdown(entity.type), ...links].join(' · '),
      entity.description ? escapeMarkdown(entity.description) : '',
    ],
    [claimRows(openCase, card)],
    [factsLine(card), mention ? whyLine(openCase, card, mention) : '', countsLine(card)],
  ];
  return cardMarkdown(paragraphs(parts), mention?.by ? [...enabledCommands, 'corroborate.removeLink'] : enabledCommands);
}

/** One row a source. */
function claimRows(openCase: OpenCase, card: EntityCard): string {
  const rows = card.rows.map((row) => {
    const said = inShort(row.claims, (claim) => claimWords(openCase, row.source, claim));
    return `- ${bold(row.title)} — ${said}`;
  });
  if (card.hiddenRows > 0) {
    const words = `${card.hiddenRows} more ${card.hiddenRows === 1 ? 'source' : 'sources'}…`;
    rows.push(`- ${compareLink(openCase, words, card.entity.id)}`);
  }
  return rows.join('\n');
}

function claimWords(openCase: OpenCase, source: string, claim: EntityCardClaim): string {
  const words = claim.value === null ? claim.label : `${claim.label}: ${claim.value}`;
  const said = claim.passage ? openLink(openCase, words, { file: source, span: claim.passage }) : escapeMarkdown(words);
  return claim.disagrees ? `$(warning) ${said} (*${escapeMarkdown(verdictLabel(claim.verdict).toLowerCase())}*)` : said;
}

function factsLine({ facts }: EntityCard): string {
  if (facts.length === 0) return '';
  const told = inShort(facts, (fact) => {
    const reference = fact.reference ? ` (${referenceMarkdown(fact.reference)})` : '';
    return `${escapeMarkdown(`${fact.label}: ${fact.value}`)}${reference}`;
  });
  return `$(book) ${told}`;
}

function inShort<T>(items: readonly T[], words: (item: T) => string): string {
  const told = items.length > toldInFull ? items.slice(0, toldInFull - 1) : items;
  const more = items.length - told.length;
  return [...told.map(words), ...(more > 0 ? [`${more} more`] : [])].join(' · ');
}

function countsLine(card: EntityCard): string {
  if (card.counts.length === 0) return '';
  const named = card.counts.slice(0, countedSources).map(({ title, count }) => `${escapeMarkdown(title)} ${count}`);
  const rest = card.counts.length - named.length;
  return `Mentions: ${named.join(' · ')}${rest > 0 ? ` · ${rest} more ${rest === 1 ? 'source' : 'sources'}` : ''}`;
}

function whyLine(openCase: OpenCase, card: EntityCard, mention: Mention): string {
  const surfaces = card.surfaces.map((surface) => `“${escapeMarkdown(surface)}”`);
  const here = surfaces.length === 1 && card.surfaces[0] === card.entity.name ? [] : [`Here as ${surfaces.join(', ')}`];
  const why = mention.rule === 'alias' ? [] : explainMention(mention, openCase.model.registry()).map(escapeMarkdown);
  return [...here, ...why, ...(mention.by ? [unlinkLink(openCase, mention)] : [])].join('  \n');
}

function unlinkLink(openCase: OpenCase, { source, span }: Mention): string {
  const file = annotationFileOf(openCase.model, source);
  const remove = link(vscode.l10n.t('Remove this link'), commandLink('corroborate.removeLink', placeArgument(openCase, source, span)));
  return file === null ? remove : `${remove} (${escapeMarkdown(vscode.l10n.t('in {0}', file))})`;
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
    const gap = other.gap ? `, ${escapeMarkdown(other.gap)} apart` : '';
    const quote = other.quote ? ` — “${escapeMarkdown(shortened(other.quote))}”` : '';
    const verdict = escapeMarkdown(verdictLabel(other.verdict).toLowerCase());
    return `- ${openLink(openCase, other.title, other.place)}: ${bold(other.value)} (*${verdict}*${gap})${quote}`;
  });
  const more = card.others.length - others.length;
  if (more > 0) others.push(`- ${more} more`);
  const parts = [
    [
      `$(quote) ${escapeMarkdown(`${card.subject}, ${card.label}`)}: ${bold(card.value)}`,
      `*${status}* — ${escapeMarkdown(card.explanation)}`,
      reviewLine(card),
    ],
    [others.join('\n')],
    [
      [
        openLink(openCase, 'Claim', { file: card.claim.file, span: card.claim.entry.span }),
        link('Compare sources', commandLink('corroborate.openDiscrepancies', { root: openCase.root.toString(), group: card.group.key })),
        ...citationLinks(openCase, card.claim),
      ].join(' · '),
    ],
  ];
  return cardMarkdown(paragraphs(parts), enabledCommands);
}

function reviewLine({ decided, note }: ClaimCard): string {
  if (decided === null) return '';
  return `$(pass) ${escapeMarkdown(decided)}${note === null ? '' : ` — “${escapeMarkdown(shortened(note.replace(/\s+/g, ' ')))}”`}`;
}

function citationLinks(openCase: OpenCase, claim: Claim): string[] {
  const span = passageOf(claim);
  return span ? [link('Copy citation', commandLink('corroborate.copyCitation', { root: openCase.root.toString(), file: claim.source, span }))] : [];
}

/** Paragraphs of lines; what is empty is left out. */
function paragraphs(parts: readonly (readonly string[])[]): string {
  return parts
    .map((lines) => lines.filter((line) => line !== '').join('  \n'))
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A quote that fits a line or two, cut between words where it can be. */
function shortened(quote: string): string {
  if (quote.length <= quoteLength) return quote;
  return `${quote.slice(0, quoteLength).replace(/\s+\S*$/, '')}…`;
}

function compareLink(openCase: OpenCase, words: string, entity: string): string {
  return link(words, commandLink('corroborate.openDiscrepancies', { root: openCase.root.toString(), entity }));
}

function valueMarkdown({ recognised, words, derivation }: ValueCard): vscode.MarkdownString {
  const icon = recognised.kind === 'quantity' ? '$(symbol-numeric)' : '$(calendar)';
  const value = words === null ? 'no value' : bold(words);
  const lines = [`${icon} “${escapeMarkdown(recognised.text)}”: ${value}`, ...(derivation ? [escapeMarkdown(derivation)] : [])];
  return cardMarkdown(lines.join('  \n'), []);
}

function yamlMarkdown(openCase: OpenCase, card: YamlCard): vscode.MarkdownString {
  switch (card.kind) {
    case 'property':
      return propertyMarkdown(openCase, card.property);
    case 'source':
      return sourceMarkdown(openCase, card.source);
    case 'value':
      return valueWordsMarkdown(card.value);
    case 'word':
      return cardMarkdown(`${bold(card.word)} — ${escapeMarkdown(card.meaning)}`, []);
  }
}

function propertyMarkdown(openCase: OpenCase, card: PropertyCard): vscode.MarkdownString {
  const where = card.declared ? openLink(openCase, 'Registry entry', card.declared) : 'built in';
  const claims = card.claims === 0 ? 'No claims' : `${card.claims} ${card.claims === 1 ? 'claim' : 'claims'}`;
  const parts = [
    [[bold(card.label), escapeMarkdown(card.id), where].join(' · '), card.traits.map(escapeMarkdown).join(' · ')],
    [
      listed('Kept apart by', card.separators),
      listed('Related, but never the same', card.kin),
      listed('Announced by', card.cues.map((cue) => `“${cue}”`)),
      listed('Differs from the built-in property in', card.overrides ?? []),
      claims,
    ],
  ];
  return cardMarkdown(paragraphs(parts), enabledCommands);
}

function listed(label: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${label}: ${items.map(escapeMarkdown).join(', ')}`;
}

function sourceMarkdown(openCase: OpenCase, card: SourceCard): vscode.MarkdownString {
  const counts = [
    card.mentions === 1 ? '1 linked name' : `${card.mentions} linked names`,
    card.claims === 1 ? '1 claim' : `${card.claims} claims`,
  ];
  const open = openLink(openCase, 'Open', { file: card.id, span: { start: 0, end: 0 } });
  const parts = [[[bold(card.title), open].join(' · '), card.facts.map(escapeMarkdown).join(' · ')], [counts.join(' · ')]];
  return cardMarkdown(paragraphs(parts), enabledCommands);
}

function valueWordsMarkdown({ kind, words, core, halo, note }: ValueWords): vscode.MarkdownString {
  const icon = { date: '$(calendar) ', period: '$(calendar) ', quantity: '$(symbol-numeric) ', other: '' }[kind];
  const lines = [
    `${icon}${bold(words)}`,
    core === null ? '' : `Means ${escapeMarkdown(core)}.`,
    halo === null ? '' : `Close to it: ${escapeMarkdown(halo)}.`,
    note === null ? '' : escapeMarkdown(note),
  ];
  return cardMarkdown(paragraphs([lines]), []);
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
