import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { runCommand, webviewFrame } from '../host/browser';
import type { Workbench } from '../host/workbench';
import { eventually } from '../vscode/suite/eventually';

/** Where the caret of the active editor is, as the status bar tells it: `Ln 3, Col 1`, with what is selected. */
export async function caret(page: Page): Promise<string> {
  return (await page.locator('#status\\.editor\\.selection').textContent()) ?? '';
}

/** Waits until the active editor shows `file`, and its caret is told as `where`. */
export async function arrivesAt(page: Page, file: string, where: string): Promise<void> {
  await eventually(async () => {
    const tab = await page.locator('.editor-group-container.active .tab.active').textContent();
    assert.equal(tab?.includes(path.basename(file)), true, `${path.basename(file)} is not active, but ${tab}`);
    assert.equal(await caret(page), where);
  });
}

/** How the status bar tells of the first place of `text` in a file of the workspace: its start, or all of it selected. */
export async function placeOf(workbench: Workbench, file: string, text: string, selected: 'start' | 'whole'): Promise<string> {
  const content = await readFile(path.join(workbench.workspace, file), 'utf8');
  const start = content.indexOf(text);
  assert.ok(start >= 0, `“${text}” does not stand in ${file}`);
  const end = selected === 'whole' ? start + text.length : start;
  const before = content.slice(0, end).split('\n');
  const where = `Ln ${before.length}, Col ${(before.at(-1) ?? '').length + 1}`;
  return selected === 'whole' ? `${where} (${text.length} selected)` : where;
}

/** Puts the caret at the end of the first place of `text` in the active editor, which shows `file`. */
export async function goTo(workbench: Workbench, file: string, text: string): Promise<void> {
  const content = await readFile(path.join(workbench.workspace, file), 'utf8');
  const before = content.slice(0, content.indexOf(text) + text.length).split('\n');
  const { page } = workbench;
  await eventually(async () => {
    const tab = await page.locator('.editor-group-container.active .tab.active').textContent();
    assert.equal(tab?.includes(path.basename(file)), true, `${path.basename(file)} is not active, but ${tab}`);
    assert.match(await caret(page), /^Ln /);
    assert.equal(await page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null), true);
  });
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  await input.fill(`:${before.length}:${(before.at(-1) ?? '').length + 1}`);
  await input.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/** Opens the discrepancies page, or comes back to it, and waits for its rows. */
export async function openPage(page: Page): Promise<FrameLocator> {
  await runCommand(page, 'Corroborate: Open Discrepancies');
  const frame = webviewFrame(page);
  await frame.locator('.group-row').first().waitFor();
  return frame;
}

/** VS Code's own frame around every webview draws this warning. */
const frameWarning = /allow-scripts and allow-same-origin/;

/** What the browser's console says of the extension's page: errors, warnings, breaches of the content security policy. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    const text = message.text();
    const ours = /corroborate|webview/i.test(url) || /corroborate|content security policy/i.test(text);
    if (ours && !frameWarning.test(text) && ['error', 'warning'].includes(message.type())) complaints.push(`${message.type()} ${url}: ${text}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
