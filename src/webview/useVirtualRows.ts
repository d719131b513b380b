import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface VirtualRows {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly keys: readonly string[];
  /** A likely height of a row, in pixels, until it is measured. */
  readonly estimate: (index: number) => number;
  /** Rows that stay in the document even out of sight, such as the focused one. */
  readonly kept: readonly number[];
  /** Height of what stands above the rows in the scrolled element, in pixels. */
  readonly margin: number;
}

/** A virtualizer over keyed rows of differing heights; it renders its component again when the rows in sight change. */
export function useVirtualRows({ scroller, keys, estimate, kept, margin }: VirtualRows): Virtualizer<HTMLElement, HTMLElement> {
  const [, render] = useReducer<number, void>((count) => count + 1, 0);
  const getItemKey = useCallback((index: number) => keys[index] ?? index, [keys]);
  const keptList = kept.join();
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = new Set(defaultRangeExtractor(range));
      for (const index of keptList.split(',')) if (index !== '') indexes.add(Number(index));
      return [...indexes].filter((index) => index >= 0 && index < range.count).sort((a, b) => a - b);
    },
    [keptList],
  );
  const options = {
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    overscan: 4,
    scrollMargin: margin,
    getItemKey,
    rangeExtractor,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => render(),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
