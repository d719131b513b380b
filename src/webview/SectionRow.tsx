import { verdictLabel } from '../core/claims/words';
import type { PageItem } from '../core/page/pageView';

interface SectionRowProperties {
  readonly item: Exclude<PageItem, { kind: 'group' }>;
  readonly index: number;
  readonly offset: number;
  /** Columns of the grid, this one included. */
  readonly width: number;
  readonly active: boolean;
  readonly measure: (element: HTMLElement | null) => void;
  readonly onFocus: () => void;
  readonly onFold: (key: string) => void;
}

/** A row across all columns: the name of a section, or what is folded away in it. */
export function SectionRow({ item, index, offset, width, active, measure, onFocus, onFold }: SectionRowProperties) {
  const focus = { tabIndex: active ? 0 : -1, 'data-active': active ? '' : undefined };
  return (
    <div
      class={`grid-row ${item.kind}-row`}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      ref={measure}
      style={{ top: `${offset}px` }}
    >
      <div class="row-head" role="rowheader" aria-colindex={1} aria-colspan={width} onFocusIn={onFocus}>
        {item.kind === 'section' ? (
          <span class="section-title" dir="auto" {...focus}>
            <strong>{item.title}</strong>
            <span class="hint">
              {[item.type ?? '', item.groups === 1 ? '1 group' : `${item.groups} groups`].filter(Boolean).join(' · ')}
            </span>
          </span>
        ) : (
          <button type="button" class="link fold" aria-expanded={item.open} onClick={() => onFold(item.key)} {...focus}>
            <span class="twistie" aria-hidden="true" />
            {item.counts.map(([verdict, groups]) => `${groups} ${verdictLabel(verdict).toLowerCase()}`).join(' · ')}
          </button>
        )}
      </div>
    </div>
  );
}
