import { createKindOf } from '../case/members';
import { defaultManifest } from '../case/readManifest';

/** More folders than that with articles are one pattern over all. */
const mostFolders = 8;

/** Patterns of `include:` as a manifest writes them: those that match the articles, and those that take other files out again. */
export interface ArticlePatterns {
  readonly include: readonly string[];
  /** By pattern, each beginning with `!`, the path that it takes out. */
  readonly excluded: ReadonlyMap<string, string>;
}

/**
 * Patterns for articles where they lie: one for each folder and file ending, the folder being the deepest that holds all of those in the
 * same folder of the case. `others`: paths that are no articles, and are taken out where a pattern would match them.
 */
export function articlePatterns(articles: readonly string[], others: readonly string[]): ArticlePatterns {
  const byTop = new Map<string, { readonly folders: string[]; readonly endings: Set<string> }>();
  for (const article of articles) {
    const folder = article.slice(0, Math.max(0, article.lastIndexOf('/')));
    const top = folder.split('/')[0]!;
    const held = byTop.get(top) ?? { folders: [], endings: new Set() };
    held.folders.push(folder);
    held.endings.add(article.slice(article.lastIndexOf('.')));
    byTop.set(top, held);
  }
  const include = [
    ...new Set(
      [...byTop].flatMap(([top, { folders, endings }]) => {
        const below = byTop.size > mostFolders ? '**/' : top === '' ? '' : `${sharedFolder(folders).replace(special, '?')}/**/`;
        return [...endings].map((ending) => `${below}*${ending}`);
      }),
    ),
  ].sort();
  const kindOf = createKindOf({ ...defaultManifest, include: include.map((text) => ({ text, span: { start: 0, end: 0 } })) });
  const matched = others.filter((path) => kindOf(path) === 'article');
  return { include, excluded: new Map(matched.map((path) => [`!${patternOf(path)}`, path])) };
}

/** What may have a meaning in patterns. */
const special = /[^\p{L}\p{N}\p{M} ._/-]|\.(?=\.)/gu;

/** A pattern for one path: what is special stands in brackets, where `!` and `^` would mean something else and a backslash does not help. */
function patternOf(path: string): string {
  return path.replace(special, (character) => (character === '\\' ? '?' : /[!^]/.test(character) ? character : `[${character}]`));
}

function sharedFolder(folders: readonly string[]): string {
  let shared = folders[0]!.split('/');
  for (const folder of folders) {
    const parts = folder.split('/');
    const end = shared.findIndex((part, index) => parts[index] !== part);
    if (end >= 0) shared = shared.slice(0, end);
  }
  return shared.join('/');
}
