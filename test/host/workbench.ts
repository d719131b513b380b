import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, newPage, openFolder } from './browser';
import { checkoutRoot, provision } from './provision';
import type { HostName } from './provision';
import { startServer } from './server';
import type { HostServer, ServerOptions } from './server';
import { temporaryFolder } from './temporary';
import type { TemporaryFolder } from './temporary';

/** A workbench that shows a copy of a workspace, driven from outside. */
export interface Workbench {
  readonly page: Page;
  readonly server: HostServer;
  /** The copy that is open: files may be written to. */
  readonly workspace: string;
  close(): Promise<void>;
}

export interface WorkbenchOptions extends Pick<ServerOptions, 'settings' | 'restricted' | 'smokeTestDriver'> {
  /** Default: the environment's CORROBORATE_HOST, else newest. */
  readonly host?: HostName;
  /** Default: the environment's CORROBORATE_VSIX. */
  readonly vsix?: string;
  /** A folder, which is copied; default the example case. */
  readonly workspace?: string;
  /** A file to open, relative to the workspace. */
  readonly openFile?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Device pixels a CSS pixel; 2 for sharp pictures. */
  readonly scale?: number;
}

export const exampleCase = path.join(checkoutRoot, 'examples/kazakhstan-un');

/** Starts server and browser, installs the VSIX and opens a copy of the workspace. Everything it started ends in `close`. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const vsix = options.vsix ?? process.env['CORROBORATE_VSIX'];
  if (!vsix) throw new Error('no VSIX to test: run through test/host/runSuite.ts, or set CORROBORATE_VSIX to a file');
  const hostName = options.host ?? (process.env['CORROBORATE_HOST'] === 'oldest' ? 'oldest' : 'newest');
  const { host, chromium } = await provision(hostName);
  const copy = await copyWorkspace(options.workspace ?? exampleCase);
  const closers = [copy.remove];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const { settings, restricted, smokeTestDriver } = options;
    const server = await startServer(host, { vsix: [vsix], settings, restricted, smokeTestDriver });
    closers.push(server.close);
    const browser = await launchBrowser(chromium);
    closers.push(() => browser.close());
    const page = await newPage(browser, options.viewport, options.scale);
    await openFolder(page, server, copy.folder, options.openFile);
    return { page, server, workspace: copy.folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Copies a folder to a temporary place, so that a test may change it. */
export async function copyWorkspace(source: string): Promise<TemporaryFolder> {
  const { folder: parent, remove } = await temporaryFolder('workspace');
  const folder = path.join(parent, path.basename(source));
  await cp(source, folder, { recursive: true });
  return { folder, remove };
}
