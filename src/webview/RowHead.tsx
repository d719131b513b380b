import { badgeExplanation, badgeLabel, verdictExplanation, verdictLabel } from '../core/claims/words';
import type { ReviewStatus } from '../core/case/entries';
import type { PageRow } from '../core/page/page';
import type { ShownRow } from '../core/page/pageView';
import type { Host } from './host';
import { campLetter } from './camps';
import { VerdictIcon } from './VerdictIcon';

/** What a person can do from the row of a group. */
export interface RowActions {
  readonly onOpen: Host['send'];
  /** Shows another group, whatever the filter. */
  readonly onReveal: (key: string) => void;
  /** Puts these sources beside those that are chosen. */
  readonly onShowSources: (ids: readonly string[]) => void;
  /** Null: the status is chosen in the dialog. */
  readonly onReview: (row: PageRow, status: ReviewStatus | null) => void;
}

interface RowHeadProperties extends RowActions {
  readonly shown: ShownRow;
  readonly active: boolean;
  readonly onFocus: () => void;
}

/** What a group is about, how its claims stand to each other, and what was decided. */
export function RowHead({ shown, active, onFocus, onOpen, onReveal, onShowSources, onReview }: RowHeadProperties) {
  const { row, judgement, worseElsewhere } = shown;
  const inner = active ? 0 : -1;
  const openEntity = (preserveFocus: boolean) => onOpen({ type: 'openEntity', entity: row.subject.id, preserveFocus });
  return (
    <div class="row-head" role="rowheader" aria-colindex={1} onFocusIn={onFocus}>
      <p class="verdict" title={verdictExplanation(judgement.verdict)}>
        <VerdictIcon verdict={judgement.verdict} />
        <strong>{verdictLabel(judgement.verdict)}</strong>
        {judgement.relationWords !== '' && <span class="relation">{judgement.relationWords}</span>}
      </p>
      <p class="about">
        {row.subject.type === null ? (
          <span class="subject" tabIndex={inner} data-active={active ? '' : undefined} dir="auto" title="Not in the registry">
            {row.subject.name}
          </span>
        ) : (
          <button
            type="button"
            class="subject link"
            dir="auto"
            title={`${row.subject.type} · open in the registry`}
            tabIndex={inner}
            data-active={active ? '' : undefined}
            onClick={(event) => openEntity(event.detail > 0)}
          >
            {row.subject.name}
          </button>
        )}
        <span class="property" dir="auto">
          {row.property}
        </span>
        {row.separators.map(({ label, value }) => (
          <span class="separator" key={label} dir="auto">
            {label}: {value}
          </span>
        ))}
      </p>
      <p class="reason">{judgement.reason}</p>
      <Camps row={row} />
      {row.badges.length > 0 && (
        <p class="badges">
          {row.badges.map((badge) => (
            <span class="badge" key={badge} title={badgeExplanation(badge)}>
              {badgeLabel(badge)}
            </span>
          ))}
        </p>
      )}
      {row.review.words !== '' && (
        <p class="decision" dir="auto">
          {[row.review.words, row.review.by ?? '', row.review.at?.slice(0, 10) ?? ''].filter(Boolean).join(' · ')}
          {row.review.note !== null && <span class="hint">{row.review.note}</span>}
        </p>
      )}
      <button
        type="button"
        class="link aside"
        tabIndex={inner}
        title="Review (R). Explained: E, accepted: A, dismissed: X, open again: O"
        onClick={() => onReview(row, null)}
      >
        {row.review.status === 'open' ? 'Review…' : 'Change decision…'}
      </button>
      {worseElsewhere !== null && (
        <button
          type="button"
          class="link aside"
          tabIndex={inner}
          onClick={() => onShowSources(row.claims.map(({ source }) => source))}
        >
          {verdictLabel(worseElsewhere)} with other sources
        </button>
      )}
      {row.related.map(({ key, label }) => (
        <button type="button" class="link aside" key={key} tabIndex={inner} dir="auto" onClick={() => onReveal(key)}>
          Related: {label}
        </button>
      ))}
    </div>
  );
}

/** Who can be right together: each camp by its letter, its best value and its independent witnesses. */
function Camps({ row: { camps, claims } }: { row: PageRow }) {
  const [first] = camps;
  const differ = first ? new Set(first.claims.map((index) => claims[index]?.value)).size > 1 : false;
  if (camps.length < 2 && !differ) return null;
  return (
    <ul class="camps" aria-label={camps.length > 1 ? 'Camps' : 'Best value'}>
      {camps.map(({ best, witnesses }, i) => (
        <li key={i} dir="auto">
          {camps.length > 1 && <span class="camp">{campLetter(i)}</span>}
          <span>
            {claims[best]?.value} <span class="hint">· {camps.length > 1 ? witnessWords(witnesses) : 'best value'}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function witnessWords(witnesses: number): string {
  return witnesses === 1 ? '1 witness' : `${witnesses} independent witnesses`;
}
