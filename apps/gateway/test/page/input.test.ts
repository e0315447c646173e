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
  ['row.txt', utf8(`${tokenOf('IQA')},17`), 'several columns.'],
  ['header.txt', utf8('pushToken,name\n'), 'Its columns: pushToken, name.'],
  [
    'ragged.txt',
    utf8(`token,user\n${tokenOf('IQA')},17,?\n${tokenOf('IQB')},18\n${tokenOf('IQC')},19\n`),
    'Its columns: token, user.',
  ],
  // Longer than what is looked at, and no line ends in it
  [
    'array.txt',
    utf8(JSON.stringify(Array.from({ length: 1000 }, () => tokenOf('IQA')))),
    'It looks like JSON.',
  ],
  ['array.ndjson', utf8(JSON.stringify(['IQA', 'IQB'])), 'It looks like JSON.'],
  ['open.txt', utf8('["IQA",\n"IQB"]\n'), 'It looks like JSON.'],
  ['long.txt', utf8(`${'IQA,'.repeat(20_000)}\nIQB\n`), 'Its first line does not end within 64 KiB'],
  ['long.ndjson', utf8(`"${'IQA,'.repeat(20_000)}"\n`), 'Its first line does not end within 64 KiB'],
] as const;

/** Lists that may look odd and are none of these. */
const RIGHT = [
  ['names.txt', utf8('Doe,John\nMay,Ann\n'), '2 lines'],
  ['odd.txt', utf8('a,b,c\nd\n'), '2 lines'],
  ['numbers.txt', utf8('\uFEFF8613800138000\r\n8613800138001\r\n'), '2 lines'],
  ['one.txt', utf8('IQA'), '1 line'],
  // As the gateway takes them
  ['quoted.txt', utf8('"IQA"\n"IQB"\n'), '2 lines'],
  ['users.txt', utf8('user1,shop\nuser2,shop\n'), '2 lines'],
  ['phones.txt', utf8('phoneA;de\nphoneB;de\n'), '2 lines'],
  ['name.txt', utf8('Doe,John'), '1 line'],
  ['brackets.txt', utf8('[IQA]\n{IQB}\n'), '2 lines'],
  ['wide.ndjson', utf8(`{"token":"IQA","about":"${'x'.repeat(70_000)}"}\n`), '1 line'],
  // Cut within a character, where the look at it ends
  ['long.txt', utf8(`one\n${'x'.repeat(64 * 1024 - 5)}\u00e9\n`), '2 lines'],
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

  it('is taken where what looks like columns is a list, as somebody says', async () => {
    const { messageId } = gateway.scene.bank;
    await using open = await openPage(browser, gateway.url);
    const { page } = open;
    await signIn(page, gateway.scene.key);
    await page.getByLabel('App').selectOption('bank');
    await page.getByLabel('Message id').fill(messageId);
    const file = page.getByLabel('List of targets');
    const lines = (start: string) => Buffer.from(`${tokenOf(start)},17\n${tokenOf(start)},18\n`);
    const allTheSame = page.getByRole('button', { name: 'It is a list all the same' });
    await file.setInputFiles({ name: 'shot.txt', mimeType: 'text/plain', buffer: Buffer.from('<html>') });
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByText('It looks like a web page').waitFor();
    expect(await allTheSame.count()).toBe(0);
    await file.setInputFiles({ name: 'users.txt', mimeType: 'text/plain', buffer: lines('one') });
    await page.getByRole('button', { name: 'Review' }).click();
    await allTheSame.click();
    const dialog = page.getByRole('dialog', { name: 'Take this notification back?' });
    expect(await dialog.innerText()).toContain('2 lines');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    // That was said of that file alone
    await file.setInputFiles({ name: 'others.txt', mimeType: 'text/plain', buffer: lines('two') });
    await page.getByRole('button', { name: 'Review' }).click();
    await allTheSame.waitFor();
  });

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
