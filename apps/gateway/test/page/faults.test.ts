import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { startGateway, type GatewayUnderTest } from '../support/gateway.ts';
import { mistake } from '../support/mistake.ts';
import { countOn, openPage, signIn, startRecall, waitForState, type OpenPage } from '../support/page.ts';

const LONG_MS = 120_000;

/** The rest of the sentence that a wrong file is refused by. */
const OTHER_FILE = 'This is not the file that the upload was begun with';

describe('the page, where something goes wrong', () => {
  let gateway: GatewayUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [gateway, browser] = await Promise.all([startGateway({ phones: 1 }), startBrowser()]);
  }, LONG_MS);
  afterAll(async () => {
    await browser.close();
    await gateway[Symbol.asyncDispose]();
  });

  const signedIn = async (): Promise<OpenPage> => {
    const open = await openPage(browser, gateway.url);
    await signIn(open.page, gateway.scene.key);
    await open.page.getByLabel('App').waitFor();
    return open;
  };

  it(
    'lets no other file complete a list than the one that it was begun with',
    async () => {
      const { notifyId, tokens } = mistake(gateway, 1500);
      const list = Buffer.from(`${tokens.join('\n')}\n`);
      const response = await gateway.call(`/v1/apps/shop/recalls?notifyId=${String(notifyId)}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'text/plain',
          'Upload-Complete': '?0',
          'Upload-Length': String(list.length),
        },
        body: list.subarray(0, list.indexOf('\n') + 1),
      });
      const { recallId } = (await response.json()) as { readonly recallId: string }; // by the contract
      await using open = await signedIn();
      const { page } = open;
      await page.getByRole('button', { name: `notifyId ${String(notifyId)}` }).click();
      const choose = (buffer: Buffer): Promise<void> =>
        page
          .getByRole('region', { name: 'Recall', exact: true })
          .getByLabel('List of targets')
          .setInputFiles({ name: 'tokens.txt', mimeType: 'text/plain', buffer });
      for (const wrong of [Buffer.from('wrong\n'), Buffer.concat([list, Buffer.from('one more\n')])]) {
        await choose(wrong);
        await page.getByText(OTHER_FILE).waitFor();
        expect(await gateway.readRecall(recallId)).toMatchObject({
          state: 'uploading',
          targets: { read: 1 },
          upload: { complete: false },
        });
      }
      await choose(list);
      await waitForState(page, 'finished');
      expect(await countOn(page, 'accepted')).toBe('1,500');
    },
    LONG_MS,
  );

  it(
    'keeps a refusal, and what somebody has opened, while the recall goes on',
    async () => {
      const { notifyId, tokens } = mistake(gateway, 2000);
      const { huawei } = gateway.scene.running.emulator;
      huawei.setQuota(gateway.scene.clientId, { devicesPerSecond: 100 });
      await using open = await signedIn();
      const { page } = open;
      await page.route('**/stop', (route) => refuse(route, 'The stop was refused.'), { times: 1 });
      const list = Buffer.from(['two words', ...tokens].join('\n'));
      await startRecall(open, { notifyId, name: 'tokens.txt', list });
      await page.getByText('Lines that are no target: 1').click();
      await page.getByText('line 1:').waitFor();
      await stop(page);
      await page.getByText('The stop was refused.').waitFor();
      const before = await countOn(page, 'accepted');
      await expect.poll(() => countOn(page, 'accepted'), { timeout: 60_000 }).not.toBe(before);
      expect(await page.getByText('The stop was refused.').isVisible()).toBe(true);
      expect(await page.getByText('line 1:').isVisible()).toBe(true);
      // And a request that goes well takes it away
      await stop(page);
      await waitForState(page, 'stopped');
      expect(await page.getByText('The stop was refused.').count()).toBe(0);
      huawei.setQuota(gateway.scene.clientId, undefined);
    },
    LONG_MS,
  );

  it(
    'watches on where the stream ends before the recall has',
    async () => {
      const { notifyId, tokens } = mistake(gateway, 20);
      await using open = await signedIn();
      const { page } = open;
      let streams = 0;
      await page.route('**/events', async (route) => {
        streams += 1;
        // The first one is of the upload, and the one after it of the recall
        if (streams > 2) {
          await route.continue();
          return;
        }
        const { recallId } = recallIn(route);
        const recall = await gateway.readRecall(recallId);
        await tell(route, `event: end\ndata: ${JSON.stringify({ ...recall, state: 'running' })}\n\n`);
      });
      await startRecall(open, { notifyId, name: 'tokens.txt', list: Buffer.from(tokens.join('\n')) });
      await waitForState(page, 'finished');
      expect(streams).toBeGreaterThanOrEqual(3);
    },
    LONG_MS,
  );

  it(
    'begins a recall all the same, where another one of the notification came first',
    async () => {
      const { notifyId, tokens } = mistake(gateway, 40);
      const { huawei } = gateway.scene.running.emulator;
      await using open = await signedIn();
      const { page } = open;
      await page.route(
        '**/targets',
        async (route) => {
          huawei.setQuota(gateway.scene.clientId, { devicesPerSecond: 1 });
          await gateway.call(`/v1/apps/shop/recalls?notifyId=${String(notifyId)}&again=true`, {
            method: 'POST',
            headers: { 'Content-Type': 'text/plain' },
            body: tokens.slice(0, 20).join('\n'),
          });
          await route.continue();
        },
        { times: 1 },
      );
      const list = Buffer.from(tokens.slice(20).join('\n'));
      await startRecall(open, { notifyId, name: 'tokens.txt', list });
      await page.getByText('The last error').waitFor();
      expect(await page.getByText('Go on with the upload').count()).toBe(0);
      huawei.setQuota(gateway.scene.clientId, undefined);
      await page.getByRole('button', { name: 'Begin all the same' }).click();
      await page.getByRole('button', { name: 'Begin now' }).click();
      await waitForState(page, 'finished');
      expect(await countOn(page, 'accepted')).toBe('20');
    },
    LONG_MS,
  );

  it('says that an upload was dropped by somebody else', async () => {
    const { notifyId } = mistake(gateway, 1);
    await gateway.call(`/v1/apps/shop/recalls?notifyId=${String(notifyId)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'Upload-Complete': '?0' },
      body: 'one\n',
    });
    await using open = await signedIn();
    const { page } = open;
    await page.route('**/events', (route) => tell(route, 'event: gone\ndata: {}\n\n'));
    await page.getByRole('button', { name: `notifyId ${String(notifyId)}` }).click();
    await page.getByText('The upload was dropped, and this recall with it.').waitFor();
    expect(await page.getByRole('button', { name: 'Evidence' }).count()).toBe(0);
  });

  it(
    'asks a key that may only begin recalls to read none',
    async () => {
      const { notifyId, tokens } = mistake(gateway, 20);
      await using open = await openPage(browser, gateway.url);
      const { page } = open;
      const asked: string[] = [];
      page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
      await page.route('**/v1/apps', async (route) => {
        const answer = await route.fetch();
        const text = await answer.text();
        await route.fulfill({
          response: answer,
          body: text.replace(/"scopes":\[.*?\]/g, '"scopes":["start"]'),
        });
      });
      await signIn(page, gateway.scene.key);
      let parts = 0;
      await page.route('**/targets', async (route) => {
        if (route.request().method() === 'PATCH') parts += 1;
        // Taken in, and the answer is lost
        if (parts === 1 && route.request().method() === 'PATCH') {
          await route.fetch();
          await route.abort('connectionreset');
        } else await route.continue();
      });
      await startRecall(open, { notifyId, name: 'tokens.txt', list: Buffer.from(tokens.join('\n')) });
      await page.getByText('The whole list has arrived.').waitFor({ timeout: LONG_MS });
      expect(await page.getByRole('button', { name: 'Report', exact: true }).count()).toBe(0);
      const paths = asked
        .filter((one) => one.includes('/v1/'))
        .map((one) => one.replace(/r-[0-9a-f]+/, 'ID'));
      expect(paths).toEqual([
        'GET /v1/apps',
        'POST /v1/apps/shop/recalls',
        'PATCH /v1/apps/shop/recalls/ID/targets',
        'HEAD /v1/apps/shop/recalls/ID/targets',
      ]);
    },
    LONG_MS,
  );

  it('says that a login has ended, and not that the network is to blame', async () => {
    await using open = await openPage(browser, gateway.url);
    const { page } = open;
    await page.route('**/v1/apps', (route) =>
      route.fulfill({ status: 302, headers: { Location: 'https://your-team.cloudflareaccess.example/' } }),
    );
    await signIn(page, '');
    await page.getByText('Your login has ended. Load the page anew to log in').waitFor();
  });
});

async function stop(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('button', { name: 'Stop now' }).click();
}

const refuse = (route: Route, title: string): Promise<void> =>
  route.fulfill({
    status: 409,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title, status: 409 }),
  });

const tell = (route: Route, body: string): Promise<void> =>
  route.fulfill({ status: 200, contentType: 'text/event-stream', body });

function recallIn(route: Route): { readonly recallId: string } {
  const [, recallId] = /\/recalls\/([^/]+)\//.exec(route.request().url()) ?? [];
  if (recallId === undefined) throw new Error(`no recall in ${route.request().url()}`);
  return { recallId };
}
