import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { startGateway, type GatewayUnderTest } from '../support/gateway.ts';
import { mistake } from '../support/mistake.ts';
import { countOn, openPage, signIn, startRecall, waitForState, type OpenPage } from '../support/page.ts';

const LONG_MS = 120_000;

/** Tokens that no phone has. */
const STRANGERS = Array.from({ length: 30 }, (_, at) => `nobody-${String(at)}`);

describe('what the page tells', () => {
  let gateway: GatewayUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [gateway, browser] = await Promise.all([startGateway({ phones: 1 }), startBrowser()]);
  }, LONG_MS);
  afterAll(async () => {
    await browser.close();
    await gateway[Symbol.asyncDispose]();
  });

  const signedIn = async (at = ''): Promise<OpenPage> => {
    const open = await openPage(browser, `${gateway.url}${at}`);
    await signIn(open.page, gateway.scene.key);
    await open.page.getByLabel('App').waitFor();
    return open;
  };

  /** Begins a recall without the page. */
  const begin = async (notifyId: number, targets: readonly string[]): Promise<string> => {
    const response = await gateway.call(`/v1/apps/shop/recalls?notifyId=${String(notifyId)}&reason=by+hand`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: targets.join('\n'),
    });
    return ((await response.json()) as { readonly recallId: string }).recallId; // by the contract
  };

  const lineOf = (page: Page, recallId: string) => page.getByRole('button', { name: recallId });

  it(
    'says how long a recall still takes, that the vendor throttles or fails, and since when nothing has moved',
    async () => {
      const { notifyId, tokens } = mistake(gateway, 6000);
      const { huawei, faults } = gateway.scene.running.emulator;
      huawei.setQuota(gateway.scene.clientId, { devicesPerSecond: 400 });
      await using open = await signedIn();
      const { page } = open;
      await page.clock.install();
      await startRecall(open, { notifyId, name: 'tokens.txt', list: Buffer.from(tokens.join('\n')) });
      await page.getByText(/^about \d+ s left, until about \d/).waitFor();
      await page.getByText(/^pace: up to [\d,]+ targets a second$/).waitFor();
      await page.getByText('The vendor throttles').waitFor({ timeout: 30_000 });
      expect(await page.getByText('No target has come to an outcome').count()).toBe(0);

      faults.set([{ action: { type: 'status', status: 502 } }]);
      await page.getByText('The vendor, or the way to it, fails').waitFor({ timeout: 30_000 });
      faults.set([{ action: { type: 'stall' } }]);
      await page.clock.fastForward(70_000);
      await page.getByText(/^No target has come to an outcome since \d/).waitFor({ timeout: 30_000 });
      await page.getByText('time left unknown').waitFor();
      faults.set([]);
      huawei.setQuota(gateway.scene.clientId, undefined);
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByRole('button', { name: 'Stop now' }).click();
      await waitForState(page, 'stopped');
    },
    LONG_MS,
  );

  it('says what a recall waits for, and since when', async () => {
    const { notifyId, tokens } = mistake(gateway, 2);
    const recallId = await begin(notifyId, tokens);
    const recall = await gateway.until(recallId, ({ state }) => state === 'finished');
    const waiting = { ...recall, state: 'waiting' };
    const error = { at: '2026-11-27T01:02:03.000Z', message: 'The service account is empty.' };
    const told = [{ ...waiting, error }, waiting];
    await using open = await signedIn();
    const { page } = open;
    await page.route('**/events', (route) => {
      const body = `event: recall\ndata: ${JSON.stringify(told.shift() ?? waiting)}\n\n`;
      return route.fulfill({ status: 200, contentType: 'text/event-stream', body });
    });
    await lineOf(page, recallId).click();
    await page.getByText(/^Waits since Nov 2\d, 2026.*, for what stands below to pass/).waitFor();
    await page.getByText('The service account is empty.').waitFor();
    await page.getByText(/^Waits for its turn since /).waitFor();
  });

  it('counts in the list against what was to be sent, and says in words why a recall stopped', async () => {
    const { notifyId, tokens } = mistake(gateway, 5);
    const mixed = await begin(notifyId, [...tokens, ...tokens, 'nobody', 'two words']);
    const refused = await begin(mistake(gateway, 1).notifyId, STRANGERS);
    await gateway.until(mixed, ({ state }) => state === 'finished');
    await gateway.until(refused, ({ state }) => state === 'stopped');
    await using open = await signedIn();
    const { page } = open;
    const line = await lineOf(page, mixed).innerText();
    expect(line).toContain('5 of 6 accepted · 1 rejected');
    expect(line).toMatch(/[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d:\d\d\s[AP]M (UTC|GMT\S*|[A-Z]{3,4})/);
    expect(line).toContain('oncall – by hand');
    expect(await lineOf(page, mixed).locator('.badge').getAttribute('class')).toBe('badge finished some');
    await lineOf(page, refused).click();
    await waitForState(page, 'stopped');
    await page.getByText('The vendor refused every target that was tried first').waitFor();
    await page.getByText('check all three, and begin a new recall').waitFor();
    expect(await page.getByText('nothing-accepted').count()).toBe(0);
    expect(await countOn(page, 'rejected')).not.toBe('0');
  });

  it(
    'leads from a refusal to the recall that is in the way',
    async () => {
      const { notifyId, tokens } = mistake(gateway, 20);
      const { huawei } = gateway.scene.running.emulator;
      huawei.setQuota(gateway.scene.clientId, { devicesPerSecond: 1 });
      const recallId = await begin(notifyId, tokens);
      await using open = await signedIn();
      const { page } = open;
      await startRecall(open, { notifyId, name: 'tokens.txt', list: Buffer.from(tokens.join('\n')) });
      await page.getByRole('link', { name: `Open recall ${recallId}` }).click();
      huawei.setQuota(gateway.scene.clientId, undefined);
      await waitForState(page, 'finished');
      expect(page.url()).toBe(`${gateway.url}/#shop/${recallId}`);
    },
    LONG_MS,
  );

  it('leads by its address to what it shows, and back', async () => {
    const { notifyId, tokens } = mistake(gateway, 1);
    const recallId = await begin(notifyId, tokens);
    await using open = await signedIn(`/#shop/${recallId}`);
    const { page } = open;
    await waitForState(page, 'finished');
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await lineOf(page, recallId).waitFor();
    expect(page.url()).toBe(`${gateway.url}/#shop`);
    await page.goBack();
    await waitForState(page, 'finished');
    expect(page.url()).toBe(`${gateway.url}/#shop/${recallId}`);
    await page.evaluate(`location.hash = '#shop/r-0123456789'`);
    await page.getByText('There is no recall r-0123456789 of this app').waitFor();
    await lineOf(page, recallId).waitFor();
    expect(page.url()).toBe(`${gateway.url}/#shop`);
  });

  it(
    'tells at once that the line is broken, and goes on with the list by itself once it is back',
    async () => {
      const { notifyId, tokens } = mistake(gateway, 20);
      await using open = await signedIn();
      const { page } = open;
      const context = page.context();
      await page.route(
        '**/targets',
        async (route) => {
          await context.setOffline(true);
          await route.abort('internetdisconnected');
        },
        { times: 1 },
      );
      await startRecall(open, { notifyId, name: 'tokens.txt', list: Buffer.from(tokens.join('\n')) });
      await page.getByText('the upload goes on by itself').waitFor();
      await context.setOffline(false);
      await waitForState(page, 'finished');
      expect(await countOn(page, 'accepted')).toBe('20');
    },
    LONG_MS,
  );

  it(
    'asks for the file again where the gateway is reached, and the list never gets through',
    async () => {
      const { notifyId, tokens } = mistake(gateway, 2);
      await using open = await signedIn();
      const { page } = open;
      await page.clock.install();
      let parts = 0;
      await page.route('**/targets', async (route) => {
        if (route.request().method() === 'HEAD') return route.continue();
        parts += 1;
        return route.abort('connectionreset');
      });
      await startRecall(open, { notifyId, name: 'tokens.txt', list: Buffer.from(tokens.join('\n')) });
      await page.getByText('the upload goes on by itself').waitFor();
      const asked = async (): Promise<number> => {
        await page.clock.fastForward(15_000);
        return page.getByText('choose the same file to go on').count();
      };
      await expect.poll(asked, { timeout: 30_000 }).toBe(1);
      // The first is not counted, since nobody has asked the gateway yet; the ninth after it is one too many
      expect(parts).toBe(10);
    },
    LONG_MS,
  );

  it('asks for no file where an upload was begun with an empty one, and drops it', async () => {
    const { notifyId } = mistake(gateway, 1);
    const response = await gateway.call(`/v1/apps/shop/recalls?notifyId=${String(notifyId)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'Upload-Complete': '?0', 'Upload-Length': '0' },
      body: '',
    });
    const { recallId } = (await response.json()) as { readonly recallId: string }; // by the contract
    await using open = await signedIn();
    const { page } = open;
    await lineOf(page, recallId).click();
    await page.getByText('This upload was begun with an empty file').waitFor();
    expect(await page.getByLabel('List of targets').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Evidence' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Drop the upload' }).click();
    await page.getByRole('button', { name: 'Drop it' }).click();
    await page.getByRole('heading', { name: 'Recalls' }).waitFor();
    await expect.poll(() => lineOf(page, recallId).count()).toBe(0);
  });

  it('speaks Chinese where the browser does', async () => {
    const refused = await begin(mistake(gateway, 1).notifyId, STRANGERS);
    await gateway.until(refused, ({ state }) => state === 'stopped');
    await using open = await openPage(browser, `${gateway.url}/#shop/${refused}`, { locale: 'zh-CN' });
    const { page } = open;
    await page.getByLabel('访问密钥').fill(gateway.scene.key);
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByText('最先尝试的目标全部被厂商拒绝').waitFor();
    await page.getByRole('button', { name: '恢复', exact: true }).click();
    await page.getByText('所有剩余目标都会发送给厂商。').waitFor();
  });
});
