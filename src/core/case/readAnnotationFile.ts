import type { AnnotationFile, MentionEntry, Problem, Reading } from './entries';
import { firstKey, isEmpty } from './checkNode';
import { claimOf, inOrder, listOf, readItems, scalarIn, sectionsOf, valueIn } from './readEntries';
import { claimSchema, mentionSchema } from './schemas';
import { moveSpan } from './yaml';
import type { YamlMap } from './yaml';
import { createYamlCache } from './yamlCache';
import type { YamlCache } from './yamlCache';
import { readOutline } from './yamlOutline';

/**
 * Reads one annotation file (DESIGN §1). Mentions and claims that lack what they need are left out, of the others what is wrong. With
 * the cache of the last reading of the same file, entries that neither changed nor moved are the same objects again.
 */
export function readAnnotationFile(text: string, cache: YamlCache = createYamlCache()): Reading<AnnotationFile> {
  const outline = readOutline(text, cache);
  const problems = [...outline.problems];
  const sections = sectionsOf(outline, ['source', 'mentions', 'claims', 'dismissed'], 'an annotation file', problems);
  const source = sections.get('source');
  if (source && source.kind !== 'scalar') {
    problems.push({ code: 'yaml/wrong-type', span: source.span, message: '"source" must be the path of one article' });
  } else if (!source && outline.root?.kind === 'map') {
    const key = outline.sections.find((section) => section.key.text === 'source')?.key ?? outline.sections[0]?.key;
    const message = 'the key "source" is missing: the path of the article, such as sources/article.txt';
    problems.push({ code: 'yaml/missing-key', span: key?.span ?? outline.root.span, message });
  }
  const claims = (name: 'claims' | 'dismissed') =>
    readItems(listOf(name, sections.get(name), problems), claimSchema, 'a claim', claimOf, () => [], problems, cache);
  const mentions = listOf('mentions', sections.get('mentions'), problems);
  return {
    data: {
      source: source?.kind === 'scalar' && !isEmpty(source) ? { text: source.text, span: source.span } : undefined,
      mentions: readItems(mentions, mentionSchema, 'a mention', mentionOf, tellMention, problems, cache),
      claims: claims('claims'),
      dismissed: claims('dismissed'),
    },
    problems: inOrder(problems),
  };
}

function tellMention(map: YamlMap): readonly Problem[] {
  if (valueIn(map, 'entity') || valueIn(map, 'not')) return [];
  const message = 'this mention says nothing — add "entity" (an id, or none) or "not"';
  return [{ code: 'yaml/missing-key', span: firstKey(map) ?? map.span, message }];
}

function mentionOf(map: YamlMap, offset: number): MentionEntry | null {
  const quote = scalarIn(map, 'quote', offset);
  const entity = scalarIn(map, 'entity', offset);
  const not = scalarIn(map, 'not', offset);
  if (!quote || !(entity ?? not)) return null;
  return {
    span: moveSpan(map.span, offset),
    quote,
    prefix: scalarIn(map, 'prefix', offset),
    suffix: scalarIn(map, 'suffix', offset),
    entity,
    not,
    every: scalarIn(map, 'every', offset)?.text === 'true',
  };
}
