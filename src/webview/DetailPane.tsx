import { useMemo } from 'preact/hooks';
import { verdictLabel } from '../core/claims/words';
import type { PageModel, PageRow } from '../core/page/page';
import type { DetailClaim, PageDetail } from '../core/page/pageDetail';
import { CiteButton } from './CiteButton';
import { Quote } from './ClaimCard';
import type { Host } from './host';
import { IntervalChart } from './IntervalChart';
import { closeUpOf } from './lineScale';
import { VerdictIcon } from './VerdictIcon';

interface DetailPaneProperties {
  readonly row: PageRow;
  /** Undefined until it is there. */
  readonly detail: PageDetail | undefined;
  readonly sources: PageModel['sources'];
  readonly onOpen: Host['send'];
  readonly onClose: () => void;
}

/** One group in full: its values to scale, each quote in context with how its value came about, and why each pair is judged as it is. */
export function DetailPane({ row, detail, sources, onOpen, onClose }: DetailPaneProperties) {
  const titleOf = (source: string) => sources.find(({ id }) => id === source)?.title ?? source;
  const closeUp = useMemo(() => (detail ? closeUpOf(detail.claims.map(({ extent }) => extent)) : []), [detail]);
  const chartRow = ({ extent, core, halo }: DetailClaim, i: number) => ({
    label: `${i + 1}. ${row.claims[i]?.value ?? ''} · ${titleOf(row.claims[i]?.source ?? '')}`,
    extent,
    words: [row.claims[i]?.value ?? '', core ?? '', halo === null ? '' : `at the widest ${halo}`].filter(Boolean).join('; '),
  });
  return (
    <aside class="detail" aria-label="Details" tabIndex={-1}>
      <header class="detail-head">
        <h2 dir="auto">
          {row.subject.name} <span class="hint">{row.property}</span>
        </h2>
        <button type="button" class="link" onClick={onClose} title="Close details (D)">
          Close
        </button>
      </header>
      {detail?.line && <IntervalChart {...detail.line} closeUp={false} rows={detail.claims.map(chartRow)} />}
      {detail?.line && closeUp.length > 0 && (
        <IntervalChart {...detail.line} closeUp rows={closeUp.flatMap((i) => (detail.claims[i] ? [chartRow(detail.claims[i], i)] : []))} />
      )}
      <ol class="detail-claims">
        {row.claims.map((claim, i) => (
          <li key={i}>
            <p class="value" dir="auto">
              {claim.value} <span class="hint">{titleOf(claim.source)}</span>
            </p>
            {detail?.claims[i]?.quote && <Quote quote={detail.claims[i].quote} />}
            {claim.qualifiers.length > 0 && (
              <p class="hint" dir="auto">
                {claim.qualifiers.join(' · ')}
              </p>
            )}
            {detail?.claims[i] && <Facts claim={detail.claims[i]} />}
            {claim.passage !== null && (
              <span class="places">
                <button
                  type="button"
                  class="link"
                  onClick={() => onOpen({ type: 'open', place: claim.passage ?? claim.entry, beside: true, preserveFocus: false })}
                >
                  Open line {claim.line}
                </button>
                <CiteButton place={claim.passage} onSend={onOpen} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {detail && detail.pairs.length > 0 && (
        <table class="detail-pairs">
          <caption>Why: each pair of claims, and the rule that judged it</caption>
          <thead>
            <tr>
              <th scope="col">Claims</th>
              <th scope="col">Verdict</th>
              <th scope="col">Relation</th>
              <th scope="col">Rule</th>
            </tr>
          </thead>
          <tbody>
            {detail.pairs.map(({ a, b, verdict, comparison, reason }) => (
              <tr key={`${a}-${b}`}>
                <th scope="row">
                  {a + 1} and {b + 1}
                </th>
                <td>
                  <VerdictIcon verdict={verdict} /> {verdictLabel(verdict)}
                </td>
                <td>{comparison}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {detail && detail.morePairs > 0 && <p class="hint">{detail.morePairs} more pairs are not listed.</p>}
    </aside>
  );
}

function Facts({ claim: { derivation, valid, asOf, core, halo } }: { claim: DetailClaim }) {
  const facts = [
    ['Computed', derivation],
    ['Says', core],
    ['At the widest', halo],
    ['As of', asOf],
    ['Valid', valid === asOf ? null : valid],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(
        ([name, words]) =>
          words !== null && (
            <div key={name}>
              <dt>{name}:</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
