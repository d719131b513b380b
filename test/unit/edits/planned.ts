import assert from 'node:assert/strict';
import type { CaseModel } from '../../../src/core/caseModel';
import { createCaseModel } from '../../../src/core/caseModel';
import type { Plan } from '../../../src/core/edits/caseEdit';
import { applyTextEdits } from '../../../src/core/edits/caseEdit';

export type CaseFiles = Readonly<Record<string, string>>;

export function caseOf(files: CaseFiles): CaseModel {
  const model = createCaseModel();
  model.setPaths(Object.keys(files));
  for (const [path, content] of Object.entries(files)) model.setContent(path, content);
  return model;
}

/** The files after an edit that must not be refused. */
export function after(files: CaseFiles, plan: Plan): Record<string, string> {
  assert.ok('edit' in plan, 'refused' in plan ? plan.refused : '');
  const result: Record<string, string> = { ...files };
  for (const file of plan.edit.files) {
    result[file.path] = file.kind === 'create' ? file.text : applyTextEdits(result[file.path]!, file.edits);
  }
  return result;
}

/** Why a plan was refused, which it must be. */
export function refusal(plan: Plan): string {
  assert.ok('refused' in plan, 'the plan was not refused');
  return plan.refused;
}

/** A group as compared: key, verdict, claims, review and badges. */
type ReadGroup = readonly [key: string, verdict: string, claims: unknown, review: unknown, badges: unknown, related: unknown];

export interface Read {
  readonly mentions: readonly unknown[];
  readonly groups: readonly ReadGroup[];
  readonly problems: readonly string[];
}

/**
 * What a person sees of a case: mentions, groups with verdicts and decisions, and diagnostics by code, with ids as `rename` has them. The
 * values of the separator `words` are no ids.
 */
export function readAs(files: CaseFiles, rename: (id: string) => string = (id) => id, words = 'payer'): Read {
  const model = caseOf(files);
  const key = (one: string) => {
    const [subject, property, ...separators] = one.split('|').map((part) => {
      const [name = '', value] = part.split('=');
      return value === undefined ? rename(name) : `${rename(name)}=${name === words ? value : rename(value)}`;
    });
    return [subject, property, ...separators.sort()].join('|');
  };
  const problems = [
    ...model.registryProblems(),
    ...model.registryFiles().flatMap((file) => file.problems),
    ...model.annotationFiles().flatMap((file) => [...file.problems, ...model.claimProblems(file.path)]),
    ...(model.reviews()?.problems ?? []),
    ...model.reviewProblems(),
    ...model.sources().flatMap(({ id }) => model.mentions(id).problems),
  ];
  return {
    mentions: model.sources().flatMap(({ id }) =>
      model.mentions(id).mentions.map(({ span, entity, candidates }) => [id, span.start, entity && rename(entity), candidates.map(rename)]),
    ),
    groups: model
      .groups()
      .map(({ key: own, verdict, claims, review, badges, related }): ReadGroup => [
        key(own),
        verdict,
        claims.map(({ source, unjudged, speaker }) => [source, unjudged, speaker && rename(speaker)]),
        [review.status, review.reviewAgain, review.reopened],
        badges,
        related.map(key).sort(),
      ])
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    problems: problems.map(({ code }) => code).sort(),
  };
}
