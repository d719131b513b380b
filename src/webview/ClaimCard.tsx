import type { PageClaim, PageQuote } from '../core/page/page';
import { CiteButton } from './CiteButton';
import type { Host } from './host';

interface ClaimCardProperties {
  readonly claim: PageClaim;
  /** Letters of the camps that it belongs to. */
  readonly camps: string;
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly onOpen: Host['send'];
}

const modalities = { asserted: '', planned: 'Planned', possible: 'Possible' } as const;

/** What one source says: the value, the quote that says so, and the way to both. */
export function ClaimCard({ claim, camps, active, onFocus, onOpen }: ClaimCardProperties) {
  const inner = active ? 0 : -1;
  const place = claim.passage ?? claim.entry;
  const open = (preserveFocus: boolean, here: boolean) =>
    onOpen({ type: 'open', place, beside: !here, preserveFocus });
  const openEntry = (preserveFocus: boolean) =>
    onOpen({ type: 'open', place: claim.entry, beside: true, preserveFocus });
  const tags = [claim.polarity === 'negative' ? 'Denied' : '', modalities[claim.modality], claim.suggested ? 'Suggested' : ''];
  return (
    <div class="claim" onFocusIn={onFocus}>
      <div
        class="passage"
        role="link"
        tabIndex={inner}
        data-active={active ? '' : undefined}
        title={claim.passage ? 'Open the passage (Enter), or only show it (Space)' : 'Open the claim (Enter)'}
        onClick={(event) => {
          if (!hasSelection()) open(true, event.ctrlKey || event.metaKey);
        }}
        onDblClick={() => open(false, false)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          open(event.key === ' ', event.ctrlKey || event.metaKey);
        }}
      >
        <span class="value" dir="auto">
          {tags.filter(Boolean).map((tag) => (
            <span class="tag" key={tag}>
              {tag}{' '}
            </span>
          ))}
          {claim.value}{' '}
          {camps !== '' && (
            <span class="camp" title={`Camp ${camps}: claims of one camp can be true together`}>
              {camps}
            </span>
          )}
        </span>
        {claim.quote && <Quote quote={claim.quote} />}
        {claim.qualifiers.length > 0 && (
          <span class="qualifiers" dir="auto">
            {claim.qualifiers.join(' · ')}
          </span>
        )}
        {claim.problems.map((problem) => (
          <span class="problem" key={problem}>
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
              <path d="M8 1.5L15 14H1zM8 6v4M8 11.5v1" />
            </svg>
            {problem}
          </span>
        ))}
      </div>
      <span class="places">
        {claim.line !== null && <span class="line">Line {claim.line}</span>}
        {!claim.suggested && (
          <button
            type="button"
            class="link"
            tabIndex={inner}
            title={claim.entry.file}
            onClick={(event) => openEntry(event.detail > 0)}
          >
            {claim.source === 'registry' ? 'Open fact' : 'Open claim'}
          </button>
        )}
        {claim.passage !== null && <CiteButton place={claim.passage} tabIndex={inner} onSend={onOpen} />}
      </span>
    </div>
  );
}

/** A quote as raw text, its context dimmed and the words of its value marked. */
export function Quote({ quote: { before, text, after, wording } }: { quote: PageQuote }) {
  return (
    <q class="quote" dir="auto">
      <span class="context">{before}</span>
      {wording ? (
        <>
          {text.slice(0, wording.start)}
          <mark>{text.slice(wording.start, wording.end)}</mark>
          {text.slice(wording.end)}
        </>
      ) : (
        text
      )}
      <span class="context">{after}</span>
    </q>
  );
}

function hasSelection(): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed;
}
