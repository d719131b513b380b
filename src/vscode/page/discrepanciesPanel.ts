import * as vscode from 'vscode';
import type { Decision } from '../../core/claims/review';
import type { PageDetail } from '../../core/page/pageDetail';
import type { PageTimeline } from '../../core/page/pageTimeline';
import type { FilePlace, PageModel, PageRow } from '../../core/page/page';
import type { PagePassages } from '../../core/page/pagePassages';
import { changeBetween } from '../../core/page/pageChange';
import { cutModel } from '../../core/page/pagePieces';
import { defaultFilter } from '../../core/page/pageView';
import { pageDocument } from '../../webview/document';
import { readPageMessage, readPageState, type HostMessage, type PageMessage } from '../../webview/protocol';

/** The webview's type, as the extension's activation events name it. */
const discrepanciesViewType = 'corroborate.discrepancies';

/** What the page needs of the case. */
export interface DiscrepanciesPort {
  /** What to show now; undefined when no case is open. Asked for only while the page is in sight. */
  model(): PageModel | undefined;
  /** Passages to compare; undefined when no case is open, or it changed meanwhile. Asked for only while the page shows them. */
  passages(): Promise<PagePassages | undefined>;
  /** The detail of a group; undefined when it is gone. */
  detail(key: string): PageDetail | undefined;
  timeline(): PageTimeline | undefined;
  /** Writes a decision about groups; what came of it, in words. */
  decide(keys: readonly string[], decision: Decision): Thenable<string>;
  /** Hands on the groups with these keys, as the page shows them; `filter`: what they were chosen by, in words. */
  exportReport(keys: readonly string[], filter: string): Thenable<void>;
  /** Copies a passage of an article as a citation. */
  copyCitation(place: FilePlace): Thenable<void>;
  /** Asks for the origin of two sources, and writes it to the manifest. */
  sameOrigin(sources: readonly [string, string]): Thenable<void>;
  /** Takes the last decision back, or makes it again. */
  undo(): Thenable<unknown>;
  redo(): Thenable<unknown>;
  /** Takes suggested claims in, or leaves them out. */
  showSuggestions(shown: boolean): Thenable<void>;
  /** Something that the model is made of may have changed. */
  readonly onDidChange: vscode.Event<void>;
  /** Shows a passage of an article, or an entry of a YAML file, of the shown case. */
  openPassage(place: FilePlace, options: OpenOptions): Thenable<void>;
  /** Shows an entity's entry in the registry. */
  openEntity(entity: string, options: OpenOptions): Thenable<void>;
}

export interface OpenOptions {
  /** Beside the page, not in its place. */
  readonly beside: boolean;
  readonly preserveFocus: boolean;
}

export interface DiscrepanciesPanel extends vscode.Disposable {
  /** Opens the page, or comes back to it; at one group, or with all groups about one entity, where it is said which. */
  show(target?: PageTarget): void;
  /** Whether the page is open, in sight or not. */
  isOpen(): boolean;
}

export interface PageTarget {
  /** A group's key. */
  readonly group?: string;
  /** An entity's id; a group goes before it. */
  readonly entity?: string;
}

const stateKey = 'corroborate.discrepancies.state';
const quietTime = 120;

/**
 * The discrepancies page as a webview panel: at most one a window, restored with the window, fed with the whole model when it loads and
 * with changes afterwards. Its filters outlive it, in the workspace's state.
 */
export function registerDiscrepanciesPanel(context: vscode.ExtensionContext, port: DiscrepanciesPort): DiscrepanciesPanel {
  let open: { readonly panel: vscode.WebviewPanel; turnTo(target: PageTarget): void; dispose(): void } | undefined;

  const adopt = (panel: vscode.WebviewPanel) => {
    open?.panel.dispose();
    const page = connectPage(panel, context, port);
    open = { panel, ...page };
    panel.onDidDispose(() => {
      page.dispose();
      if (open?.panel === panel) open = undefined;
    });
    return page;
  };

  const serializer = vscode.window.registerWebviewPanelSerializer(discrepanciesViewType, {
    deserializeWebviewPanel(panel) {
      adopt(panel);
      return Promise.resolve();
    },
  });

  return {
    show(target) {
      if (open) {
        open.panel.reveal();
      } else {
        adopt(
          vscode.window.createWebviewPanel(discrepanciesViewType, vscode.l10n.t('Discrepancies'), vscode.ViewColumn.Active),
        );
      }
      if (target) open?.turnTo(target);
    },
    isOpen: () => open !== undefined,
    dispose() {
      serializer.dispose();
      open?.panel.dispose();
    },
  };
}

function connectPage(panel: vscode.WebviewPanel, context: vscode.ExtensionContext, port: DiscrepanciesPort) {
  const { webview } = panel;
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const media = vscode.Uri.joinPath(context.extensionUri, 'media');
  // What the page has; undefined until it asks, null when it was told that no case is open.
  let sent: PageModel | null | undefined;
  let generation = 0;
  // Pieces of that model that are still to be sent.
  let unsent: (readonly PageRow[])[] = [];
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: PageTarget | undefined;
  // What the page has of passages; undefined while it does not show them.
  let sentPassages: string | undefined;
  // The group whose detail it shows, and what it has of it.
  let detailKey: string | null = null;
  let sentDetail = '';
  // What it has of the time line; undefined while it does not show it.
  let sentTimeline: string | undefined;

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the editor's own function, not a window's
  const post = (message: HostMessage) => void webview.postMessage(message);
  const postTarget = ({ group, entity }: PageTarget) => {
    if (group !== undefined) post({ type: 'reveal', key: group });
    else if (entity !== undefined) post({ type: 'showEntity', entity });
  };
  const postWhole = () => {
    sent = port.model() ?? null;
    generation++;
    const state = readPageState(context.workspaceState.get(stateKey)) ?? null;
    const about = [state?.scroll?.row, state?.cell?.row, waiting?.group].filter((key) => key !== undefined);
    const cut = sent && cutModel(sent, state?.filter ?? defaultFilter, about);
    unsent = cut ? [...cut.pieces] : [];
    post({ type: 'model', model: cut && cut.start.model, cut: cut && { places: cut.start.places, total: cut.start.total }, generation, state });
    postRest();
    if (waiting) postTarget(waiting);
    waiting = undefined;
  };
  const postPiece = () => {
    const rows = unsent.shift();
    if (rows) post({ type: 'rows', rows, generation });
  };
  /** Between the pieces, other work has its turn. */
  const postRest = () => {
    clearTimeout(restTimer);
    if (unsent.length === 0) return;
    restTimer = setTimeout(() => {
      postPiece();
      postRest();
    });
  };
  const postPassages = async () => {
    const passages = await port.passages();
    if (!passages || sentPassages === undefined) return;
    const key = JSON.stringify(passages);
    if (key === sentPassages) return;
    sentPassages = key;
    post({ type: 'passages', passages });
  };
  const postDetail = () => {
    const detail = detailKey === null ? undefined : port.detail(detailKey);
    const json = JSON.stringify(detail ?? null);
    if (!detail || json === sentDetail) return;
    sentDetail = json;
    post({ type: 'detail', detail });
  };
  const postTimeline = () => {
    const timeline = sentTimeline === undefined ? undefined : port.timeline();
    const json = JSON.stringify(timeline ?? null);
    if (!timeline || json === sentTimeline) return;
    sentTimeline = json;
    post({ type: 'timeline', timeline });
  };
  const update = () => {
    if (panel.visible) {
      postDetail();
      postTimeline();
    }
    if (panel.visible && sentPassages !== undefined) void postPassages();
    if (sent === undefined || !panel.visible) return;
    const next = port.model() ?? null;
    if (sent === null || next === null) {
      if (sent !== next) postWhole();
      return;
    }
    const change = changeBetween(sent, next);
    sent = next;
    if (!change) return;
    while (unsent.length > 0) postPiece();
    post({ type: 'change', change, generation: ++generation });
  };
  const updateSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(update, quietTime);
  };
  const obey = (message: PageMessage): Thenable<void> | void => {
    switch (message.type) {
      case 'ready':
        return postWhole();
      case 'open':
        return port.openPassage(message.place, { beside: message.beside, preserveFocus: message.preserveFocus });
      case 'copyCitation':
        return port.copyCitation(message.place);
      case 'openEntity':
        return port.openEntity(message.entity, { beside: true, preserveFocus: message.preserveFocus });
      case 'showSuggestions':
        return port.showSuggestions(message.shown);
      case 'wantPassages':
        sentPassages = message.wanted ? '' : undefined;
        return message.wanted ? postPassages() : undefined;
      case 'wantDetail':
        detailKey = message.key;
        sentDetail = '';
        return postDetail();
      case 'wantTimeline':
        sentTimeline = message.wanted ? '' : undefined;
        return postTimeline();
      case 'decide':
        return port.decide(message.keys, message.decision).then((text) => post({ type: 'notice', text }));
      case 'sameOrigin':
        return port.sameOrigin(message.sources);
      case 'undo':
        return port.undo().then(() => undefined);
      case 'redo':
        return port.redo().then(() => undefined);
      case 'exportReport':
        return port.exportReport(message.keys, message.filter);
      case 'stateChanged':
        return context.workspaceState.update(stateKey, message.state);
    }
  };

  const subscriptions = [
    port.onDidChange(updateSoon),
    panel.onDidChangeViewState(() => {
      if (panel.active && sent !== undefined) post({ type: 'activated' });
      // A hidden page is unloaded: it asks again when it is back.
      if (!panel.visible) {
        sent = sentPassages = sentTimeline = undefined;
        unsent = [];
        detailKey = null;
      }
    }),
    webview.onDidReceiveMessage(async (data: unknown) => {
      const received = readPageMessage(data);
      if (received.ok) return obey(received.message);
      // oxlint-disable-next-line no-console -- a fault of the page's code: nothing a person could act on
      console.warn(`Corroborate: a message from the discrepancies page was ignored: ${received.problem}`);
    }),
  ];

  panel.iconPath = {
    light: vscode.Uri.joinPath(media, 'discrepancies-light.svg'),
    dark: vscode.Uri.joinPath(media, 'discrepancies-dark.svg'),
  };
  webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
  webview.html = pageDocument({
    script: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'webview.js')).toString(),
    style: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'webview.css')).toString(),
    nonce: createNonce(),
    cspSource: webview.cspSource,
  });

  return {
    turnTo(target: PageTarget) {
      if (sent === undefined) waiting = target;
      else postTarget(target);
    },
    dispose() {
      clearTimeout(timer);
      clearTimeout(restTimer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
