import type { FilePlace } from '../core/page/page';
import type { Host } from './host';

interface CiteButtonProperties {
  readonly place: FilePlace;
  /** 0 where the Tab key stops at it; default 0. */
  readonly tabIndex?: number;
  /** What the button says; default `Cite`. */
  readonly label?: string;
  readonly onSend: Host['send'];
}

/** Copies a passage as a citation. */
export function CiteButton({ place, tabIndex = 0, label = 'Cite', onSend }: CiteButtonProperties) {
  return (
    <button
      type="button"
      class="link"
      tabIndex={tabIndex}
      title="Copy the quote with its source, date and place"
      onClick={() => onSend({ type: 'copyCitation', place })}
    >
      {label}
    </button>
  );
}
