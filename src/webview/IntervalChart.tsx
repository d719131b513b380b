import type { ExtentKind, PageExtent } from '../core/page/extents';
import { along, stretchOf, ticksOf, type Stretch, type Tick } from './lineScale';

export interface ChartRow {
  readonly label: string;
  readonly extent: PageExtent | null;
  /** What the extent says, for those who do not see it. */
  readonly words: string;
}

interface IntervalChartProperties {
  readonly kind: ExtentKind;
  readonly unit: string | null;
  /** Whether only some of the values are shown, that lie too close together to be told apart beside the others. */
  readonly closeUp: boolean;
  readonly rows: readonly ChartRow[];
}

/** Values drawn to one scale: the core of each as a bar, its halo as a lighter one around it, open ends running out of the picture. */
export function IntervalChart({ kind, unit, closeUp, rows }: IntervalChartProperties) {
  const stretch = stretchOf(rows.map(({ extent }) => extent));
  if (!stretch) return null;
  const ticks = ticksOf(stretch, kind, 5);
  const name = `${closeUp ? 'Close-up of values' : 'Values'} on a ${kind === 'time' ? 'time' : 'number'} line`;
  return (
    <figure class="chart" aria-label={name}>
      {closeUp && <p class="hint">Close-up of values that lie near each other</p>}
      <ul>
        {rows.map((row, i) => (
          <li key={i}>
            <span class="chart-label" dir="auto">
              {row.label}
            </span>
            <span class="chart-line" role="img" aria-label={row.extent ? row.words : 'not on this line'}>
              {ticks.map(({ at }) => (
                <span key={at} class="chart-tick" style={{ left: percent(at) }} />
              ))}
              {row.extent && <Bars stretch={stretch} extent={row.extent} />}
            </span>
          </li>
        ))}
      </ul>
      <p class="chart-axis" aria-hidden="true">
        <TickLabels ticks={ticks} />
      </p>
      {unit !== null && <figcaption class="hint">in {unit}</figcaption>}
    </figure>
  );
}

/** What ticks stand for, under or over their places; at either end within the picture. */
export function TickLabels({ ticks }: { ticks: readonly Tick[] }) {
  return ticks.map(({ at, label }) => (
    <span key={at} style={{ left: percent(at) }} data-edge={at < 0.06 ? 'low' : at > 0.94 ? 'high' : undefined}>
      {label}
    </span>
  ));
}

/** Core and halo of one value, in the element that stands for the stretch. */
export function Bars({ stretch, extent: { core, halo } }: { stretch: Stretch; extent: PageExtent }) {
  const same = core[0] === halo[0] && core[1] === halo[1];
  return (
    <>
      {!same && <span class="halo" style={place(stretch, halo)} data-open={openEnds(halo)} />}
      <span class="core" style={place(stretch, core)} data-open={openEnds(core)} />
    </>
  );
}

function place(stretch: Stretch, [low, high]: PageExtent['core']): { left: string; width: string } {
  const left = along(stretch, low, 'low');
  return { left: percent(left), width: percent(Math.max(0, along(stretch, high, 'high') - left)) };
}

function openEnds([low, high]: PageExtent['core']): string {
  return [low === null ? 'low' : '', high === null ? 'high' : ''].join(' ').trim();
}

function percent(part: number): string {
  return `${Math.round(part * 10_000) / 100}%`;
}
