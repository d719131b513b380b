import { manifestName } from '../case/members';
import { sourceSchema } from '../case/schemas';
import type { CaseModel } from '../caseModel';
import { sourceTitle } from '../features/claimText';
import type { Plan } from './caseEdit';
import { edited } from './editSteps';
import { EditRefused, planEdit } from './planEdit';
import { setPair } from './yamlEdits';
import { renderYaml } from './yamlWrite';

const keyOrder: readonly string[] = Object.keys(sourceSchema.shape);

/** The origin that two sources have or could be given: the one that either has, else a name made of the source told first. */
export function proposeOrigin(model: CaseModel, [a, b]: readonly [string, string]): string {
  const known = [a, b].flatMap((id) => model.source(id)?.entry?.origin?.text ?? []);
  const [first] = [a, b].sort((x, y) => compareDates(model.source(x)?.published, model.source(y)?.published));
  return known[0] ?? (first ?? a).replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}

/** Writes to the manifest that two sources have one origin, so that they count as one witness (DESIGN §5). */
export function markSameOrigin(model: CaseModel, sources: readonly [string, string], origin: string): Plan {
  const named = origin.trim();
  if (named === '') return { refused: 'An origin needs a name, such as that of the agency.' };
  const gone = sources.find((id) => !model.source(id));
  if (gone !== undefined) return { refused: `${gone} is no longer in the case.` };
  const missing = sources.filter((id) => model.source(id)?.entry?.origin?.text !== named);
  if (missing.length === 0) return { refused: `Both have the origin “${named}” already.` };
  const [a, b] = sources.map((id) => sourceTitle(model, id));
  return planEdit(`Same origin “${named}”: ${a}, ${b}`, () => {
    const { problems } = model.manifest();
    const content = model.text(manifestName)?.content;
    if (content === undefined) {
      return [{ kind: 'create', path: manifestName, text: renderYaml({ sources: Object.fromEntries(missing.map((id) => [id, { origin: named }])) }) }];
    }
    if (problems.some(({ code }) => code === 'yaml/syntax')) throw new EditRefused(`${manifestName} has a syntax error. Correct it first.`);
    const steps = missing.map((id) => (text: string) => setPair(text, ['sources', id], 'origin', named, { order: keyOrder, style: 'block' }));
    return [{ kind: 'change', path: manifestName, edits: edited(content, steps) }];
  });
}

/** Unknown dates last. */
function compareDates(a: string | null | undefined, b: string | null | undefined): number {
  if (a === b) return 0;
  return (a ?? '\uffff') < (b ?? '\uffff') ? -1 : 1;
}
