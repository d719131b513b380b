import { useEffect, useRef, useState } from 'preact/hooks';
import { registrySource } from '../core/claims/claim';
import type { PageModel } from '../core/page/page';
import { chosenSources } from '../core/page/pageView';

interface SourcePickerProperties {
  readonly model: PageModel;
  readonly chosen: readonly string[] | null;
  readonly onChoose: (sources: readonly string[] | null) => void;
}

/** A button that unfolds the list of articles to put side by side. */
export function SourcePicker({ model, chosen, onChoose }: SourcePickerProperties) {
  const [open, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const element = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const articles = model.sources.filter((source) => source.id !== registrySource);
  const picked = new Set(chosenSources(model, chosen));
  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent) => {
      if (!element.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [open]);
  const listed = articles.filter(({ title, id }) => `${title}\n${id}`.toLowerCase().includes(sought.trim().toLowerCase()));
  const toggle = (id: string) => {
    const next = articles.filter((article) => (article.id === id ? !picked.has(id) : picked.has(article.id)));
    if (next.length > 0) onChoose(next.map((article) => article.id));
  };
  return (
    <div
      class="source-picker"
      ref={element}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        type="button"
        class="picker-button"
        ref={button}
        aria-expanded={open}
        aria-controls="source-list"
        onClick={() => setOpen(!open)}
      >
        {picked.size === articles.length ? `All ${articles.length} sources` : `${picked.size} of ${articles.length} sources`}
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M4 6l4 4 4-4" />
        </svg>
      </button>
      {open && (
        <div class="picker-list" id="source-list" role="group" aria-label="Sources side by side">
          {articles.length > 10 && (
            <vscode-textfield
              type="search"
              label="Find a source"
              placeholder="Find a source"
              value={sought}
              onInput={(event) => setSought((event.currentTarget as HTMLInputElement).value)}
            />
          )}
          <div class="picker-options">
            {listed.map((article) => (
              <div class="picker-option" key={article.id} title={article.id}>
                <vscode-checkbox
                  label={article.title}
                  checked={picked.has(article.id)}
                  disabled={picked.size === 1 && picked.has(article.id)}
                  onChange={() => toggle(article.id)}
                />
                {article.discrepancies > 0 && (
                  <span class="picker-count">
                    {article.discrepancies} {article.discrepancies === 1 ? 'discrepancy' : 'discrepancies'}
                  </span>
                )}
              </div>
            ))}
            {listed.length === 0 && <p>No source has this in its title.</p>}
          </div>
          <div class="picker-actions">
            <button type="button" class="link" onClick={() => onChoose(articles.map((article) => article.id))}>
              All
            </button>
            <button type="button" class="link" onClick={() => onChoose(null)}>
              Default
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
