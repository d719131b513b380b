/** Camps beyond this number are no help to anyone, and sets that overlap in every way could make exponentially many. */
const mostCliques = 1000;

/**
 * The maximal cliques of the graph on 0…size-1 (Bron–Kerbosch with pivot): each sorted, in lexicographic order. Every
 * vertex is in at least one. At most about a thousand: vertices that no found clique holds then stand alone.
 */
export function maximalCliques(size: number, adjacent: (a: number, b: number) => boolean): number[][] {
  const neighbours = Array.from({ length: size }, () => new Set<number>());
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      if (!adjacent(a, b)) continue;
      neighbours[a]!.add(b);
      neighbours[b]!.add(a);
    }
  }
  const cliques: number[][] = [];
  const extend = (chosen: readonly number[], candidates: Set<number>, excluded: Set<number>): void => {
    if (cliques.length >= mostCliques) return;
    if (candidates.size === 0) {
      if (excluded.size === 0) cliques.push([...chosen].sort((a, b) => a - b));
      return;
    }
    const beside = neighbours[pivotOf(candidates, excluded, neighbours)]!;
    for (const vertex of [...candidates].filter((candidate) => !beside.has(candidate))) {
      const around = neighbours[vertex]!;
      extend([...chosen, vertex], common(candidates, around), common(excluded, around));
      candidates.delete(vertex);
      excluded.add(vertex);
    }
  };
  for (const component of components(neighbours)) extend([], new Set(component), new Set());
  const covered = new Set(cliques.flat());
  for (let vertex = 0; vertex < size; vertex++) if (!covered.has(vertex)) cliques.push([vertex]);
  return cliques.sort(compareLists);
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** Parts without a connection are searched apart: most graphs here are many small ones. */
function components(neighbours: readonly ReadonlySet<number>[]): number[][] {
  const found: number[][] = [];
  const seen = new Set<number>();
  for (let start = 0; start < neighbours.length; start++) {
    if (seen.has(start)) continue;
    seen.add(start);
    const component = [start];
    for (const vertex of component) {
      for (const next of neighbours[vertex]!) {
        if (seen.has(next)) continue;
        seen.add(next);
        component.push(next);
      }
    }
    found.push(component);
  }
  return found;
}

function pivotOf(candidates: ReadonlySet<number>, excluded: ReadonlySet<number>, neighbours: readonly ReadonlySet<number>[]): number {
  let pivot = -1;
  let most = -1;
  for (const set of [candidates, excluded]) {
    for (const vertex of set) {
      const count = common(candidates, neighbours[vertex]!).size;
      if (count <= most) continue;
      pivot = vertex;
      most = count;
      if (most >= candidates.size - 1) return pivot;
    }
  }
  return pivot;
}

function common(set: ReadonlySet<number>, other: ReadonlySet<number>): Set<number> {
  const [small, large] = set.size <= other.size ? [set, other] : [other, set];
  return new Set([...small].filter((item) => large.has(item)));
}
