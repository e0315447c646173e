import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, type Folder } from '../support/folder.ts';
import { callOnScreen, type Step } from '../support/screen.ts';

const ENTER = '\r';
const CTRL_C = '\u0003';
/** Clears the line. */
const CTRL_U = '\u0015';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

let folder: Folder;
beforeEach(async () => {
  folder = await makeFolder();
  await folder.write('sa.json', JSON.stringify({ key_id: 'k', sub_account: '1', private_key: privateKey }));
});
afterEach(() => folder[Symbol.asyncDispose]());

const VENDOR: Step = { see: 'Which push service?', type: ENTER };
const NAME: Step = { see: 'A name for this app', type: `shop${ENTER}` };
const CLIENT_ID: Step = { see: 'own client id', type: `104012345${ENTER}` };
const KEY: Step = { see: 'service-account JSON file', type: `sa.json${ENTER}` };
const QUOTA: Step = { see: 'How many targets per second', type: `6000${ENTER}` };

describe('unpush init on a screen', () => {
  it('asks for everything, and writes it', async () => {
    const { exit, stdout, stderr } = await callOnScreen(['init'], {
      cwd: folder.path,
      steps: [VENDOR, NAME, CLIENT_ID, KEY, QUOTA],
    });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(stderr).toContain('Next: unpush doctor --probe');
    expect(JSON.parse(await folder.read('unpush.config.json'))).toMatchObject({
      defaultApp: 'shop',
      apps: { shop: { vendor: 'huawei', clientId: '104012345', serviceAccount: 'sa.json', quota: 6000 } },
    });
  });

  it('does not ask for what the flags say, and takes no quota for not known', async () => {
    const { exit, stderr } = await callOnScreen(
      ['init', '--vendor', 'huawei', '--app', 'shop', '--service-account', 'sa.json'],
      { cwd: folder.path, steps: [CLIENT_ID, { ...QUOTA, type: ENTER }] },
    );
    expect(exit).toBe(0);
    expect(stderr).not.toContain('Which push service?');
    expect(JSON.parse(await folder.read('unpush.config.json'))).toMatchObject({
      apps: { shop: { vendor: 'huawei', clientId: '104012345', serviceAccount: 'sa.json' } },
    });
  });

  it('looks at the key file at once, and asks again', async () => {
    const { exit } = await callOnScreen(['init'], {
      cwd: folder.path,
      steps: [
        VENDOR,
        NAME,
        CLIENT_ID,
        { ...KEY, type: `nowhere.json${ENTER}` },
        { see: 'does not exist', type: `${CTRL_U}sa.json${ENTER}` },
        QUOTA,
      ],
    });
    expect(exit).toBe(0);
  });

  it('asks before it replaces a profile, and takes no for an answer', async () => {
    const before = JSON.stringify({ apps: { shop: { clientId: '1' } } });
    await folder.write('unpush.config.json', before);
    const steps = [VENDOR, NAME, CLIENT_ID, KEY, QUOTA];
    const no = await callOnScreen(['init'], {
      cwd: folder.path,
      steps: [...steps, { see: 'Replace it?', type: 'n' }],
    });
    expect(no.exit).toBe(2);
    expect(await folder.read('unpush.config.json')).toBe(before);
    const yes = await callOnScreen(['init'], {
      cwd: folder.path,
      steps: [...steps, { see: 'Replace it?', type: 'y' }],
    });
    expect(yes.exit).toBe(0);
    expect(JSON.parse(await folder.read('unpush.config.json'))).toMatchObject({
      apps: { shop: { clientId: '104012345' } },
    });
  });

  it('writes nothing when it is given up', async () => {
    const { exit, stderr } = await callOnScreen(['init'], {
      cwd: folder.path,
      steps: [VENDOR, { ...NAME, type: CTRL_C }],
    });
    expect(exit).toBe(2);
    expect(stderr).toContain('given up: nothing was written');
    await expect(folder.read('unpush.config.json')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
