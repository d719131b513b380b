import { readPageState, type PageMessage, type PageState } from './protocol';

/** As the editor gives it to a webview: its `postMessage` takes no origin. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page's line to the extension. */
export interface Host {
  send(message: PageMessage): void;
  /** The state kept by the editor for this page; undefined when there is none. */
  savedState(): PageState | undefined;
  /** Keeps the state for reloads; the extension hears of it a moment later, once however often it changes. */
  saveState(state: PageState): void;
}

/** Takes the one connection that a page has; call once. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the editor's own function, not a window's
  const send = (message: PageMessage) => api.postMessage(message);
  let pending: ReturnType<typeof setTimeout> | undefined;
  return {
    send,
    savedState: () => readPageState(api.getState()),
    saveState(state) {
      api.setState(state);
      clearTimeout(pending);
      pending = setTimeout(() => send({ type: 'stateChanged', state }), 300);
    },
  };
}
