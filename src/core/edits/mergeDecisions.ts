import { readYaml } from '../case/readYaml';
import type { YamlNode } from '../case/yaml';
import type { YamlCache } from '../case/yamlCache';
import type { Registry } from '../registry/registry';
import type { TextEdit } from './caseEdit';
import { keepingComments } from './comments';
import { edited } from './editSteps';
import type { EditStep } from './editSteps';
import type { IdChange } from './renameIds';
import { idScalars } from './writtenIds';
import { yamlData } from './yamlData';
import { insertItems, removeAt } from './yamlEdits';
import type { YamlData } from './yamlScalars';

/**
 * Makes room for a change of ids in reviews.yaml: of decisions that would come to be about one group, the one that was about it before
 * stands (else the first); the others go into its history, behind their own, each with a note of the group that it was about. `cache` is that of the file.
 */
export function absorbDecisions(text: string, registry: Registry, { kind, ids }: IdChange, cache?: YamlCache): readonly TextEdit[] {
  const keeper = new Map<string, string>();
  const moved: { readonly from: string; readonly to: string }[] = [];
  const keys = idScalars(text, 'reviews', registry, cache)
    .filter(({ holds }) => holds === 'decision')
    .map(({ node, renamed }) => ({ key: node.text, after: renamed((one, id) => (one === kind ? (ids.get(id) ?? id) : id)) }));
  for (const { key, after } of keys) if (key === after) keeper.set(key, key);
  for (const { key, after } of keys) {
    const standing = keeper.get(after);
    if (standing === undefined) keeper.set(after, key);
    else if (standing !== key) moved.push({ from: key, to: standing });
  }
  const decisions = decisionsOf(text, cache);
  const steps = moved.flatMap(({ from, to }): readonly EditStep[] => [
    (now) => insertItems(now, ['reviews', to, 'history'], Infinity, historyOf(from, decisions.get(from))),
    ...keepingComments(['reviews', to], (now) => removeAt(now, ['reviews', from])),
  ]);
  return edited(text, steps);
}

function decisionsOf(text: string, cache?: YamlCache): ReadonlyMap<string, YamlNode> {
  const { root } = readYaml(text, cache);
  const reviews = root?.kind === 'map' ? root.pairs.find(({ key }) => key.text === 'reviews')?.value : undefined;
  return new Map(reviews?.kind === 'map' ? reviews.pairs.map(({ key, value }) => [key.text, value]) : []);
}

/** A decision as items of a history: those before it, and itself. */
function historyOf(group: string, decision: YamlNode | undefined): readonly YamlData[] {
  const pairs = decision?.kind === 'map' ? decision.pairs : [];
  const earlier = pairs.find(({ key }) => key.text === 'history')?.value;
  const own = new Map(pairs.filter(({ key }) => key.text !== 'history').map(({ key, value }) => [key.text, value]));
  const note = own.get('note');
  const words = note?.kind === 'scalar' && note.text !== '' ? `: ${note.text}` : '';
  const data = Object.fromEntries([...own].map(([key, value]) => [key, yamlData(value)]));
  return [...(earlier?.kind === 'list' ? earlier.items.map(yamlData) : []), { ...data, note: `Decided on ${group}${words}` }];
}
