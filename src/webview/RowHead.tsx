import { badgeExplanation, badgeLabel, verdictExplanation, verdictLabel } from '../core/claims/words';
import type { ShownRow } from '../core/page/pageView';
import type { Host } from './host';
import { VerdictIcon } from './VerdictIcon';

interface RowHeadProperties {
  readonly shown: ShownRow;
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly onOpen: Host['send'];
  readonly onReveal: (key: string) => void;
  readonly onShowSources: (ids: readonly string[]) => void;
}

/** What a group is about, how its claims stand to each other, and what was decided. */
export function RowHead({ shown, active, onFocus, onOpen, onReveal, onShowSources }: RowHeadProperties) {
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
      {(row.badges.length > 0 || row.review.words !== '') && (
        <p class="badges">
          {row.badges.map((badge) => (
            <span class="badge" key={badge} title={badgeExplanation(badge)}>
              {badgeLabel(badge)}
            </span>
          ))}
          {row.review.words !== '' && (
            <span class="badge review" dir="auto" title={row.review.note ?? undefined}>
              {row.review.words}
            </span>
          )}
        </p>
      )}
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
