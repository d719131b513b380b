import type { AnchorIndex } from '../anchors/anchorIndex';
import { findEvery, resolveAnchor } from '../anchors/resolveAnchor';
import type { AnnotationFile, ClaimEntry, MentionEntry, QuoteSelector } from '../case/entries';
import { readAnnotationFile } from '../case/readAnnotationFile';
import type { CaseModel } from '../caseModel';
import type { Span } from '../text/text';
import { annotationPathFor } from './annotationPath';
import type { FileEdit, TextEdit } from './caseEdit';
import { changeFile, inFile, openArticle, openYaml } from './openForEdit';
import { EditRefused } from './planEdit';
import { edited } from './editSteps';
import { insertItems, setPair } from './yamlEdits';
import type { YamlData } from './yamlScalars';
import { readWritten } from './readWritten';
import { itemAt } from './yamlTree';
import type { WrittenYaml, YamlPath } from './yamlTree';
import { renderYaml } from './yamlWrite';
import type { CollectionStyle } from './yamlWrite';

export type Section = 'mentions' | 'claims' | 'dismissed';

/** The annotation file of a source, there or not yet, ready to be edited. */
export interface Annotations {
  readonly source: string;
  readonly path: string;
  /** Null while there is no file. */
  readonly yaml: WrittenYaml | null;
  readonly data: AnnotationFile | null;
  readonly anchors: AnchorIndex;
}

/** What is to be written about a place of the article. */
export interface NewEntry {
  readonly at: Span;
  readonly data: YamlData;
  /** Entries of the section that must come after it, wherever the article has them. */
  readonly before?: readonly { readonly span: Span }[];
}

const sections = ['source', 'mentions', 'claims', 'dismissed'];

/** Opens the annotations of an article. Throws `EditRefused` where it is none, or its annotation file cannot be edited. */
export function openAnnotations(model: CaseModel, source: string): Annotations {
  openArticle(model, source);
  const anchors = model.anchors(source)!;
  const known = model.annotationsOf(source);
  const path = known?.path ?? annotationPathFor(model, source);
  const file = known ?? model.annotationFile(path);
  if (!file && model.paths().includes(path)) throw new EditRefused(`${path} is there, but cannot be read as text.`);
  return { source, path, yaml: file ? openYaml(model, file) : null, data: file?.data ?? null, anchors };
}

/** The places of an entry in its article: none when its anchor does not hold. */
export function placesOf(anchors: AnchorIndex, entry: MentionEntry | ClaimEntry): readonly Span[] {
  const selector = selectorOf(entry);
  if (!selector) return [];
  if ('every' in entry && entry.every) return findEvery(anchors, selector);
  const anchor = resolveAnchor(anchors, selector);
  return anchor.state === 'exact' || anchor.state === 'fuzzy' ? [anchor.span] : [];
}

/** The selector of an entry; undefined for a fact of the registry, which has no quote. */
function selectorOf({ quote, prefix, suffix }: MentionEntry | ClaimEntry): QuoteSelector | undefined {
  return quote && { quote: quote.text, ...(prefix && { prefix: prefix.text }), ...(suffix && { suffix: suffix.text }) };
}

/** The path of an entry in its file. */
export function entryPath(yaml: WrittenYaml, section: Section, entry: { readonly span: Span }): YamlPath {
  const items = itemAt(yaml, [section])?.item.value.items ?? [];
  const index = items.findIndex(({ value }) => value.span.start === entry.span.start);
  if (index < 0) throw new EditRefused('the entry is not there any more — try again');
  return [section, index];
}

/** Writes entries into a section, each where the article has it; makes section and file where they are missing. */
export function addEntries(annotations: Annotations, section: Section, entries: readonly NewEntry[]): FileEdit {
  const { yaml, path, source } = annotations;
  if (yaml) return { kind: 'change', path, edits: inFile(path, () => entryEdits(annotations, yaml, section, entries)) };
  const items = inArticleOrder(entries).map(({ data }) => data);
  return { kind: 'create', path, text: renderYaml({ source }) + renderYaml({ [section]: items }, styleOf(section)) };
}

/** As `addEntries`, in a file that is there. */
export function entryEdits(annotations: Annotations, yaml: WrittenYaml, section: Section, entries: readonly NewEntry[]): readonly TextEdit[] {
  const byIndex = new Map<number, YamlData[]>();
  const order = articleOrder(annotations, section);
  for (const { at, data, before = [] } of inArticleOrder(entries)) {
    const index = Math.min(order(at), ...before.map((entry) => Number(entryPath(yaml, section, entry)[1])));
    byIndex.set(index, [...(byIndex.get(index) ?? []), data]);
  }
  const head = annotations.data?.source ? [] : [(text: string) => setPair(text, [], 'source', annotations.source, { order: sections })];
  const options = { order: sections, style: styleOf(section) };
  const steps = [...byIndex].sort(([a], [b]) => b - a).map(([index, items]) => (text: string) => insertItems(text, [section], index, items, options));
  const [only, ...others] = byIndex;
  if (only && others.length === 0 && head.length === 0) return insertItems(yaml, [section], only[0], only[1], options);
  return edited(yaml.text, [...head, ...steps]);
}

function inArticleOrder(entries: readonly NewEntry[]): readonly NewEntry[] {
  return [...entries].sort((a, b) => a.at.start - b.at.start);
}

function styleOf(section: Section): CollectionStyle {
  return section === 'mentions' ? 'flow' : 'block';
}

/** Adds to the edits of a file that is there: `change` sees the annotations as the edits before it left them. */
export function inSteps(annotations: Annotations, steps: readonly ((annotations: Annotations) => readonly TextEdit[])[]): FileEdit {
  const { path, yaml } = annotations;
  const reopened = (text: string) => ({ ...annotations, yaml: readWritten(text), data: readAnnotationFile(text).data });
  return changeFile(path, yaml!, ({ text }) => edited(text, steps.map((step) => (now: string) => step(reopened(now)))));
}

/**
 * Where a place of the article belongs in a section: before as few entries of earlier places and after as few of later ones as can be,
 * whatever order a person gave them.
 */
function articleOrder({ yaml, data, anchors }: Annotations, section: Section): (at: Span) => number {
  const items = yaml ? (itemAt(yaml, [section])?.item.value.items ?? []) : [];
  const starts = new Map((data?.[section] ?? []).map((entry) => [entry.span.start, placesOf(anchors, entry)[0]?.start]));
  const positions = items.map(({ value }) => starts.get(value.span.start));
  return (at) => {
    let misplaced = positions.filter((position) => position !== undefined && position <= at.start).length;
    let best = { index: 0, misplaced };
    positions.forEach((position, i) => {
      if (position !== undefined) misplaced += position <= at.start ? -1 : 1;
      if (misplaced < best.misplaced || (misplaced === best.misplaced && position === undefined)) best = { index: i + 1, misplaced };
    });
    return best.index;
  };
}

