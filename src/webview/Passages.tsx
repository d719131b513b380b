import { useMemo, useState } from 'preact/hooks';
import type { PagePassage, PagePassagePair, PagePassages } from '../core/page/pagePassages';
import type { Host } from './host';
import { CiteButton } from './CiteButton';
import { CopiedText } from './CopiedText';
import { Notice } from './Notice';

interface PassagesProperties {
  /** Undefined while they are being ranked. */
  readonly passages: PagePassages | undefined;
  readonly onOpen: Host['send'];
}

/** Pairs that are drawn before more are asked for. */
const drawnAtFirst = 50;

/** Pairs of passages to compare, best first, the values that they share marked. */
export function Passages({ passages, onOpen }: PassagesProperties) {
  const [text, setText] = useState('');
  const [drawn, setDrawn] = useState(drawnAtFirst);
  const matching = useMemo(() => matchingPairs(passages?.pairs ?? [], text), [passages, text]);
  if (!passages) return <Notice title="Comparing passages…" />;
  if (passages.pairs.length === 0 && passages.copies.length === 0) {
    return (
      <Notice title="No passages to compare">
        Sentences of two sources that name the same things meet here. A case needs two articles and a registry with the
        names in them.
      </Notice>
    );
  }
  return (
    <>
      <search class="toolbar" aria-label="Filter passages">
        <div class="toolbar-line">
          <vscode-textfield
            class="filter-text"
            type="search"
            label="Filter passages by text"
            placeholder="Filter by name, value or words"
            value={text}
            onInput={(event) => setText((event.currentTarget as HTMLInputElement).value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setText('');
            }}
          />
          <span class="toolbar-end" role="status">
            {matching.length === passages.pairs.length
              ? `${matching.length} pairs`
              : `${matching.length} of ${passages.pairs.length} pairs`}
          </span>
        </div>
      </search>
      <main class="passages">
        {text === '' && passages.copies.length > 0 && <CopiedText copies={passages.copies} onSend={onOpen} />}
        <ol>
          {matching.slice(0, drawn).map((pair) => (
            <li key={pair.key} class="pair">
              <div class="pair-sides">
                {[pair.a, pair.b].map((passage, i) => (
                  <div key={i}>
                    <Side passage={passage} onOpen={onOpen} />
                    <CiteButton place={passage.place} onSend={onOpen} />
                  </div>
                ))}
              </div>
              {pair.values.length > 0 && (
                <ul class="pair-values" aria-label="Values side by side">
                  {pair.values.map((values, i) => (
                    <li key={i} class={values.differs ? 'differs' : undefined}>
                      <span class="value" dir="auto">
                        {values.a}
                      </span>{' '}
                      /{' '}
                      <span class="value" dir="auto">
                        {values.b}
                      </span>{' '}
                      <span class="relation">{values.relation}</span>
                    </li>
                  ))}
                </ul>
              )}
              {pair.shared.length > 0 && (
                <span class="shared" dir="auto">
                  Both: {pair.shared.join(', ')}
                </span>
              )}
            </li>
          ))}
        </ol>
        {matching.length > drawn && (
          <vscode-button secondary onClick={() => setDrawn(drawn + drawnAtFirst)}>
            Show {Math.min(drawnAtFirst, matching.length - drawn)} more
          </vscode-button>
        )}
      </main>
    </>
  );
}

function Side({ passage, onOpen }: { passage: PagePassage; onOpen: Host['send'] }) {
  const open = (preserveFocus: boolean) => onOpen({ type: 'open', place: passage.place, beside: true, preserveFocus });
  return (
    <div
      class="passage"
      role="link"
      tabIndex={0}
      title="Open the passage (Enter), or only show it (Space)"
      onClick={() => open(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open(event.key === ' ');
      }}
    >
      <span class="places" dir="auto">
        {passage.title} · line {passage.line}
      </span>
      <q class="quote" dir="auto">
        {markedParts(passage).map((part, i) => (part.marked ? <mark key={i}>{part.text}</mark> : part.text))}
      </q>
    </div>
  );
}

function markedParts({ text, marks }: PagePassage): { readonly text: string; readonly marked: boolean }[] {
  const parts: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start < at) continue;
    parts.push({ text: text.slice(at, mark.start), marked: false }, { text: text.slice(mark.start, mark.end), marked: true });
    at = mark.end;
  }
  parts.push({ text: text.slice(at), marked: false });
  return parts.filter((part) => part.text !== '');
}

function matchingPairs(pairs: readonly PagePassagePair[], text: string): readonly PagePassagePair[] {
  const terms = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (terms.length === 0) return pairs;
  return pairs.filter((pair) => {
    const words = [pair.a.text, pair.b.text, ...pair.shared, ...pair.values.flatMap((values) => [values.a, values.b])];
    const searched = words.join('\n').toLowerCase();
    return terms.every((term) => searched.includes(term));
  });
}
