import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { verdictLabel } from '../core/claims/words';
import type { PageTimeline, TimelineClaim } from '../core/page/pageTimeline';
import { Bars, TickLabels } from './IntervalChart';
import { stretchOf, ticksOf, type Stretch } from './lineScale';
import { Notice } from './Notice';
import { layOut } from './timelineLayout';
import { VerdictIcon } from './VerdictIcon';

interface TimelineProperties {
  /** Undefined until it is there. */
  readonly timeline: PageTimeline | undefined;
  /** Shows the group of a claim. */
  readonly onReveal: (key: string) => void;
}

/** A step of zooming, and of moving along, as a part of what is shown. */
const zoomStep = 1.6;
const moveStep = 0.25;
/** Rows of the table that are drawn before more are asked for. */
const drawnAtFirst = 200;

/** All dated claims of the case, a lane a source, as a picture that zooms or as a table. */
export function Timeline({ timeline, onReveal }: TimelineProperties) {
  const [asTable, setAsTable] = useState(false);
  if (!timeline) return <Notice title="Collecting dates…" />;
  if (timeline.claims.length === 0) {
    return <Notice title="No dates yet">Claims whose value is a date or a period stand here in the order of time, source by source.</Notice>;
  }
  return (
    <main class="timeline" aria-label="Time line">
      <div class="toolbar toolbar-line">
        <div class="chips" role="group" aria-label="Show as">
        <button type="button" class="chip" aria-pressed={!asTable} onClick={() => setAsTable(false)}>
          Picture
        </button>
        <button type="button" class="chip" aria-pressed={asTable} onClick={() => setAsTable(true)}>
          Table
        </button>
        </div>
        <span class="toolbar-end">
          {timeline.claims.length === 1 ? '1 dated claim' : `${timeline.claims.length} dated claims`}
          {!asTable && ' · arrows go from claim to claim, + and − zoom, 0 shows all'}
        </span>
      </div>
      {asTable ? <TimelineTable timeline={timeline} onReveal={onReveal} /> : <Picture timeline={timeline} onReveal={onReveal} />}
    </main>
  );
}

function Picture({ timeline: { sources, claims }, onReveal }: { timeline: PageTimeline; onReveal: (key: string) => void }) {
  const whole = useMemo(() => stretchOf(claims.map(({ extent }) => extent)), [claims]) ?? { from: 0, to: 1 };
  const [chosen, setChosen] = useState<Stretch | null>(null);
  const [active, setActive] = useState(0);
  const [width, setWidth] = useState(1000);
  const lanes = useRef<HTMLDivElement>(null);
  const focusNext = useRef(false);
  const stretch = chosen ?? whole;
  const at = Math.min(active, claims.length - 1);
  const laid = useMemo(() => layOut(claims, sources.length, stretch, width, at), [claims, sources, stretch, width, at]);

  useEffect(() => {
    const element = lanes.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    (lanes.current?.querySelector<HTMLElement>('[tabindex="0"]') ?? lanes.current)?.focus();
  });

  /** Zooms so that the day `point` comes to lie at `part` of the picture. */
  const zoomAt = (factor: number, point: number, part: number) => {
    const span = Math.min(whole.to - whole.from, Math.max(2, (stretch.to - stretch.from) / factor));
    const from = clamp(point - part * span, whole.from, whole.to - span);
    setChosen(span >= whole.to - whole.from ? null : { from, to: from + span });
  };
  const zoom = (factor: number) => {
    const middle = middleOf(claims[at]!, stretch);
    const inSight = middle >= stretch.from && middle <= stretch.to;
    zoomAt(factor, inSight ? middle : (stretch.from + stretch.to) / 2, 0.5);
  };
  const moveBy = (part: number) => {
    const span = stretch.to - stretch.from;
    const from = clamp(stretch.from + part * span, whole.from, whole.to - span);
    const to = from + span;
    setChosen({ from, to });
    focusNext.current = lanes.current?.contains(document.activeElement) ?? false;
    const isInSight = (claim: TimelineClaim) => (claim.extent.core[0] ?? from) <= to && (claim.extent.core[1] ?? to) >= from;
    if (isInSight(claims[at]!)) return;
    // What left the sight cannot be focused: the keyboard goes on with what is nearest to it there.
    const next = part > 0 ? claims.findIndex(isInSight) : claims.findLastIndex(isInSight);
    if (next >= 0) setActive(next);
  };
  const goTo = (index: number) => {
    const claim = claims[index];
    if (!claim) return;
    setActive(index);
    focusNext.current = true;
    const middle = middleOf(claim, stretch);
    if (middle >= stretch.from && middle <= stretch.to) return;
    const span = stretch.to - stretch.from;
    const from = clamp(middle - span / 2, whole.from, whole.to - span);
    setChosen({ from, to: from + span });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, () => void>> = {
      '+': () => zoom(zoomStep),
      '=': () => zoom(zoomStep),
      '-': () => zoom(1 / zoomStep),
      '0': () => setChosen(null),
      ArrowRight: () => (event.shiftKey ? moveBy(moveStep) : goTo(at + 1)),
      ArrowLeft: () => (event.shiftKey ? moveBy(-moveStep) : goTo(at - 1)),
      ArrowDown: () => goTo(neighbour(claims, at, 1)),
      ArrowUp: () => goTo(neighbour(claims, at, -1)),
      Home: () => goTo(0),
      End: () => goTo(claims.length - 1),
    };
    if (!Object.hasOwn(steps, event.key)) return;
    event.preventDefault();
    steps[event.key]?.();
  };

  const onWheel = (event: WheelEvent) => {
    const box = lanes.current?.getBoundingClientRect();
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (!box || (!event.ctrlKey && Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : event.deltaY))) return;
    event.preventDefault();
    const part = clamp((event.clientX - box.left) / box.width, 0, 1);
    if (event.ctrlKey) zoomAt(zoomStep ** (-event.deltaY / 100), stretch.from + part * (stretch.to - stretch.from), part);
    else moveBy(sideways / box.width);
  };

  return (
    <div class="timeline-picture" onKeyDown={onKeyDown} onWheel={onWheel}>
      <p class="toolbar-line timeline-zoom">
        <button type="button" class="chip" onClick={() => zoom(zoomStep)}>
          Zoom in
        </button>
        <button type="button" class="chip" onClick={() => zoom(1 / zoomStep)}>
          Zoom out
        </button>
        <button type="button" class="chip" onClick={() => moveBy(-moveStep)}>
          Earlier
        </button>
        <button type="button" class="chip" onClick={() => moveBy(moveStep)}>
          Later
        </button>
        <button type="button" class="chip" onClick={() => setChosen(null)}>
          Show all
        </button>
      </p>
      <div class="timeline-lanes" ref={lanes} role="group" aria-label="Claims by source" tabIndex={laid.every(({ items }) => items.length === 0) ? 0 : -1}>
        <p class="chart-axis" aria-hidden="true">
          <TickLabels ticks={ticksOf(stretch, 'time', Math.max(2, Math.floor(width / 140)))} />
        </p>
        {sources.map(({ id, title }, lane) => {
          const { items, tracks, more } = laid[lane]!;
          return (
            <section key={id} class="lane" aria-label={title}>
              <h2 dir="auto">
                {title} {more > 0 && <span class="hint">· {more} more here: zoom in</span>}
              </h2>
              <div class="lane-tracks" style={{ height: `${Math.max(1, tracks) * 26}px` }}>
                {items.map(({ index, track, left, end }) => {
                  const claim = claims[index]!;
                  return (
                    <span key={index} class="lane-item" style={{ top: `${track * 26}px` }}>
                      <Bars stretch={stretch} extent={claim.extent} />
                      <button
                        type="button"
                        class="lane-label"
                        style={end ? { right: `${(1 - left) * 100}%` } : { left: `${left * 100}%` }}
                        tabIndex={index === at ? 0 : -1}
                        title={`${wordsOf(claim)} · Enter shows the group`}
                        onFocus={() => setActive(index)}
                        onClick={() => onReveal(claim.key)}
                      >
                        <VerdictIcon verdict={claim.verdict} />
                        <strong dir="auto">{claim.value}</strong> <span class="hint">{claim.about}</span>
                      </button>
                    </span>
                  );
                })}
              </div>
            </section>
          );
        })}
      </div>
    </div>
  );
}

function TimelineTable({ timeline: { sources, claims }, onReveal }: { timeline: PageTimeline; onReveal: (key: string) => void }) {
  const [drawn, setDrawn] = useState(drawnAtFirst);
  return (
    <div class="timeline-table" tabIndex={0} role="region" aria-label="Dated claims">
      <table>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">About</th>
            <th scope="col">Source</th>
            <th scope="col">Verdict of the group</th>
          </tr>
        </thead>
        <tbody>
          {claims.slice(0, drawn).map((claim, i) => (
            <tr key={i}>
              <td>
                <button type="button" class="link" onClick={() => onReveal(claim.key)}>
                  {claim.value}
                </button>
                {qualifiersOf(claim)}
              </td>
              <td dir="auto">{claim.about}</td>
              <td dir="auto">{sources[claim.source]?.title}</td>
              <td>
                <VerdictIcon verdict={claim.verdict} /> {verdictLabel(claim.verdict)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {drawn < claims.length && (
        <button type="button" class="link" onClick={() => setDrawn(drawn + drawnAtFirst)}>
          Show {Math.min(drawnAtFirst, claims.length - drawn)} more
        </button>
      )}
    </div>
  );
}

function wordsOf(claim: TimelineClaim): string {
  return `${claim.about}: ${claim.value}${qualifiersOf(claim)} · ${verdictLabel(claim.verdict)}`;
}

function qualifiersOf({ denied, planned, suggested }: TimelineClaim): string {
  const words = [denied ? 'denied' : '', planned ? 'planned' : '', suggested ? 'suggested' : ''].filter(Boolean);
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

/** The middle of a claim's core, an open end taken as the end of the stretch. */
function middleOf({ extent: { core } }: TimelineClaim, { from, to }: Stretch): number {
  return ((core[0] ?? Math.min(from, core[1] ?? from)) + (core[1] ?? Math.max(to, core[0] ?? to))) / 2;
}

/** The claim nearest in time in the next lane that has one, in the direction of `step`; the same where there is none. */
function neighbour(claims: readonly TimelineClaim[], at: number, step: 1 | -1): number {
  const from = claims[at];
  if (!from) return at;
  const lanes = claims.map(({ source }) => source).filter((source) => (source - from.source) * step > 0);
  const lane = lanes.reduce((best, source) => ((source - best) * step < 0 ? source : best), lanes[0] ?? from.source);
  if (lane === from.source) return at;
  let best = -1;
  for (const [i, claim] of claims.entries()) {
    if (claim.source !== lane) continue;
    if (best < 0 || distance(claim, from) < distance(claims[best]!, from)) best = i;
  }
  return best;
}

function distance(a: TimelineClaim, b: TimelineClaim): number {
  const [one, other] = [a.extent.core, b.extent.core];
  return Math.abs((one[0] ?? one[1] ?? 0) - (other[0] ?? other[1] ?? 0));
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(Math.max(low, high), value));
}
