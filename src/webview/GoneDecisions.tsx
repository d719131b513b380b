import type { GoneDecision } from '../core/page/page';
import type { Host } from './host';

/** Decisions on groups that no claim is about any more, each with the way to its entry. */
export function GoneDecisions({ gone, onOpen }: { gone: readonly GoneDecision[]; onOpen: Host['send'] }) {
  if (gone.length === 0) return null;
  return (
    <details class="gone">
      <summary>
        {gone.length === 1 ? '1 decision is about a group that is gone' : `${gone.length} decisions are about groups that are gone`}
      </summary>
      <ul>
        {gone.map(({ key, words, by, at, entry }) => (
          <li key={key} dir="auto">
            <button type="button" class="link" onClick={() => onOpen({ type: 'open', place: entry, beside: true, preserveFocus: false })}>
              {key}
            </button>{' '}
            <span class="hint">{[words, by ?? '', at?.slice(0, 10) ?? ''].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
