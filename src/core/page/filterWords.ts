import { registrySource } from '../claims/claim';
import { statusLabels, verdictLabel, verdictOrder } from '../claims/words';
import { quietVerdicts } from './page';
import type { PageModel } from './page';
import { chosenSources } from './pageView';
import type { PageFilter } from './pageView';

/** Titles that are said one by one; more are counted. */
const mostTitles = 4;

/** What a filter chose, in words that follow `groups of claims`: `conflict or tension, open, about Lima, between “A” and “B”`. */
export function filterWords(model: PageModel, filter: PageFilter): string {
  const { verdicts, statuses, entity, property, claims, text } = filter;
  const quiet = verdictOrder.filter((verdict) => quietVerdicts.has(verdict));
  const name = model.rows.flatMap((row) => row.entities).find(({ id }) => id === entity)?.name ?? entity;
  const label = model.rows.find(({ propertyId }) => propertyId === property)?.property ?? property;
  const parts = [
    verdicts ? anyOf(verdicts.map(labelOf)) : `without what is folded away as ${anyOf(quiet.map(labelOf))}`,
    statuses && anyOf(statuses.map((status) => statusLabels[status].toLowerCase())),
    entity && `about ${name}`,
    property && `on “${label}”`,
    claims && (claims === 'confirmed' ? 'confirmed ones only' : 'with suggested claims'),
    text.trim() && `with “${text.trim()}”`,
    betweenSources(model, filter),
  ];
  return parts.filter(Boolean).join(', ');
}

function labelOf(verdict: (typeof verdictOrder)[number]): string {
  return verdictLabel(verdict).toLowerCase();
}

function betweenSources(model: PageModel, filter: PageFilter): string | null {
  const articles = model.sources.filter(({ id }) => id !== registrySource);
  const chosen = chosenSources(model, filter.sources);
  if (chosen.length === articles.length) return null;
  if (chosen.length > mostTitles) return `between ${chosen.length} of ${articles.length} sources`;
  const titles = articles.filter(({ id }) => chosen.includes(id)).map(({ title }) => `“${title}”`);
  return titles.length === 1 ? `of ${titles[0]}` : `between ${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`;
}

function anyOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
