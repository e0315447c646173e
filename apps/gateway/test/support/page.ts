import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** The page in a browser, as somebody in front of it has it. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  /** What the browser complains of: errors, and what the page's policy has kept out. */
  readonly complaints: readonly string[];
  /** Where files lie that are chosen on the page, which reads them when it sends them. */
  readonly folder: string;
}

/** Opens the page in a profile of its own. */
export async function openPage(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<OpenPage> {
  await using stack = new AsyncDisposableStack();
  const { path: folder } = stack.use(await temporaryFolder());
  const context = await browser.newContext(options);
  stack.defer(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  const whole = stack.move();
  return { page, complaints, folder, [Symbol.asyncDispose]: () => whole.disposeAsync() };
}

/** Lets somebody in by their key. */
export async function signIn(page: Page, key: string): Promise<void> {
  await page.getByLabel('Access key').fill(key);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Fills in a recall, looks it over and confirms it. */
export async function startRecall(
  { page, folder }: Pick<OpenPage, 'page' | 'folder'>,
  recall: { readonly notifyId: number; readonly name: string; readonly list: Buffer },
): Promise<void> {
  const { notifyId, name, list } = recall;
  await page.getByLabel('notifyId', { exact: true }).fill(String(notifyId));
  await page.getByLabel('Reason').fill('wrong price');
  // From the disk, as people choose it: a long one takes its time through the protocol of the browser
  const path = join(folder, name);
  await writeFile(path, list);
  await page.getByLabel('List of targets').setInputFiles(path);
  await page.getByRole('button', { name: 'Review' }).click();
  const go = page.getByRole('button', { name: 'Upload and revoke' });
  expect(await go.isDisabled()).toBe(true);
  await page.getByLabel('Type the notifyId to confirm').fill(String(notifyId));
  await go.click();
}

/** Waits until the recall that is shown is in this state. */
export const waitForState = (page: Page, state: string): Promise<void> =>
  page
    .getByRole('region', { name: 'Recall', exact: true })
    .getByText(state, { exact: true })
    .waitFor({ timeout: 90_000 });

/** The count under this name, as the page shows it. */
export const countOn = (page: Page, name: string): Promise<string> =>
  page.locator(`[data-count="${name}"] dd`).innerText();

/** The text of the file that a button brings. */
export async function download(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer); // a stream of bytes
  return Buffer.concat(chunks).toString('utf8');
}
