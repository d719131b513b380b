/** Parsed pieces of one file, by their content, from one reading to the next. One cache a file. */
export interface YamlCache {
  readonly pieces: Map<string, unknown>;
}

/** An empty cache, to be passed to each reading of one and the same file. */
export function createYamlCache(): YamlCache {
  return { pieces: new Map() };
}
