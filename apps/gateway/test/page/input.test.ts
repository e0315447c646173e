import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { startGateway, type GatewayUnderTest } from '../support/gateway.ts';
import { openPage, signIn } from '../support/page.ts';

const LONG_MS = 120_000;

/** As long as Huawei's are. */
const tokenOf = (start: string): string => start.padEnd(112, 'x');

const utf8 = (text: string): Buffer => Buffer.from(text);

/** Files that are no list, and what the page says of each. */
const WRONG = [
  ['nothing.txt', utf8(''), 'It is empty.'],
  ['nothing.txt.gz', gzipSync(''), 'It is empty.'],
  ['blank.txt', utf8('\n \r\n\n'), 'It holds blank lines, and nothing else.'],
  ['shot.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'It looks like a picture.'],
  ['list.pdf', utf8('%PDF-1.7\n'), 'It looks like a PDF.'],
  ['list.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0]), 'It looks like a spreadsheet (.xlsx) or a ZIP archive.'],
  ['list.txt', Buffer.from('\uFEFFtoken\n', 'utf16le'), 'It looks like text in UTF-16'],
  ['list.bin', utf8('token\n\0\0\n'), 'It is no text in UTF-8.'],
  ['latin1.txt', Buffer.from('caf\u00e9\n', 'latin1'), 'It is no text in UTF-8.'],
  ['cut.txt.gz', gzipSync('token\n'.repeat(100)).subarray(0, 25), 'It is packed with gzip, and broken'],
  ['export.txt', utf8('<!DOCTYPE html><title>Log in</title>\n'), 'It looks like a web page'],
  ['list.txt', utf8('{"token":"one"}\n{"token":"two"}\n'), 'It looks like JSON.'],
  ['list.txt', utf8('[\n"one",\n"two"\n]\n'), 'It looks like JSON.'],
  ['list.ndjson', utf8('one\ntwo\n'), 'its first line is no JSON.'],
  [
    'list.csv',
    utf8(`token,user_id\r\n${tokenOf('IQA')},17\r\n${tokenOf('IQB')},18\r\n`),
    'several columns. Its columns: token, user_id.',
  ],
  ['list.txt', utf8('token;"name"\nIQA;"one; two"\nIQB;three\n'), 'Its columns: token, name.'],
  ['list.txt.gz', gzipSync(`${tokenOf('IQA')},17\n${tokenOf('IQB')},18\n`), 'several columns.'],
  ['list.txt', utf8('IQA\t17\nIQB\t18\n'), 'several columns.'],
] as const;

/** Lists that may look odd and are none of these. */
const RIGHT = [
  ['names.txt', utf8('Doe,John\nMay,Ann\n'), '2 lines'],
  ['odd.txt', utf8('a,b,c\nd\n'), '2 lines'],
  ['numbers.txt', utf8('\uFEFF8613800138000\r\n8613800138001\r\n'), '2 lines'],
  ['one.txt', utf8('IQA'), '1 line'],
  // Cut within a character, where the look at it ends
  ['long.txt', utf8(`${'x'.repeat(64 * 1024 - 1)}\u00e9\n`), '1 line'],
] as const;

describe('what is filled in on the page', () => {
  let gateway: GatewayUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [gateway, browser] = await Promise.all([startGateway({ phones: 1 }), startBrowser()]);
  }, LONG_MS);
  afterAll(async () => {
    await browser.close();
    await gateway[Symbol.asyncDispose]();
  });

  it(
    'is refused before the upload where the file is no list, with what it looks like',
    async () => {
      await using open = await openPage(browser, gateway.url);
      const { page } = open;
      await signIn(page, gateway.scene.key);
      await page.getByLabel('notifyId', { exact: true }).fill('3114932');
      for (const [name, buffer, says] of WRONG) {
        await page
          .getByLabel('List of targets')
          .setInputFiles({ name, buffer, mimeType: 'application/octet-stream' });
        await page.getByRole('button', { name: 'Review' }).click();
        const alert = page.getByRole('alert').filter({ hasText: says });
        await alert.waitFor();
        expect(await alert.innerText()).toMatch(/^This file is no list of targets. Nothing was uploaded./);
        expect(await alert.innerText()).not.toContain('IQ');
      }
      for (const [name, buffer, says] of RIGHT) {
        await page.getByLabel('List of targets').setInputFiles({ name, buffer, mimeType: 'text/plain' });
        await page.getByRole('button', { name: 'Review' }).click();
        const dialog = page.getByRole('dialog', { name: 'Take this notification back?' });
        expect(await dialog.innerText()).toContain(says);
        await dialog.getByRole('button', { name: 'Cancel' }).click();
      }
      const list = await gateway.call('/v1/apps/shop/recalls');
      expect(await list.json()).toEqual({ recalls: [] });
      expect(open.complaints).toEqual([]);
    },
    LONG_MS,
  );

  it('is refused before the review where the gateway would refuse it', async () => {
    await using open = await openPage(browser, gateway.url);
    const { page } = open;
    await signIn(page, gateway.scene.key);
    for (const wrong of ['abc', '-1', '1.5', '2147483648', '1e3']) {
      await page.getByLabel('notifyId', { exact: true }).fill(wrong);
      await page.getByRole('button', { name: 'Review' }).click();
      const says = `notifyId must be an integer from 0 to 2147483647, but is "${wrong}"`;
      await page.getByRole('alert').getByText(says).waitFor();
    }
    await page.getByLabel('notifyId', { exact: true }).fill('0');
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByText('Choose the list of targets.').waitFor();
    await page.getByLabel('App').selectOption('bank');
    await page.getByLabel('Message id').fill('1');
    await page.getByLabel('Task id').fill('2');
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByText('Fill in one of Message id and Task id, not both').waitFor();
  });
});
