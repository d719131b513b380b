import { stringify } from 'yaml';
import { createCaseModel } from '../caseModel';
import { createKindOf, findMembers, manifestName } from '../case/members';
import { defaultManifest, readManifest } from '../case/readManifest';
import type { CaseEdit, FileEdit } from '../edits/caseEdit';
import type { UnlinkedName } from '../mentions/mention';
import { decodeText } from '../text/decode';
import { articlePatterns } from './articlePatterns';
import { draftEntities, draftRegistry } from './draftRegistry';
import { guessLanguage } from './guessLanguage';
import { guessTitle } from './guessTitle';

/** Bytes of a file; `too-large` and `unreadable` for one that was not read. */
export type FileContent = Uint8Array | 'too-large' | 'unreadable';

/** A text file that does not become an article, and why not. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: 'too-large' | 'unreadable' | 'binary' | 'encoding' | 'about-folder';
}

/** What setting a folder up as a case would do, and what was found in it. */
export interface CasePlan {
  /** Never changes a file of the case but by adding lines to `.gitattributes`. */
  readonly edit: CaseEdit;
  /** Files that the plan would have made, and which are there. */
  readonly kept: readonly string[];
  readonly articles: number;
  readonly skipped: readonly SkippedFile[];
  /** Likely entities in the articles, and those that the draft has. */
  readonly names: number;
  readonly drafted: number;
}

/** Larger text files (in bytes) are not read when a folder is set up. */
export const largestSetupFile = 8_000_000;

const draftPath = 'registry/draft.yaml';
const attributesPath = '.gitattributes';
/** Entities of a draft: more than that nobody goes through. */
const mostDrafted = 300;

/** Files that lie in many folders and are no articles. */
const aboutFolder = /^(?:read[-_ ]?me|licen[cs]e|copying|notice|authors|contributors|changelog|requirements[\w-]*|robots|cmakelists)\.[^.]*$/i;

/**
 * The files whose contents `planCase` needs, given all paths below a folder (relative, with `/`) and the manifest that may be there.
 */
export function filesForPlan(paths: readonly string[], manifest: Uint8Array | null): readonly string[] {
  const { articles, registry } = membersNow(paths, manifest);
  return [...paths.filter((path) => path === attributesPath || path === manifestName), ...registry, ...articles];
}

/**
 * What makes a folder a case (DESIGN §1): a manifest with the articles where they lie, a registry drafted from their names, and git
 * attributes that keep offsets. `contents`: by path, those of `filesForPlan`. Works in steps, so that whoever runs them may pause or stop.
 */
export function* planCase(paths: readonly string[], contents: ReadonlyMap<string, FileContent>): Generator<void, CasePlan> {
  const present = new Set(paths);
  const manifest = contents.get(manifestName);
  const ownManifest = manifest instanceof Uint8Array ? manifest : null;
  const members = membersNow(paths, ownManifest);
  const encodings = ownManifest ? readManifest(decodeText(ownManifest).text ?? '').data.sources : null;
  const skipped: SkippedFile[] = [];
  const texts = new Map<string, string>();
  for (const path of members.articles) {
    const read =
      encodings || !aboutFolder.test(path.slice(path.lastIndexOf('/') + 1))
        ? readArticle(contents.get(path) ?? 'unreadable', encodings?.get(path)?.encoding?.text)
        : 'about-folder';
    if (typeof read === 'string') skipped.push({ path, reason: read });
    else texts.set(path, read.text);
    yield;
  }
  const manifestText = present.has(manifestName) ? null : writeManifest(texts, skipped);
  const model = createCaseModel();
  model.setPaths([...paths, manifestName]);
  model.setContent(manifestName, manifestText ?? ownManifest ?? '');
  for (const path of members.registry) {
    const content = contents.get(path);
    if (content instanceof Uint8Array) model.setContent(path, content);
  }
  const names: UnlinkedName[] = [];
  for (const [path, text] of texts) {
    model.setContent(path, text);
    names.push(...model.unlinkedNames(path));
    model.setContent(path, '');
    yield;
  }
  const entities = draftEntities(names);
  const draft = draftRegistry(entities, mostDrafted, model.registryFiles());
  const isDraftRead = createKindOf(model.manifest().data)(draftPath) === 'registry';
  const wantsDraft = draft.count > 0 && isDraftRead;

  const attributes = planAttributes(present.has(attributesPath), contents.get(attributesPath), model.manifest().data.include.map(({ text }) => text));
  const files: FileEdit[] = [
    ...(manifestText === null ? [] : [{ kind: 'create' as const, path: manifestName, text: manifestText }]),
    ...(wantsDraft && !present.has(draftPath) ? [{ kind: 'create' as const, path: draftPath, text: draft.text }] : []),
    ...(attributes ? [attributes] : []),
  ];
  const kept = [manifestName, ...(wantsDraft ? [draftPath] : []), attributesPath].filter(
    (path) => present.has(path) && !files.some((file) => file.path === path),
  );
  const isDrafted = files.some(({ path }) => path === draftPath);
  return {
    edit: { label: 'Set up as case', files },
    kept,
    articles: texts.size,
    skipped,
    names: entities.length,
    drafted: isDrafted ? draft.count : 0,
  };
}

function membersNow(paths: readonly string[], manifest: Uint8Array | null) {
  const text = manifest && decodeText(manifest).text;
  if (text !== null) return findMembers(readManifest(text).data, paths);
  const include = ['**/*.[tT][xX][tT]', '!**/robots.txt'].map((pattern) => ({ text: pattern, span: { start: 0, end: 0 } }));
  return findMembers({ ...defaultManifest, include }, paths);
}

/** The text of a file that can be an article, or why it cannot. */
function readArticle(content: FileContent, encoding: string | undefined): { readonly text: string } | SkippedFile['reason'] {
  if (!(content instanceof Uint8Array)) return content;
  const { text, problem } = decodeText(content, encoding);
  if (text === null) return 'binary';
  return problem === null ? { text } : 'encoding';
}

const skippedWords: Readonly<Record<SkippedFile['reason'], string>> = {
  'too-large': 'too large to be read',
  unreadable: 'could not be read',
  binary: 'not text',
  encoding: 'not UTF-8: name its encoding under "sources" and take this line out',
  'about-folder': 'about the folder, no source',
};

function writeManifest(texts: ReadonlyMap<string, string>, skipped: readonly SkippedFile[]): string {
  const { include, excluded } = articlePatterns([...texts.keys()], skipped.map(({ path }) => path));
  const reasons = new Map(skipped.map(({ path, reason }) => [path, skippedWords[reason]]));
  const sources = new Map(
    [...texts].map(([path, text]) => {
      const title = guessTitle(text);
      const language = guessLanguage(text);
      return [path, { ...(title === null ? {} : { title }), ...(language === null ? {} : { language }) }];
    }),
  );
  return [
    '# Which files are the articles, and facts about each: add publisher, author, url, origin, and when it was',
    '# published (published: 2015-03-01), which dates like "last year" are read against.',
    ...(include.length === 0 ? [] : ['include:', ...include.map(item)]),
    ...[...excluded].map(([pattern, path]) => `${item(pattern)} # ${reasons.get(path)}`),
    ...(sources.size === 0 ? [] : [stringify({ sources }, { lineWidth: 0 }).trimEnd()]),
    '',
  ].join('\n');
}

function item(text: string): string {
  return `  ${stringify([text], { lineWidth: 0 }).trimEnd()}`;
}

/** Lines that keep git from converting the newlines of articles, which would move every offset (DESIGN §2). */
function planAttributes(isThere: boolean, content: FileContent | undefined, include: readonly string[]): FileEdit | null {
  const bytes = content instanceof Uint8Array ? decodeText(content) : null;
  if (isThere && (bytes === null || bytes.text === null || bytes.problem !== null)) return null;
  const before = bytes?.text ?? '';
  const known = new Set(before.split(/\r?\n/).map((line) => line.trim().replace(/\s+/g, ' ')));
  const lines = [...new Set(include.filter((pattern) => !pattern.startsWith('!')).map(attributeLine))].filter((line) => !known.has(line));
  if (lines.length === 0) return null;
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const added = ['# No newline conversion: annotations count characters.', ...lines, ''].join(eol);
  if (!isThere) return { kind: 'create', path: attributesPath, text: added };
  const gap = before === '' || before.endsWith('\n') ? '' : eol;
  const end = before.length;
  return { kind: 'change', path: attributesPath, edits: [{ span: { start: end, end }, newText: gap + added }] };
}

/**
 * The line of git's attributes for a pattern: all below the folders that it names (`sources/** -text` for the files of `sources`). Git's
 * patterns have no braces: what is behind them is left open. Without a folder, the ending decides.
 */
function attributeLine(pattern: string): string {
  const parts = pattern.replace(/^(?:\.\/)+/, '').split('/');
  const wild = parts.findIndex((part) => /\*|[{}]/.test(part));
  const folder = parts.slice(0, wild < 0 ? parts.length - 1 : wild).join('/');
  const name = parts.at(-1)!;
  const files = /[{}]/.test(name) ? '*' : name;
  const path = folder !== '' ? `${folder}/**` : parts.length === 1 ? `/${files}` : files;
  return `${/[\s"\\]/.test(path) ? `"${path.replace(/["\\]/g, '\\$&')}"` : path} -text`;
}
