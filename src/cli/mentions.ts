import type { Command } from './command';
import { chosenSources } from './command';
import { formatOption, jsonText, placeWords, sourceOption } from './output';

/** `corroborate mentions`: every linked name, and the likely names that link to nothing. */
export const mentions: Command = {
  summary: 'names in the articles and what they link to',
  options: { format: formatOption, source: sourceOption },
  run(model, options, terminal) {
    const chosen = chosenSources(model, options);
    const sources = model.sources().filter(({ id }) => !chosen || chosen.has(id));
    const found = sources.flatMap(({ id }) => model.mentions(id).mentions);
    const unlinked = sources.flatMap(({ id }) => model.unlinkedNames(id));
    if (options['format'] === 'json') {
      terminal.out(
        jsonText({
          mentions: found.map(({ source, span, text, entity, candidates, alias, rule }) => ({
            source,
            start: span.start,
            end: span.end,
            text,
            entity,
            candidates,
            alias,
            rule,
          })),
          unlinked: unlinked.map(({ source, span, text, type, variants }) => ({
            source,
            start: span.start,
            end: span.end,
            text,
            type,
            variants,
          })),
        }),
      );
      return 0;
    }
    for (const { source, span, text, entity, candidates, rule } of found) {
      const target = entity ?? `${candidates.join(' or ')} (ambiguous)`;
      terminal.out(`${placeWords(model, source, span)}  ${oneLine(text)}  →  ${target}${rule === 'alias' || entity === null ? '' : `  (${rule})`}\n`);
    }
    for (const { source, span, text, type } of unlinked) {
      terminal.out(`${placeWords(model, source, span)}  ${oneLine(text)}  →  nothing (${type}?)\n`);
    }
    return 0;
  },
};

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
