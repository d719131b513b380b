export type TabName = 'claims' | 'timeline' | 'passages';

const tabs: readonly { readonly name: TabName; readonly label: string }[] = [
  { name: 'claims', label: 'Claims' },
  { name: 'timeline', label: 'Time line' },
  { name: 'passages', label: 'Passages' },
];

/** The page's views; arrow keys go from one to the other. */
export function Tabs({ chosen, onChoose }: { chosen: TabName; onChoose: (tab: TabName) => void }) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = tabs.findIndex(({ name }) => name === chosen);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.name);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Views" onKeyDown={onKeyDown}>
      {tabs.map(({ name, label }) => (
        <button
          type="button"
          role="tab"
          key={name}
          class="tab"
          data-tab={name}
          aria-selected={name === chosen}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
