import type { CaseModel } from '../caseModel';
import type { Property } from '../registry/registry';
import type { RankedName } from './entityRanking';
import type { YamlContext } from './yamlContext';
import { propertyTraits } from './yamlHover';
import type { YamlPlace } from './yamlPlace';

/** One thing that may be written at a place of a YAML file. */
export interface Completion {
  readonly kind: 'key' | 'entry' | 'entity' | 'property' | 'source' | 'word' | 'value' | 'quote' | 'group';
  readonly label: string;
  /** Short words beside the label: an entity's name. */
  readonly note: string;
  /** What it is, in a line. */
  readonly detail: string;
  readonly documentation: string;
  /** What is written: the text itself or, with `snippet`, in VS Code's syntax of snippets. Lines have their whole indentation. */
  readonly insert: string;
  readonly snippet: boolean;
  /** More may be completed right behind it. */
  readonly goesOn: boolean;
}

/** One completion as it is worked out: the case, the place, and the names of its registry. */
export interface CompletionRun {
  readonly model: CaseModel;
  readonly path: string;
  readonly place: YamlPlace;
  readonly context: YamlContext;
  /** By what was typed, or where that is nothing by `counts` alone. */
  entities(counts: ReadonlyMap<string, number>): RankedName[];
  properties(counts: ReadonlyMap<string, number>): RankedName[];
}

/** Entities, sources, sentences that a list holds: more than anyone reads. */
export const mostListed = 60;

/** An item that says and does no more than its words. */
export const plainItem = { note: '', detail: '', documentation: '', snippet: false, goesOn: false };

/** A property of the registry or the vocabulary. */
export function propertyItem(property: Property): Completion {
  const cues = property.cues.length === 0 ? '' : `Announced by ${property.cues.map((cue) => `“${cue}”`).join(', ')}.`;
  const { id, label } = property;
  return { ...plainItem, kind: 'property', label: id, note: label, detail: propertyTraits(property).join(' · '), documentation: cues, insert: id };
}
