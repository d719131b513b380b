import type { ComponentChildren } from 'preact';

/** What stands in place of rows: a short title and a way on. */
export function Notice({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <main class="notice">
      <div role="status">
        <h2>{title}</h2>
        {children !== undefined && <p>{children}</p>}
      </div>
    </main>
  );
}
