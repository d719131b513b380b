import type * as z from 'zod/mini';
import { globalRegistry } from 'zod/mini';
import type { FileKind } from './members';
import { annotationsSchema, manifestSchema, registrySchema, reviewsSchema } from './schemas';

/** A key that a map may have, by its schema. */
export interface KnownKey {
  readonly name: string;
  readonly description: string;
  readonly needed: boolean;
  readonly holds: 'scalar' | 'list' | 'map';
}

type Schema = z.core.$ZodType;

const roots: Readonly<Record<Exclude<FileKind, 'article'>, Schema>> = {
  manifest: manifestSchema,
  registry: registrySchema,
  annotations: annotationsSchema,
  reviews: reviewsSchema,
};

/** The keys of the map at `path` (keys, and `-` for an item) of a file; empty where no map has keys of ours. */
export function knownKeysAt(kind: Exclude<FileKind, 'article'>, path: readonly string[]): readonly KnownKey[] {
  return schemasAt(kind, path).flatMap((schema) => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    if (def.type !== 'object') return [];
    const required = requiredTogether(schema);
    return Object.entries(def.shape as Record<string, Schema>).map(([name, value]): KnownKey => {
      const isOptional = (value as z.core.$ZodTypes)._zod.def.type === 'optional';
      return { name, description: descriptionOf(value), needed: !isOptional || required.has(name), holds: holdsOf(value) };
    });
  });
}

/** The words that the value at `path` is one of; empty where it may be any. */
export function knownWordsAt(kind: Exclude<FileKind, 'article'>, path: readonly string[]): readonly string[] {
  const words = schemasAt(kind, path).flatMap((schema) => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    return def.type === 'enum' ? Object.values(def.entries).map(String) : [];
  });
  return [...new Set(words)];
}

/** What stands at `path`: the kinds of values that its schema allows. */
export function holdsAt(kind: Exclude<FileKind, 'article'>, path: readonly string[]): ReadonlySet<KnownKey['holds']> {
  return new Set(schemasAt(kind, path).map(holdsOf));
}

function schemasAt(kind: Exclude<FileKind, 'article'>, path: readonly string[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>((schemas, step) => schemas.flatMap((schema) => stepInto(schema, step)), alternatives(roots[kind]));
}

/** A schema without `optional` and `nullable`, its union taken apart. */
function alternatives(schema: Schema): readonly Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'nullable') return alternatives(def.innerType);
  return def.type === 'union' ? def.options.flatMap(alternatives) : [schema];
}

function stepInto(schema: Schema, step: string): readonly Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'array') return step === '-' ? alternatives(def.element) : [];
  if (def.type === 'record') return alternatives(def.valueType);
  if (def.type !== 'object' || !Object.hasOwn(def.shape, step)) return [];
  return alternatives(def.shape[step] as Schema);
}

function holdsOf(schema: Schema): KnownKey['holds'] {
  const [first] = alternatives(schema);
  const { type } = (first as z.core.$ZodTypes)._zod.def;
  return type === 'array' ? 'list' : type === 'object' || type === 'record' ? 'map' : 'scalar';
}

/** Keys of which the first of several ways to fill the map needs each: a mention's `entity`. */
function requiredTogether(schema: Schema): ReadonlySet<string> {
  const anyOf = (globalRegistry.get(schema)?.['anyOf'] ?? []) as readonly { readonly required?: readonly string[] }[];
  return new Set(anyOf[0]?.required);
}

function descriptionOf(schema: Schema): string {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const own = globalRegistry.get(schema)?.description;
  return own ?? (def.type === 'optional' || def.type === 'nullable' ? descriptionOf(def.innerType) : '');
}
