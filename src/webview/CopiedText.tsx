import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { PageCopy } from '../core/page/pagePassages';
import { CiteButton } from './CiteButton';
import type { Host } from './host';

/** Pairs of sources that are drawn before more are asked for. */
const drawnAtFirst = 3;

/** Sources that have text in common word for word, offered as ones of the same origin. */
export function CopiedText({ copies, onSend }: { copies: readonly PageCopy[]; onSend: Host['send'] }) {
  const [drawn, setDrawn] = useState(drawnAtFirst);
  return (
    <section class="copies" aria-label="Copied text">
      <h2>Copied text</h2>
      <p class="hint">These sources say the same in the same words. Sources of one origin count as one witness.</p>
      <ul>
        {copies.slice(0, drawn).map((copy) => (
          <li key={`${copy.a.source}|${copy.b.source}`}>
            <p dir="auto">
              <strong>{copy.a.title}</strong> and <strong>{copy.b.title}</strong>{' '}
              <span class="hint">
                {copy.words} words in common: {copy.percentOfA} % of the first, {copy.percentOfB} % of the second
              </span>
            </p>
            {copy.passages.map((passage, i) => (
              <p class="copy" key={i}>
                <q class="quote" dir="auto">
                  {passage.text}
                </q>
                <span class="places">
                  {([passage.a, passage.b] as const).map((place, side) => (
                    <Fragment key={side}>
                      <button type="button" class="link" onClick={() => onSend({ type: 'open', place, beside: true, preserveFocus: false })}>
                        Open in the {side === 0 ? 'first' : 'second'}
                      </button>
                      <CiteButton place={place} label={`Cite the ${side === 0 ? 'first' : 'second'}`} onSend={onSend} />
                    </Fragment>
                  ))}
                </span>
              </p>
            ))}
            {copy.origin === null ? (
              <button type="button" class="link" onClick={() => onSend({ type: 'sameOrigin', sources: [copy.a.source, copy.b.source] })}>
                Mark as same origin…
              </button>
            ) : (
              <span class="badge">Same origin: {copy.origin}</span>
            )}
          </li>
        ))}
      </ul>
      {copies.length > drawn && (
        <button type="button" class="link" onClick={() => setDrawn(drawn + 10)}>
          Show {Math.min(10, copies.length - drawn)} more
        </button>
      )}
    </section>
  );
}
