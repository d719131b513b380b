import type { ReviewDecision, ReviewEntry, SeenState } from '../case/entries';
import { reviewSchema } from '../case/schemas';
import type { CaseModel } from '../caseModel';
import type { Group } from '../claims/claim';
import { decisionReasons, seenOf, type Decision } from '../claims/review';
import { statusLabels } from '../claims/words';
import { claimLabel, entityName } from '../features/claimText';
import type { Plan, TextEdit } from './caseEdit';
import { EditRefused, planEdit } from './planEdit';
import { readWritten } from './readWritten';
import { compareKeys, insertItems, removeAt, setPair } from './yamlEdits';
import { itemAt } from './yamlTree';
import type { WrittenYaml } from './yamlTree';
import { typed } from './yamlScalars';
import type { YamlData } from './yamlScalars';
import { renderYaml } from './yamlWrite';

/** Who decides, and when (ISO 8601). */
export interface Reviewer {
  readonly by: string | null;
  readonly at: string;
}

const keyOrder: readonly string[] = Object.keys(reviewSchema.shape);

/**
 * Writes a decision about groups to the reviews file (DESIGN §1, §5): what is judged now is recorded as seen, the decision before goes into
 * the entry's history. Entries stand sorted by key in block style with blank lines between, so that two people's reviews of different
 * groups merge. Groups of suggested claims alone are left out, and named in `left`: a decision is about claims that someone confirmed.
 */
export function decideGroups(model: CaseModel, keys: readonly string[], decision: Decision, reviewer: Reviewer): Plan & { readonly left: readonly string[] } {
  const wanted = new Set(keys);
  const groups = model.groups().filter(({ key }) => wanted.has(key));
  const known = new Set(groups.map(({ key }) => key));
  const left = keys.filter((key) => !known.has(key));
  if (decision.reason !== null && !decisionReasons[decision.status].includes(decision.reason)) {
    return { refused: `“${decision.reason}” is no reason for “${decision.status}”.`, left };
  }
  if (groups.length === 0) {
    return { refused: 'Only suggested claims are there. Accept one first: a decision is about claims that someone confirmed.', left };
  }
  const plan = planEdit(labelOf(model, groups, decision), () => {
    const { text: path } = model.manifest().data.reviews;
    const sorted = [...groups].sort((a, b) => compareKeys(a.key, b.key));
    const file = model.reviews();
    const content = file && model.text(file.path)?.content;
    const fresh = Object.fromEntries(sorted.map((group) => [group.key, entryData(group, decision, reviewer)]));
    if (!file || content === undefined) {
      if (model.kindOf(path) !== 'reviews') throw new EditRefused(`The manifest names “${path}” for reviews, which is no file of the case.`);
      return [{ kind: 'create', path, text: apart(renderYaml({ reviews: fresh })) }];
    }
    if (file.stale || file.problems.some(({ code }) => code === 'yaml/syntax')) {
      throw new EditRefused(`${file.path} has a syntax error. Correct it first.`);
    }
    const entries = new Map(file.data.reviews.map((entry) => [entry.key.text, entry]));
    if (entries.size === 0) {
      const edits = setPair(content, [], 'reviews', fresh, { style: 'block' }).map((edit) => ({ ...edit, newText: apart(edit.newText) }));
      return [{ kind: 'change', path: file.path, edits }];
    }
    const yaml = readWritten(content);
    const edits = sorted.flatMap((group) => {
      const entry = entries.get(group.key);
      if (entry) return decideAgain(yaml, entry, group, decision, reviewer);
      return setPair(yaml, ['reviews'], group.key, entryData(group, decision, reviewer), { order: 'sorted', style: 'block', apart: true });
    });
    return [{ kind: 'change', path: file.path, edits }];
  });
  return { ...plan, left };
}

function labelOf(model: CaseModel, groups: readonly Group[], { status }: Decision): string {
  const [one] = groups;
  const label = statusLabels[status].toLowerCase();
  if (groups.length > 1 || !one) return `Review ${groups.length} groups: ${label}`;
  return `Review “${entityName(model, one.subject)}, ${claimLabel(model, one.claims[0]!)}”: ${label}`;
}

function decideAgain(yaml: WrittenYaml, entry: ReviewEntry, group: Group, decision: Decision, reviewer: Reviewer): readonly TextEdit[] {
  const path = ['reviews', entry.key.text];
  const data = entryData(group, decision, reviewer);
  const options = { order: keyOrder, style: 'block' } as const;
  const edits: TextEdit[] = [];
  for (const key of keyOrder.filter((one) => one !== 'history')) {
    if (data[key] !== undefined) edits.push(...setPair(yaml, path, key, data[key], options));
    else if (itemAt(yaml, [...path, key])) edits.push(...removeAt(yaml, [...path, key]));
  }
  return [...edits, ...insertItems(yaml, [...path, 'history'], Infinity, [decisionData(entry)], options)];
}

function entryData(group: Group, { status, reason, wrong, note }: Decision, { by, at }: Reviewer): Record<string, YamlData> {
  return {
    ...decided({ status, wrong: status === 'accepted' ? wrong : null, reason, note, by, at }),
    seen: seenData(seenOf(group)),
    history: [],
  };
}

function decisionData({ status, wrong, reason, note, by, at, seen }: ReviewDecision): YamlData {
  const said = { status, wrong: status === 'accepted' ? wrong.map(({ text }) => text) : null };
  return {
    ...decided({ ...said, reason: reason?.text ?? null, note: note?.text ?? null, by: by?.text ?? null, at: at?.text ?? null }),
    ...(seen && { seen: seenData(seen) }),
  };
}

interface Decided {
  readonly status: string;
  readonly wrong: readonly string[] | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly by: string | null;
  readonly at: string | null;
}

function decided({ status, wrong, reason, note, by, at }: Decided): Record<string, YamlData> {
  return {
    status,
    ...(wrong !== null && { wrong }),
    ...(reason !== null && { reason }),
    ...(note !== null && { note }),
    ...(by !== null && { by }),
    ...(at !== null && { at: typed(at) }),
  };
}

function seenData({ verdict, claims }: SeenState): YamlData {
  return {
    verdict,
    claims: claims.map(({ source, value, polarity, modality, valid }) => ({
      source,
      value,
      polarity,
      modality,
      ...(valid !== null && { valid }),
    })),
  };
}

/** Entries, two columns in, with blank lines between: git joins changes only where a line that stayed stands between them. */
function apart(text: string): string {
  const [first, ...rest] = text.split(/\n(?= {2}[^ #\n])/);
  return rest.length === 0 ? text : `${first}\n${rest.join('\n\n')}`;
}
