import type { AgreementFigures, Kappa, Match } from './agreement';

/**
 * F1 of two sets of which each is measured against the other: the harmonic mean of the share of A's that B has and the share of B's that A
 * has. It is the agreement of two annotators where nobody can count what both left out (Hripcsak and Rothschild 2005, Agreement, the
 * F-measure, and reliability in information retrieval, JAMIA 12:296–298). 0 where one set is empty, null where both are.
 */
export function matchOf(a: number, b: number, matchedA: number, matchedB: number): Match {
  return { a, b, matchedA, matchedB, f1: f1Of(a, b, matchedA, matchedB) };
}

function f1Of(a: number, b: number, matchedA: number, matchedB: number): number | null {
  if (a === 0 && b === 0) return null;
  if (matchedA === 0 || matchedB === 0) return 0;
  const precision = matchedB / b;
  const recall = matchedA / a;
  return (2 * precision * recall) / (precision + recall);
}

function sumOfMatches(matches: readonly Match[]): Match {
  const sum = (pick: (match: Match) => number) => matches.reduce((total, match) => total + pick(match), 0);
  return matchOf(sum(({ a }) => a), sum(({ b }) => b), sum(({ matchedA }) => matchedA), sum(({ matchedB }) => matchedB));
}

/** How many units have which label from A and which from B. */
export interface Contingency {
  add(a: string, b: string, count: number): void;
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function createContingency(): Contingency {
  const cells = new Map<string, Map<string, number>>();
  return {
    cells,
    add(a, b, count) {
      if (count === 0) return;
      let row = cells.get(a);
      if (!row) cells.set(a, (row = new Map()));
      row.set(b, (row.get(b) ?? 0) + count);
    },
  };
}

/**
 * Cohen's kappa, (observed − expected) / (1 − expected), where `expected` is the sum over labels of the product of the shares with which each
 * annotator uses them (Cohen 1960, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20:37–46).
 */
export function kappaOf(tables: readonly Contingency[]): Kappa {
  const usedByA = new Map<string, number>();
  const usedByB = new Map<string, number>();
  let units = 0;
  let agreed = 0;
  for (const { cells } of tables) {
    for (const [a, row] of cells) {
      for (const [b, count] of row) {
        units += count;
        if (a === b) agreed += count;
        usedByA.set(a, (usedByA.get(a) ?? 0) + count);
        usedByB.set(b, (usedByB.get(b) ?? 0) + count);
      }
    }
  }
  if (units === 0) return { units, observed: null, expected: null, kappa: null };
  let products = 0;
  for (const [label, count] of usedByA) products += count * (usedByB.get(label) ?? 0);
  const observed = agreed / units;
  const expected = products / units ** 2;
  return { units, observed, expected, kappa: products === units ** 2 ? null : (observed - expected) / (1 - expected) };
}

/** What one source adds to the figures over all. */
export interface SourceCounts {
  readonly figures: AgreementFigures;
  readonly words: Contingency;
  readonly entities: Contingency;
}

/** The figures over all sources: every unit of every source counts alike. */
export function overallFigures(sources: readonly SourceCounts[]): AgreementFigures {
  const sumOf = (pick: (figures: AgreementFigures) => Match) => sumOfMatches(sources.map(({ figures }) => pick(figures)));
  const relations: Record<string, number> = {};
  for (const { figures } of sources) {
    for (const [relation, count] of Object.entries(figures.claims.relations)) relations[relation] = (relations[relation] ?? 0) + count;
  }
  return {
    mentions: {
      strict: { span: sumOf(({ mentions }) => mentions.strict.span), entity: sumOf(({ mentions }) => mentions.strict.entity) },
      overlapping: { span: sumOf(({ mentions }) => mentions.overlapping.span), entity: sumOf(({ mentions }) => mentions.overlapping.entity) },
      wordKappa: kappaOf(sources.map(({ words }) => words)),
      entityKappa: kappaOf(sources.map(({ entities }) => entities)),
    },
    claims: { stated: sumOf(({ claims }) => claims.stated), value: sumOf(({ claims }) => claims.value), relations },
  };
}
