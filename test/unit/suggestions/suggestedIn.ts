import { createCaseModel } from '../../../src/core/caseModel';
import type { CaseModel } from '../../../src/core/caseModel';
import { describeValue } from '../../../src/core/values/describe';
import type { Claim } from '../../../src/core/claims/claim';

/** Invented names of every type, for sentences of any kind. */
const entities = `
entities:
  norland: {type: country, name: Norland}
  sudland: {type: country, name: Sudland}
  port: {type: city, name: Port Elm, partOf: [norland]}
  lake-town: {type: city, name: Laketown}
  league: {type: organization, name: League of Harbours, aliases: [LOH, the League]}
  council: {type: organization, name: Harbour Council, partOf: [league]}
  acme: {type: organization, name: Acme}
  ann: {type: person, name: Ann Lee, aliases: [Lee, President Lee]}
  bob: {type: person, name: Bob Ray, aliases: [Ray]}
  tide: {type: event, name: Tide Conference}
  salt: {type: event, name: Salt Summit}
  fire: {type: event, name: Great Fire}
  council-vote: {type: event, name: Election to the Harbour Council of 2010}
  pact: {type: law, name: Coast Pact}
  tower: {type: place, name: Signal Tower}
`;

/** A case of articles published in June 2015, one a text: `sources/0.txt`, `sources/1.txt`, … Other files are laid over it. */
export function caseOf(texts: readonly string[], files: Readonly<Record<string, string>> = {}, published = '2015-06'): CaseModel {
  const sources = texts.map((_, index) => `  sources/${index}.txt: {published: ${published}, language: en}`).join('\n');
  const all: Record<string, string> = {
    'corroborate.yaml': `sources:\n${sources}\n`,
    'registry/entities.yaml': entities,
    ...Object.fromEntries(texts.map((text, index) => [`sources/${index}.txt`, text])),
    ...files,
  };
  const model = createCaseModel();
  model.setPaths(Object.keys(all));
  for (const [path, content] of Object.entries(all)) model.setContent(path, content);
  return model;
}

/** `subject property = value`, with how it is told: `planned`, `not`, `by speaker`, `as of`, `valid`, `[key]`. */
export function inWords(claim: Claim): string {
  const key = [...claim.key].map(([name, value]) => ` [${name}: ${value}]`).join('');
  const parts = [
    claim.polarity === 'negative' ? 'not' : '',
    claim.modality === 'asserted' ? '' : claim.modality,
    claim.speaker === null ? '' : `by ${claim.speaker}`,
    claim.entry.asOf ? `as of ${claim.asOf}` : '',
    claim.entry.valid ? `valid ${claim.valid}` : '',
  ].filter(Boolean);
  return `${claim.subject} ${claim.property}${key} = ${describeValue(claim.value)}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
}

/** What is suggested in one article. */
export function suggestedIn(text: string, files: Readonly<Record<string, string>> = {}): string[] {
  return caseOf([text], files).suggestedClaims('sources/0.txt').map(inWords);
}
