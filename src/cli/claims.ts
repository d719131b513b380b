import type { CaseModel } from '../core/caseModel';
import type { Claim } from '../core/claims/claim';
import { passageOf, registrySource } from '../core/claims/claim';
import { valueJson } from '../core/values/describe';
import type { Command } from './command';
import { chosenSources } from './command';
import { formatOption, oneLine, placeWords, sourceOption, writeJson } from './output';

/** `corroborate claims`: every claim of the annotation files and every fact of the registry. */
export const claims: Command = {
  summary: 'claims of the annotation files and facts of the registry',
  options: { format: formatOption, source: sourceOption },
  run(read, options, terminal) {
    const { model } = read;
    const chosen = chosenSources(read, options, terminal.cwd);
    const wanted = model.claims().filter((claim) => !chosen || chosen.has(claim.source));
    if (options['format'] === 'json') {
      writeJson((words) => terminal.out(words), { claims: wanted.map((claim) => claimJson(model, claim)) });
      return 0;
    }
    for (const claim of wanted) {
      const passage = passageOf(claim);
      const place = passage ? placeWords(model, claim.source, passage) : placeWords(model, claim.file, claim.entry.span);
      terminal.out(`${oneLine(`${place}  ${claim.subject} ${claim.property} = ${[writtenValue(claim)].flat().join(', ')}`)}\n`);
    }
    return 0;
  },
};

/** A claim in the shape of the contract. A registry fact has its file, and neither place nor quote; a claim whose quote is lost has the quote as written. */
export function claimJson(model: CaseModel, claim: Claim): Readonly<Record<string, unknown>> {
  const passage = passageOf(claim);
  const isFact = claim.source === registrySource;
  return {
    source: claim.source,
    ...(isFact ? { file: claim.file } : {}),
    start: passage?.start ?? null,
    end: passage?.end ?? null,
    quote: passage ? (model.text(claim.source)?.content.slice(passage.start, passage.end) ?? null) : (claim.entry.quote?.text ?? null),
    ...(claim.anchor ? { anchor: claim.anchor.state } : {}),
    subject: claim.subject,
    property: claim.property,
    value: writtenValue(claim),
    normalised: valueJson(claim.value),
    key: Object.fromEntries(claim.key),
    origin: claim.origin,
    state: claim.state,
    polarity: claim.polarity,
    modality: claim.modality,
    speaker: claim.speaker,
    asOf: claim.asOf,
    valid: claim.valid,
  };
}

function writtenValue({ entry: { value } }: Claim): string | string[] {
  return 'text' in value ? value.text : value.map((item) => item.text);
}
