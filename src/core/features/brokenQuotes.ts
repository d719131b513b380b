import type { CaseModel } from '../caseModel';
import { joinPlans } from '../edits/joinPlans';
import type { Plan } from '../edits/caseEdit';
import type { BrokenAnchor } from '../edits/reattach';
import { brokenAnchors, reattach } from '../edits/reattach';
import type { Text } from '../text/text';

/** Anchors and articles as they were at one time. */
export interface AnchorState {
  readonly broken: readonly BrokenAnchor[];
  readonly texts: ReadonlyMap<string, Text>;
}

/** What became of the quotes of articles that changed between two states. */
export interface BrokenSince {
  readonly moved: number;
  readonly ambiguous: number;
  readonly lost: number;
  /** The articles that they are of. */
  readonly sources: readonly string[];
}

/** The anchors of a case, with the texts of annotated articles; of those in `pending`, which are being edited, as they were `before`. */
export function anchorState(model: CaseModel, before: AnchorState | null, pending: (source: string) => boolean): AnchorState {
  const texts = new Map<string, Text>();
  for (const { data } of model.annotationFiles()) {
    const source = data.source?.text;
    if (source === undefined) continue;
    const text = (pending(source) ? before?.texts.get(source) : undefined) ?? model.text(source);
    if (text) texts.set(source, text);
  }
  const kept = before?.broken.filter(({ source }) => pending(source)) ?? [];
  return { broken: [...kept, ...brokenAnchors(model).filter(({ source }) => !pending(source))], texts };
}

/** What is broken now and was not before, in articles whose text changed; null where nothing is. */
export function brokenSince(before: AnchorState, now: AnchorState): BrokenSince | null {
  const known = new Set(before.broken.map(identity));
  const news = now.broken.filter((broken) => {
    const old = before.texts.get(broken.source);
    const isChanged = old !== undefined && old.content !== now.texts.get(broken.source)?.content;
    return isChanged && !known.has(identity(broken));
  });
  if (news.length === 0) return null;
  const count = (state: BrokenAnchor['state']) => news.filter((broken) => broken.state === state).length;
  return { moved: count('moved'), ambiguous: count('ambiguous'), lost: count('lost'), sources: [...new Set(news.map(({ source }) => source))] };
}

function identity({ file, quote, state }: BrokenAnchor): string {
  return JSON.stringify([file, quote, state]);
}

/** One way to attach a quote again; `words` are those that it will have. */
export interface Reattachment {
  readonly broken: BrokenAnchor;
  /** Index into the choices of `broken`; null where it has none. */
  readonly choice: number | null;
  readonly words: string | null;
}

/** Every broken quote with its choices, those that are certain first, then by file and place. */
export function reattachments(model: CaseModel): readonly Reattachment[] {
  const all = brokenAnchors(model);
  return [...all.filter(({ certain }) => certain), ...all.filter(({ certain }) => !certain)].flatMap((broken): Reattachment[] => {
    const content = model.text(broken.source)?.content ?? '';
    const choices = broken.certain ? broken.choices.slice(0, 1) : broken.choices;
    if (choices.length === 0) return [{ broken, choice: null, words: null }];
    return choices.map(({ start, end }, choice) => ({ broken, choice, words: content.slice(start, end) }));
  });
}

/** Attaches what was chosen, in one edit; of several choices of a quote the last one. */
export function reattachChosen(model: CaseModel, chosen: readonly Reattachment[]): Plan {
  const byEntry = new Map(chosen.filter(({ choice }) => choice !== null).map((one) => [`${one.broken.file} ${one.broken.entry.start}`, one]));
  const plans = Array.from(byEntry.values(), ({ broken, choice }) =>
    reattach(model, { file: broken.file, entry: broken.entry, to: broken.choices[choice!]!.selector }),
  );
  if (plans.length === 0) return { refused: 'No place was chosen for any quote.' };
  return joinPlans(plans.length === 1 ? 'Re-attach a quote' : `Re-attach ${plans.length} quotes`, plans);
}
