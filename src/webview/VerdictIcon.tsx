import type { Verdict } from '../core/claims/claim';

const shapes: Readonly<Record<Verdict, string>> = {
  conflict: 'M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2zM5 5l6 6M11 5l-6 6',
  'plan-changed': 'M2 12.5h3.5l5-8H14M11.5 2L14 4.5 11.5 7M2 4.5h3.5l1.2 1.9M9.3 10.6l1.2 1.9H14M11.5 10l2.5 2.5-2.5 2.5',
  tension: 'M8 1.5L15 14H1zM8 6v4M8 11.5v1',
  'maybe-changed': 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM5.9 6.2a2.1 2.1 0 1 1 3.1 1.9c-.8.45-1 .8-1 1.5M8 11v1',
  refined: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  changed: 'M1.5 8h12M9 3.5L13.5 8 9 12.5',
  'plan-confirmed': 'M3 15V1.5h10l-2.5 3.5L13 8.5H3',
  compatible: 'M5.5 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
  additional: 'M8 2v12M2 8h12',
  unjudged: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM4.5 8h7',
  agree: 'M2 8.5l4 4L14 4',
  single: 'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
};

/** A shape of its own for each verdict, in its colour; always beside the verdict's word, so hidden from screen readers. */
export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  return (
    <svg class={`verdict-icon verdict-${verdict}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={shapes[verdict]} />
    </svg>
  );
}
