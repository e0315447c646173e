import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { startGateway, type GatewayUnderTest } from '../support/gateway.ts';
import { countOn, download, openPage, signIn, startRecall, waitForState } from '../support/page.ts';

const LONG_MS = 120_000;

describe('the page', () => {
  let gateway: GatewayUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [gateway, browser] = await Promise.all([startGateway({ phones: 5000 }), startBrowser()]);
  }, LONG_MS);
  afterAll(async () => {
    await browser.close();
    await gateway[Symbol.asyncDispose]();
  });

  it('lets nobody in by a wrong key, and says so in words', async () => {
    await using open = await openPage(browser, gateway.url);
    await signIn(open.page, 'a-key-that-the-gateway-does-not-know-of');
    await open.page.getByRole('alert').waitFor();
    expect(await open.page.getByRole('alert').innerText()).toMatch(/^This gateway does not know that key/);
    expect(await open.page.getByLabel('App').count()).toBe(0);
  });

  it('keeps the key nowhere, and runs nothing but its own files', async () => {
    await using open = await openPage(browser, gateway.url);
    await signIn(open.page, gateway.scene.key);
    await open.page.getByLabel('App').waitFor();
    const stored = await open.page.evaluate(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])',
    );
    expect(stored).toBe(JSON.stringify([{}, {}, '', `${gateway.url}/#shop`]));
    await open.page.evaluate(
      `document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.com/x' }))`,
    );
    await expect.poll(() => open.complaints.join('\n')).toContain('Content Security Policy');
    await open.page.reload();
    await open.page.getByLabel('Access key').waitFor();
  });

  it(
    'takes a notification back from a gzip list, shows how far it is, and brings report and evidence',
    async () => {
      const { scene } = gateway;
      await using open = await openPage(browser, gateway.url);
      const { page } = open;
      await signIn(page, scene.key);
      const list = [...scene.tokens.slice(0, 2000), 'nobody', 'two words'];
      await startRecall(open, { ...scene, name: 'tokens.txt.gz', list: gzipSync(list.join('\n')) });
      await waitForState(page, 'finished');
      expect(await countOn(page, 'read')).toBe('2,002');
      expect(await countOn(page, 'accepted')).toBe('2,000');
      expect(await countOn(page, 'rejected')).toBe('1');
      expect(await countOn(page, 'malformed')).toBe('1');
      expect(await page.getByText('oncall: started – wrong price').count()).toBe(1);
      expect(
        scene.tokens.filter((token) => scene.running.emulator.huawei.tray(token).length > 0),
      ).toHaveLength(3000);

      const all = await download(page, 'Report of every target');
      expect(all.match(/"outcome":"accepted"/g)).toHaveLength(2000);
      expect(await download(page, 'Report')).toContain('"target":"nobody"');
      expect(await download(page, 'Evidence')).toContain('wrong price');
      expect(open.complaints).toEqual([]);

      await page.getByRole('button', { name: 'Back to the list' }).click();
      await page.getByRole('button', { name: /notifyId 3114932.*finished/ }).click();
      await waitForState(page, 'finished');

      await page.getByRole('button', { name: 'Delete the targets' }).click();
      const dialog = page.getByRole('dialog', { name: 'Delete the targets of this recall?' });
      const go = dialog.getByRole('button', { name: 'Delete the targets' });
      expect(await go.isDisabled()).toBe(true);
      const id = /r-[0-9a-z]+/.exec(await dialog.innerText())?.[0] ?? '';
      await dialog.getByLabel('Type the id of the recall to confirm').fill(id);
      await go.click();
      await page.getByText('oncall: deleted the targets').waitFor();
      expect((await gateway.readRecall(id)).forgotten).toBe(true);

      await page.getByText('The targets were deleted: there is no report any more').waitFor();
      expect(await page.getByRole('button', { name: 'Report' }).count()).toBe(0);
      expect(await download(page, 'Evidence')).toContain('wrong price');
      expect(JSON.parse(await download(page, 'Evidence key'))).toMatchObject({ recallId: id });
      await page.getByRole('button', { name: 'Back to the list' }).click();
      await page.getByRole('button', { name: id }).getByText('targets deleted').waitFor();
    },
    LONG_MS,
  );

  it(
    'takes an mPaaS task back by its id alone, and asks for what is missing',
    async () => {
      const { taskId, appId, workspaceId } = gateway.scene.bank;
      await using open = await openPage(browser, gateway.url);
      const { page } = open;
      await signIn(page, gateway.scene.key);
      await page.getByLabel('App').selectOption('bank');
      await page.getByRole('button', { name: 'Review' }).click();
      expect(await page.getByRole('alert').innerText()).toBe('Fill in: Message id');
      await page.getByLabel('Task id').fill(taskId);
      await page.getByRole('button', { name: 'Review' }).click();
      const dialog = page.getByRole('dialog', { name: 'Take this notification back?' });
      expect(await dialog.innerText()).toContain('the whole task');
      await dialog.getByLabel('Type the Task id to confirm').fill(taskId);
      await dialog.getByRole('button', { name: 'Upload and revoke' }).click();
      await waitForState(page, 'finished');
      expect(await countOn(page, 'accepted')).toBe('1');
      const { mpaas } = gateway.scene.running.emulator;
      expect(mpaas.revocations({ appId, workspaceId, taskId }).times(taskId)).toBe(1);
      expect(open.complaints).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'takes an mPaaS message back from each target of a list',
    async () => {
      const { messageId, targets, appId, workspaceId } = gateway.scene.bank;
      await using open = await openPage(browser, gateway.url);
      const { page } = open;
      await signIn(page, gateway.scene.key);
      await page.getByLabel('App').selectOption('bank');
      await page.getByLabel('Message id').fill(messageId);
      await page.getByLabel('List of targets').setInputFiles({
        name: 'devices.ndjson',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(targets.map((device) => JSON.stringify({ device })).join('\n')),
      });
      await page.getByLabel('Field of the target').fill('device');
      await page.getByRole('button', { name: 'Review' }).click();
      await page.getByLabel('Type the Message id to confirm').fill(messageId);
      await page.getByRole('button', { name: 'Upload and revoke' }).click();
      await waitForState(page, 'finished');
      expect(await countOn(page, 'accepted')).toBe('20');
      const { mpaas } = gateway.scene.running.emulator;
      expect(mpaas.revocations({ appId, workspaceId, messageId }).count).toBe(20);
    },
    LONG_MS,
  );

  it(
    'goes on with an upload that broke off, where the gateway was away',
    async () => {
      const { scene } = gateway;
      await using open = await openPage(browser, gateway.url);
      const { page } = open;
      await signIn(page, scene.key);
      let parts = 0;
      let restarted: Promise<void> | undefined;
      await page.route('**/targets', async (route) => {
        parts += 1;
        if (parts === 2) {
          await gateway.kill();
          await route.continue();
          restarted = gateway.restart();
        } else await route.continue();
      });
      // Lines between the targets, so that few of them are a list of three parts
      const gap = '\n'.repeat(13_000);
      const list = scene.tokens
        .slice(2000)
        .map((token) => `${token}${gap}`)
        .join('');
      await startRecall(open, { ...scene, name: 'tokens.txt', list: Buffer.from(list) });
      await waitForState(page, 'finished');
      await restarted;
      // Three, and the one that broke off
      expect(parts).toBeGreaterThanOrEqual(4);
      expect(await countOn(page, 'read')).toBe('3,000');
      expect(await countOn(page, 'accepted')).toBe('3,000');
      expect(scene.tokens.filter((token) => scene.running.emulator.huawei.tray(token).length > 0)).toEqual(
        [],
      );
    },
    LONG_MS,
  );

  it(
    'stops a recall, and goes on with it',
    async () => {
      const { scene } = gateway;
      const { huawei } = scene.running.emulator;
      const tokens = huawei.createDevices({ clientId: scene.clientId, count: 4000 });
      huawei.deliver({ clientId: scene.clientId, notifyId: 5, title: 'Oops' });
      huawei.setQuota(scene.clientId, { devicesPerSecond: 200 });
      await using open = await openPage(browser, gateway.url);
      const { page } = open;
      await signIn(page, scene.key);
      await startRecall(open, { notifyId: 5, name: 'tokens.txt', list: Buffer.from(tokens.join('\n')) });
      await page.getByRole('button', { name: 'Stop', exact: true }).click({ timeout: LONG_MS });
      await page.getByText('Stop this recall?').waitFor();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByLabel('Reason (optional)').fill('wrong list');
      await page.getByRole('button', { name: 'Stop now' }).click();
      await waitForState(page, 'stopped');
      await page.getByText('oncall asked it to stop: wrong list').waitFor();
      expect(await page.getByText('oncall: stopped – wrong list').count()).toBe(1);
      expect(await countOn(page, 'notAttempted')).not.toBe('0');
      huawei.setQuota(scene.clientId, undefined);
      await page.getByRole('button', { name: 'Resume', exact: true }).click();
      await page.getByLabel('Reason (optional)').fill('it was the right one');
      // As people do who have typed a line
      await page.keyboard.press('Enter');
      await waitForState(page, 'finished');
      expect(await page.getByText('oncall: resumed – it was the right one').count()).toBe(1);
      expect(await countOn(page, 'accepted')).toBe('4,000');
    },
    LONG_MS,
  );
});
