import { foldQuote } from '../anchors/anchorIndex';
import type { OfferedPlace } from '../anchors/anchorProblem';
import { selectorFor } from '../anchors/resolveAnchor';
import type { ClaimEntry, MentionEntry, QuoteSelector } from '../case/entries';
import type { CaseModel } from '../caseModel';
import type { Span } from '../text/text';
import { changeFile, openYaml } from './openForEdit';
import type { FileEdit, Plan, TextEdit } from './caseEdit';
import { EditRefused, planEdit } from './planEdit';
import { removeAt, renameKey, setPair } from './yamlEdits';
import { pathAt } from './yamlTree';
import type { WrittenYaml, YamlPath } from './yamlTree';

/** A quote that is not in its article as it was annotated. */
export interface BrokenAnchor {
  readonly file: string;
  /** The mention or claim in its file. */
  readonly entry: Span;
  readonly quoteSpan: Span;
  readonly source: string;
  /** `moved`: found by similarity, for sure; else a person has to choose. */
  readonly state: 'moved' | 'ambiguous' | 'lost';
  readonly quote: string;
  /** What is wrong, in words. */
  readonly message: string;
  /** Where it may be, best first. */
  readonly choices: readonly OfferedPlace[];
  /** Whether the first choice can be taken without asking. */
  readonly certain: boolean;
}

/** Every mention and claim of the case whose quote is not where it was, by file and place. */
export function brokenAnchors(model: CaseModel): readonly BrokenAnchor[] {
  return model.annotationFiles().flatMap(({ path, data, stale }) => {
    const source = data.source?.text;
    if (stale || source === undefined) return [];
    const own = model.annotationsOf(source)?.path === path ? model.mentions(source).problems : [];
    const entries = new Map([...data.mentions, ...data.claims].map((entry) => [entry.quote?.span.start, entry]));
    return [...own, ...model.claimProblems(path)].flatMap(({ code, span, message, data: found }) => {
      const entry = entries.get(span.start);
      const state = states.get(code);
      if (!entry?.quote || !state) return [];
      const choices = JSON.parse(found?.['choices'] ?? '[]') as readonly OfferedPlace[];
      return [{ file: path, entry: entry.span, quoteSpan: span, source, state, quote: entry.quote.text, message, choices, certain: state === 'moved' }];
    });
  });
}

const states: ReadonlyMap<string, BrokenAnchor['state']> = new Map([
  ['anchor/moved', 'moved'],
  ['anchor/ambiguous', 'ambiguous'],
  ['anchor/lost', 'lost'],
]);

/** Which entry to attach where: to a selector, or to a place of its article. */
export interface ReattachRequest {
  readonly file: string;
  /** The span of the entry, or of its quote. */
  readonly entry: Span;
  readonly to: QuoteSelector | Span;
}

/** Attaches an entry to a place anew: quote, prefix and suffix change as far as they must. */
export function reattach(model: CaseModel, { file, entry: span, to }: ReattachRequest): Plan {
  return planEdit('Re-attach a quote', () => {
    const { yaml, entries, source } = openEntries(model, file);
    const entry = entries.find((one) => one.span.start === span.start || one.quote?.span.start === span.start);
    if (!entry) throw new EditRefused(`The entry is not in ${file} any more — try again.`);
    const anchors = model.anchors(source);
    if (!anchors) throw new EditRefused(`${source} is not an article of this case.`);
    const selector = 'quote' in to ? to : selectorFor(anchors, to);
    if (selector.quote.trim() === '') throw new EditRefused('Nothing is selected — select the words that the quote is now.');
    return [changeFile(file, yaml, () => selectorEdits(yaml, pathOf(yaml, entry), entry, selector))];
  });
}

/** Attaches all entries anew whose quotes were found for sure. Refused where there are none. */
export function reattachAllCertain(model: CaseModel): Plan {
  const certain = brokenAnchors(model).filter((broken) => broken.certain && broken.choices.length > 0);
  return planEdit(`Re-attach ${certain.length} ${certain.length === 1 ? 'quote' : 'quotes'}`, () => {
    if (certain.length === 0) throw new EditRefused('No quote has moved to a place that is certain.');
    const files = [...new Set(certain.map(({ file }) => file))];
    return files.map((file): FileEdit => {
      const { yaml, entries } = openEntries(model, file);
      const byStart = new Map(entries.map((entry) => [entry.span.start, entry]));
      return changeFile(file, yaml, () =>
        certain.flatMap((broken) => {
          const entry = broken.file === file ? byStart.get(broken.entry.start) : undefined;
          return entry ? selectorEdits(yaml, pathOf(yaml, entry), entry, broken.choices[0]!.selector) : [];
        }),
      );
    });
  });
}

/** An entry with another selector; what stays the same is not written again. */
export function selectorEdits(yaml: WrittenYaml, path: YamlPath, entry: MentionEntry | ClaimEntry, selector: QuoteSelector): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const { prefix, suffix } = selector;
  if (foldQuote(entry.quote?.text ?? '').trim() !== foldQuote(selector.quote).trim()) edits.push(...setPair(yaml, path, 'quote', selector.quote));
  if (entry.prefix && !entry.suffix && suffix !== undefined && prefix === undefined) {
    return [...edits, ...renameKey(yaml, [...path, 'prefix'], 'suffix'), ...setPair(yaml, path, 'prefix', suffix)];
  }
  if (entry.suffix && !entry.prefix && prefix !== undefined && suffix === undefined) {
    return [...edits, ...renameKey(yaml, [...path, 'suffix'], 'prefix'), ...setPair(yaml, path, 'suffix', prefix)];
  }
  for (const key of ['prefix', 'suffix'] as const) {
    const wanted = selector[key];
    const written = entry[key];
    if (wanted === undefined && written) edits.push(...removeAt(yaml, [...path, key]));
    else if (wanted !== undefined && written?.text !== wanted) edits.push(...setPair(yaml, path, key, wanted, { order: keyOrder }));
  }
  return edits;
}

const keyOrder = ['subject', 'property', 'value', 'asOf', 'valid', 'speaker', 'polarity', 'modality', 'key', 'quote', 'prefix', 'suffix', 'entity', 'not', 'every'];

function openEntries(model: CaseModel, file: string): { readonly yaml: WrittenYaml; readonly entries: readonly (MentionEntry | ClaimEntry)[]; readonly source: string } {
  const found = model.annotationFile(file);
  if (!found) throw new EditRefused(`${file} is not an annotation file of this case.`);
  const { mentions, claims, dismissed, source } = found.data;
  return { yaml: openYaml(model, found), entries: [...mentions, ...claims, ...dismissed], source: source?.text ?? '' };
}

function pathOf(yaml: WrittenYaml, entry: MentionEntry | ClaimEntry): YamlPath {
  const path = pathAt(yaml, entry.span);
  if (!path) throw new EditRefused('the entry is not there any more — try again');
  return path;
}
