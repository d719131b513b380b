import type { RecognisedValue } from '../core/recognition/recogniseValues';
import { coreJson, describeValue, valueJson } from '../core/values/describe';
import type { Command } from './command';
import { chosenSources } from './command';
import { formatOption, oneLine, placeWords, sourceOption, writeJson } from './output';

/** `corroborate values`: the dates, periods and quantities that stand in the articles. */
export const values: Command = {
  summary: 'dates, periods and quantities in the articles',
  options: { format: formatOption, source: sourceOption },
  run(read, options, terminal) {
    const { model } = read;
    const chosen = chosenSources(read, options, terminal.cwd);
    const found = model
      .sources()
      .filter(({ id }) => !chosen || chosen.has(id))
      .flatMap(({ id }) => model.reading(id).values.map((value) => ({ source: id, value })));
    if (options['format'] === 'json') {
      writeJson((words) => terminal.out(words), { values: found.map(({ source, value }) => recognisedJson(source, value)) });
      return 0;
    }
    for (const { source, value } of found) {
      const meaning = value.value ? describeValue(value.value) : value.needsDate ? 'unknown: the article has no date' : 'unknown';
      const how = value.derivation === null ? '' : `  (${value.derivation})`;
      terminal.out(`${oneLine(`${placeWords(model, source, value.span)}  ${value.text}  =  ${meaning}${how}`)}\n`);
    }
    return 0;
  },
};

function recognisedJson(source: string, { span, text, kind, value, derivation }: RecognisedValue) {
  return {
    source,
    start: span.start,
    end: span.end,
    text,
    kind,
    value: value && valueJson(value),
    core: value && coreJson(value),
    derivation,
  };
}
