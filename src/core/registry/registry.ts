import type { AliasEntry, ClaimEntry, Scalar } from '../case/entries';
import type { Span } from '../text/text';

export type ValueKind = 'date' | 'period' | 'quantity' | 'entity' | 'text' | 'boolean';
export type Temporal = 'static' | 'fluent';
export type Cardinality = 'one' | 'many' | 'closed-list';

/** A property after the built-in vocabulary and the registry's own words were laid over each other (DESIGN §1). */
export interface Property {
  readonly id: string;
  readonly label: string;
  readonly value: ValueKind;
  readonly unit: string | null;
  readonly temporal: Temporal;
  readonly cardinality: Cardinality;
  readonly hierarchical: boolean;
  readonly separators: readonly string[];
  readonly kin: readonly string[];
  readonly cues: readonly string[];
  /** Where the registry declares it; null when only built in. */
  readonly declared: { readonly file: string; readonly span: Span } | null;
}

export interface Entity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly description: string | null;
  readonly sameAs: readonly string[];
  /** Ids after redirects; unknown ones left out. */
  readonly partOf: readonly string[];
  readonly aliases: readonly AliasEntry[];
  readonly facts: readonly ClaimEntry[];
  readonly file: string;
  readonly idSpan: Span;
  readonly nameSpan: Span | null;
  /** The whole entry. */
  readonly span: Span;
}

/** All registry files of a case as one. Iteration is in the order of files and entries. */
export interface Registry {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly properties: ReadonlyMap<string, Property>;
  /** Redirected id → the entity's id, chains followed. */
  readonly redirects: ReadonlyMap<string, string>;
  /** `Scalar`s of redirected ids, for definition: old id → its key and file. */
  readonly redirectEntries: ReadonlyMap<string, { readonly file: string; readonly id: Scalar }>;
  /** The id of the entity whose id, name or alias is spelt most like `word`; null when none is near. Indexes itself when first asked. */
  readonly nearestEntity?: (word: string) => string | null;
}

/** The entity of `id`, redirects followed. */
export function resolveEntity(registry: Registry, id: string): Entity | undefined {
  return registry.entities.get(registry.redirects.get(id) ?? id);
}

/** Whether `part` is, over any number of `partOf` steps, part of `whole` (never of itself); safe on cycles. */
export function isPartOf(registry: Registry, part: string, whole: string): boolean {
  const seen = new Set<string>([part]);
  const queue = [...(resolveEntity(registry, part)?.partOf ?? [])];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === whole) return part !== whole;
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(resolveEntity(registry, id)?.partOf ?? []));
  }
  return false;
}
