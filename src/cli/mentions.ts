import type { Mention, UnlinkedName } from '../core/mentions/mention';
import type { Command } from './command';
import { chosenSources } from './command';
import { formatOption, oneLine, placeWords, sourceOption, writeJson } from './output';

/** `corroborate mentions`: every linked name, and the likely names that link to nothing. */
export const mentions: Command = {
  summary: 'names in the articles and what they link to',
  options: { format: formatOption, source: sourceOption },
  run(read, options, terminal) {
    const { model } = read;
    const chosen = chosenSources(read, options, terminal.cwd);
    const sources = model.sources().filter(({ id }) => !chosen || chosen.has(id));
    const found = sources.flatMap(({ id }) => model.mentions(id).mentions);
    const unlinked = sources.flatMap(({ id }) => model.unlinkedNames(id));
    if (options['format'] === 'json') {
      writeJson((words) => terminal.out(words), { mentions: found.map(mentionJson), unlinked: unlinked.map(unlinkedJson) });
      return 0;
    }
    for (const { source, span, text, entity, candidates, rule } of found) {
      const target = entity ?? `${candidates.join(' or ')} (ambiguous)`;
      const how = rule === 'alias' || entity === null ? '' : `  (${rule})`;
      terminal.out(`${oneLine(`${placeWords(model, source, span)}  ${text}  →  ${target}${how}`)}\n`);
    }
    for (const { source, span, text, type } of unlinked) {
      terminal.out(`${oneLine(`${placeWords(model, source, span)}  ${text}  →  nothing (${type}?)`)}\n`);
    }
    return 0;
  },
};

function mentionJson({ source, span, text, entity, candidates, alias, rule }: Mention) {
  return { source, start: span.start, end: span.end, text, entity, candidates, alias, rule };
}

function unlinkedJson({ source, span, text, type, variants }: UnlinkedName) {
  return { source, start: span.start, end: span.end, text, type, variants };
}
