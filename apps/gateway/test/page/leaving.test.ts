import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { startGateway, type GatewayUnderTest } from '../support/gateway.ts';
import { mistake } from '../support/mistake.ts';
import { countOn, openPage, signIn, startRecall, waitForState, type OpenPage } from '../support/page.ts';

const LONG_MS = 120_000;

describe('the page, where somebody goes on elsewhere', () => {
  let gateway: GatewayUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [gateway, browser] = await Promise.all([startGateway({ phones: 1 }), startBrowser()]);
  }, LONG_MS);
  afterAll(async () => {
    await browser.close();
    await gateway[Symbol.asyncDispose]();
  });

  /** Begins a recall of two phones on the page; `held` is awaited before its list goes up. */
  const upload = async (open: OpenPage, held: Promise<unknown>): Promise<void> => {
    const { notifyId, tokens } = mistake(gateway, 2);
    await open.page.route('**/targets', async (route) => {
      await held;
      await goOn(route);
    });
    const list = Buffer.from(tokens.join('\n'));
    await startRecall(open, { notifyId, name: 'tokens.txt', list });
  };

  const signedIn = async (): Promise<OpenPage> => {
    const open = await openPage(browser, gateway.url);
    await signIn(open.page, gateway.scene.key);
    await open.page.getByLabel('App').waitFor();
    return open;
  };

  /** Ways out, each with where it leads. */
  const WAYS: readonly (readonly [string, (page: Page) => Promise<unknown>, string])[] = [
    ['a step back in the browser', (page) => page.goBack(), '#shop'],
    ['the way back', (page) => page.getByRole('button', { name: 'Back to the list' }).click(), '#shop'],
    ['another app', (page) => page.getByLabel('App').selectOption('bank'), '#bank'],
    ['another address', (page) => page.evaluate(`location.hash = '#bank'`), '#bank'],
  ];

  it.each(WAYS)(
    'asks before %s ends an upload',
    async (_name, goAway, leadsTo) => {
      const held = Promise.withResolvers<undefined>();
      await using open = await signedIn();
      const { page } = open;
      await upload(open, held.promise);
      await page.getByText(/^Uploading: 0 B of /).waitFor();
      const { hash } = new URL(page.url());
      expect(hash).toMatch(/^#shop\/r-/);
      const question = page.getByRole('form', { name: 'Leave this upload?' });

      await goAway(page);
      await question.getByRole('button', { name: 'Cancel' }).click();
      expect(await question.count()).toBe(0);
      expect(new URL(page.url()).hash).toBe(hash);
      expect(await page.getByLabel('App').inputValue()).toBe('shop');
      await page.getByText(/^Uploading: 0 B of /).waitFor();

      await goAway(page);
      await question.getByRole('button', { name: 'Leave it' }).click();
      await page.getByRole('heading', { name: 'New recall' }).waitFor();
      expect(new URL(page.url()).hash).toBe(leadsTo);
      expect(await page.getByLabel('App').inputValue()).toBe(leadsTo.slice(1));
      expect(await question.count()).toBe(0);
      held.resolve(undefined);
    },
    LONG_MS,
  );

  it(
    'goes on with the upload while it asks, and asks no more once all has arrived',
    async () => {
      const held = Promise.withResolvers<undefined>();
      await using open = await signedIn();
      const { page } = open;
      await upload(open, held.promise);
      await page.getByText(/^Uploading: 0 B of /).waitFor();
      await page.goBack();
      await page.getByText('Leave this upload?').waitFor();
      held.resolve(undefined);
      await waitForState(page, 'finished');
      expect(await countOn(page, 'accepted')).toBe('2');
      expect(await page.getByText('Leave this upload?').count()).toBe(0);
      await page.goBack();
      await page.getByRole('heading', { name: 'New recall' }).waitFor();
      expect(open.complaints).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'shows a recall under the app that it was begun for, and lets no other one be chosen meanwhile',
    async () => {
      await using open = await signedIn();
      const { page } = open;
      const begun = Promise.withResolvers<undefined>();
      await page.route('**/recalls?notifyId=*', async (route) => {
        await begun.promise;
        await goOn(route);
      });
      await upload(open, Promise.resolve());
      await expect.poll(() => page.getByLabel('App').isDisabled()).toBe(true);
      // Nor does a way around that lead the recall astray
      await page.evaluate(`location.hash = '#bank'`);
      await page.getByLabel('Message id').waitFor();
      begun.resolve(undefined);
      await waitForState(page, 'finished');
      expect(new URL(page.url()).hash).toMatch(/^#shop\/r-/);
      expect(await page.getByLabel('App').inputValue()).toBe('shop');
      expect(await page.getByLabel('App').isDisabled()).toBe(false);
      expect(await countOn(page, 'accepted')).toBe('2');
      expect(open.complaints).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'says also to somebody who has gone on that a recall was not begun',
    async () => {
      await using open = await signedIn();
      const { page } = open;
      const answered = Promise.withResolvers<undefined>();
      await page.route('**/recalls?notifyId=*', async (route) => {
        await answered.promise;
        await route.fulfill({
          status: 429,
          contentType: 'application/problem+json',
          body: JSON.stringify({ type: 'about:blank', title: 'There are too many.', status: 429 }),
        });
      });
      await upload(open, Promise.resolve());
      await expect.poll(() => page.getByLabel('App').isDisabled()).toBe(true);
      await page.evaluate(`location.hash = '#bank'`);
      await page.getByLabel('Message id').waitFor();
      answered.resolve(undefined);
      await page.getByRole('alert').getByText('There are too many.').waitFor();
      expect(await page.getByLabel('App').isDisabled()).toBe(false);
    },
    LONG_MS,
  );

  it('drops an upload without asking twice', async () => {
    const held = Promise.withResolvers<undefined>();
    await using open = await signedIn();
    const { page } = open;
    await upload(open, held.promise);
    await page.getByRole('button', { name: 'Drop the upload' }).click();
    await page.getByRole('button', { name: 'Drop it' }).click();
    await page.getByRole('heading', { name: 'New recall' }).waitFor();
    expect(await page.getByText('Leave this upload?').count()).toBe(0);
    held.resolve(undefined);
  });
});

/** Unless the page has given it up, or is closed. */
const goOn = (route: Route): Promise<void> => route.continue().catch(() => undefined);
