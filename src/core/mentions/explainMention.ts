import { resolveEntity } from '../registry/registry';
import type { Registry } from '../registry/registry';
import type { Mention, SuppressedCandidate } from './mention';

/**
 * Why `mention` links as it does, in plain sentences: which name or entry, which rule, which rivals, what was suppressed and why.
 */
export function explainMention(mention: Mention, registry: Registry): string[] {
  const name = (id: string) => resolveEntity(registry, id)?.name ?? id;
  const linked = mention.entity === null ? '' : name(mention.entity);
  const because = {
    alias: () => `“${mention.alias}” is a name of ${linked}.`,
    link: () => `Linked to ${linked} by hand: the quote “${mention.alias}” in the annotation file.`,
    scope: () => `“${mention.alias}” is a name of ${linked}; its rivals are out of scope here.`,
    prominence: () => `“${mention.alias}” has several entities; only the full name of ${linked} stands in this article.`,
    ambiguous: () =>
      `“${mention.alias}” could be ${mention.candidates.map((id) => `${name(id)} (${id})`).join(' or ')}: ` +
      'no link by hand, scope or full name in this article decides.',
  } satisfies Record<Mention['rule'], () => string>;
  return [because[mention.rule](), ...mention.suppressed.map((candidate) => explainSuppressed(candidate, mention, registry))];
}

function explainSuppressed({ entity, reason }: SuppressedCandidate, mention: Mention, registry: Registry): string {
  const known = resolveEntity(registry, entity);
  const name = known?.name ?? entity;
  const narrowed = (known?.aliases ?? []).some((alias) => alias.in.length > 0 || alias.except.length > 0);
  const dated = (known?.aliases ?? []).some((alias) => alias.valid);
  switch (reason) {
    case 'scope-source':
      return narrowed
        ? `Not ${name}: its name is narrowed to other sources.`
        : `Not ${name}: another entity’s name is narrowed to this source.`;
    case 'scope-date':
      return dated
        ? `Not ${name}: its name was not valid at this article’s date.`
        : `Not ${name}: another entity’s name is narrowed to this article’s date.`;
    case 'rejected':
      return `Not ${name}: rejected by hand (not: ${entity}).`;
    case 'prominence':
      return `Not ${name}: its full name does not stand in this article.`;
    case 'overlap':
      return `Not ${name}: another entry links words here to it, but of links by hand that overlap, one place told apart counts before every occurrence, then the earlier entry.`;
    case 'link':
      return `Not ${name}: the link by hand removes “${mention.text}” from automatic linking.`;
  }
}
