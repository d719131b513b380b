import type { KnownKey } from '../case/schemaShape';
import { holdsAt, knownKeysAt } from '../case/schemaShape';
import { isDiscrepancy, verdictLabel } from '../claims/words';
import { typed, writeScalar } from '../edits/yamlScalars';
import { vocabulary } from '../registry/vocabulary';
import { entityName, propertyLabel } from './claimText';
import type { Completion, CompletionRun } from './completionItem';
import { mostListed, plainItem, propertyItem } from './completionItem';
import type { WrittenKeys, YamlContext } from './yamlContext';
import type { YamlPlace } from './yamlPlace';

/** The keys that the map at `path` lacks. `inset`: columns that the cursor stands left of them. */
export function keys(run: CompletionRun, path: readonly string[], written: WrittenKeys | undefined, inset: number): readonly Completion[] {
  const { place, context } = run;
  const column = context.column + inset;
  return knownKeysAt(place.kind, path)
    .filter(({ name }) => name === context.text || !written?.has(name))
    .map((key): Completion => ({
      ...plainItem,
      kind: 'key',
      label: key.name,
      detail: key.needed ? 'needed' : '',
      documentation: key.description,
      insert: ' '.repeat(inset) + keyInsert(run, path, key, column),
      snippet: !hasOwnColon(context),
      goesOn: !hasOwnColon(context),
    }));
}

function hasOwnColon({ colon, quote }: YamlContext): boolean {
  return colon || quote !== '';
}

function keyInsert({ place, context }: CompletionRun, path: readonly string[], { name, holds }: KnownKey, column: number): string {
  if (hasOwnColon(context)) return name;
  if (holds === 'scalar') return `${name}: $0`;
  if (context.flow) return holds === 'list' ? `${name}: [$0]` : `${name}: {$0}`;
  const below = `\n${' '.repeat(column + 2)}`;
  if (holds === 'map') return `${name}:${below}$0`;
  const entry = entrySnippet(place, [...path, name, '-'], column + 4);
  return `${name}:${below}- ${entry ?? '$0'}`;
}

/** An item of the list whose items are at `path`: the keys that it needs, each with a gap. */
export function entries({ place, context }: CompletionRun, path: readonly string[], dash: string): readonly Completion[] {
  const needed = knownKeysAt(place.kind, path).filter((key) => key.needed);
  const insert = context.flow
    ? `{${needed.map(({ name }, at) => `${name}: \${${at + 1}}`).join(', ')}}`
    : entrySnippet(place, path, context.column + dash.length);
  if (needed.length === 0 || insert === null) return [];
  const label = `${dash}${needed.map(({ name }) => name).join(', ')}`;
  const list = path.at(-2) ?? '';
  return [{ ...plainItem, kind: 'entry', label, detail: `new entry of ${list}`, insert: dash + insert, snippet: true, goesOn: true }];
}

function entrySnippet({ kind }: YamlPlace, path: readonly string[], column: number): string | null {
  const needed = knownKeysAt(kind, path).filter((key) => key.needed);
  if (needed.length === 0 || holdsAt(kind, path).has('scalar')) return null;
  return needed.map(({ name }, at) => `${name}: \${${at + 1}}`).join(`\n${' '.repeat(column)}`);
}

/** Keys that a person chooses: sources, properties, decisions, separators. */
export function chosenKeys(run: CompletionRun, written: WrittenKeys | undefined): readonly Completion[] {
  const { model, place, context } = run;
  const isNew = (id: string) => id === context.text || !written?.has(id);
  const below = context.flow ? ' {$0}' : `\n${' '.repeat(context.column + 2)}`;
  const key = (item: Omit<Completion, 'insert' | 'snippet' | 'goesOn'>, rest: string): Completion => {
    const name = context.quote === '' ? writeScalar(typed(item.label), 'plain', { inFlow: context.flow, isKey: true }) : item.label;
    return hasOwnColon(context)
      ? { ...item, insert: name, snippet: false, goesOn: false }
      : { ...item, insert: `${escapeSnippet(name)}:${rest}`, snippet: true, goesOn: true };
  };
  switch (place.meaning) {
    case 'source':
      return model
        .sources()
        .filter(({ id, entry }) => isNew(id) && (entry === null || id === context.text))
        .slice(0, mostListed)
        .map(({ id }) => key({ ...plainItem, kind: 'source', label: id, detail: 'article' }, context.flow ? below : `${below}$0`));
    case 'property':
      return [...vocabulary.values()]
        .filter(({ id }) => isNew(id) && !model.registry().properties.get(id)?.declared)
        .map((property) =>
          key({ ...propertyItem(property), documentation: 'Built in: what is written here takes the place of its own.' }, context.flow ? below : `${below}$0`),
        );
    case 'separator':
      return (place.property?.separators ?? [])
        .filter(isNew)
        .map((id) => key({ ...plainItem, kind: 'property', label: id, detail: `keeps claims about ${place.property!.label} apart` }, ' $0'));
    case 'group':
      return model
        .groups()
        .filter((group) => isDiscrepancy(group.verdict) && isNew(group.key))
        .slice(0, mostListed)
        .map((group) => {
          const words = `${entityName(model, group.subject)}, ${propertyLabel(model, group.property)}`;
          const item = { ...plainItem, kind: 'group' as const, label: group.key, note: verdictLabel(group.verdict), detail: words };
          return key(item, context.flow ? ' {status: $0}' : `${below}status: $0`);
        });
    default:
      return [];
  }
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
