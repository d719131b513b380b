import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReviewStatus } from '../core/case/entries';
import { registrySource } from '../core/claims/claim';
import { decisionReasons, reviewStatuses, type Decision } from '../core/claims/review';
import { reasonLabel, statusLabels } from '../core/claims/words';
import type { PageRow, PageSource } from '../core/page/page';

/** Groups to decide about, and the status to begin with; null: as the group has it. */
export interface ReviewRequest {
  readonly rows: readonly PageRow[];
  readonly status: ReviewStatus | null;
}

interface ReviewDialogProperties {
  readonly request: ReviewRequest;
  readonly sources: readonly PageSource[];
  readonly onDecide: (keys: readonly string[], decision: Decision) => void;
  readonly onClose: () => void;
}

/** A decision about one group, or about all that a filter shows, in one pass: Enter saves, Escape leaves. */
export function ReviewDialog({ request: { rows, status: asked }, sources, onDecide, onClose }: ReviewDialogProperties) {
  const one = rows.length === 1 ? rows[0] : undefined;
  const [status, setStatus] = useState<ReviewStatus>(asked ?? (one && one.review.decided !== 'open' ? one.review.decided : 'explained'));
  const [reason, setReason] = useState<string | null>(one?.review.reason ?? null);
  const [wrong, setWrong] = useState<readonly string[]>(one?.review.wrong ?? []);
  const [note, setNote] = useState(one?.review.note ?? '');
  const dialog = useRef<HTMLDialogElement>(null);
  const isGone = useRef(false);
  const reasons = decisionReasons[status];
  const chosen = reason !== null && reasons.includes(reason) ? reason : (reasons[0] ?? null);
  const decidedBefore = rows.filter(({ review }) => review.decided !== 'open').length;
  const claiming = sources.filter(({ id }) => rows.some(({ claims }) => claims.some(({ source }) => source === id)));

  // Before the key that asked for it has passed, so that a quick one after it comes here.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    const first = ['[data-first] input:checked', '[data-first] input', 'input:checked'];
    first.map((selector) => element?.querySelector<HTMLElement>(selector)).find(Boolean)?.focus();
    return () => {
      isGone.current = true;
      element?.close();
    };
  }, []);

  const save = () => {
    onDecide(
      rows.map(({ key }) => key),
      {
        status,
        reason: chosen,
        wrong: status === 'accepted' ? claiming.map(({ id }) => id).filter((id) => wrong.includes(id)) : [],
        note: note.trim() === '' ? null : note.trim(),
      },
    );
    onClose();
  };
  const toggleWrong = (id: string) => setWrong(wrong.includes(id) ? wrong.filter((each) => each !== id) : [...wrong, id]);

  return (
    <dialog
      class="review"
      ref={dialog}
      aria-labelledby="review-title"
      onClose={() => {
        // The event of a dialog that is gone comes late: by then the next one may be open.
        if (!isGone.current) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing || event.target instanceof HTMLButtonElement) return;
        if (event.target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        save();
      }}
    >
      <h2 id="review-title" dir="auto">
        {one ? `Review: ${one.subject.name}, ${one.property}` : `Review ${rows.length} groups`}
      </h2>
      {!one && decidedBefore > 0 && (
        <p class="hint">
          {decidedBefore === 1 ? '1 of them was decided before; that decision' : `${decidedBefore} of them were decided before; those decisions`} will be kept in the history.
        </p>
      )}
      <fieldset>
        <legend>Decision</legend>
        {reviewStatuses.map((each) => (
          <label key={each}>
            <input type="radio" name="status" checked={status === each} onChange={() => setStatus(each)} />
            {statusLabels[each]} <span class="hint">· {statusHints[each]}</span>
          </label>
        ))}
      </fieldset>
      {reasons.length > 0 && (
        <fieldset data-first>
          <legend>Reason</legend>
          {reasons.map((each) => (
            <label key={each}>
              <input type="radio" name="reason" checked={chosen === each} onChange={() => setReason(each)} />
              {reasonLabel(each)}
            </label>
          ))}
        </fieldset>
      )}
      {status === 'accepted' && (
        <fieldset data-first>
          <legend>Who is wrong? None: not known</legend>
          {claiming.map(({ id, title }) => (
            <label key={id} dir="auto">
              <input type="checkbox" checked={wrong.includes(id)} onChange={() => toggleWrong(id)} />
              {id === registrySource ? 'Registry' : title}
            </label>
          ))}
        </fieldset>
      )}
      <label class="note">
        Note
        <textarea rows={3} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      {one && one.review.history.length > 0 && (
        <details>
          <summary>Earlier decisions ({one.review.history.length})</summary>
          <ol class="history">
            {one.review.history.map((past, i) => (
              <li key={i} dir="auto">
                {[past.words, past.by ?? '', past.at?.slice(0, 10) ?? ''].filter(Boolean).join(' · ')}
                {past.note !== null && <span class="hint">{past.note}</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
      <p class="review-actions">
        <button type="button" class="button" onClick={save}>
          Save
        </button>
        <button type="button" class="button secondary" onClick={onClose}>
          Cancel
        </button>
        <span class="hint">Enter saves, Ctrl+Enter from the note</span>
      </p>
    </dialog>
  );
}

const statusHints: Readonly<Record<ReviewStatus, string>> = {
  open: 'still to be settled',
  explained: 'no contradiction: there is a reason',
  accepted: 'a contradiction that stands',
  dismissed: 'nothing to compare',
};
