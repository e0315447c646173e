import { CredentialError } from '@unpush/core';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { importSigningKey, ServiceAccount } from '../../src/index.ts';
import { pkcs8, rsaKey } from '../support/rsa-key.ts';
import { accountFile } from '../support/service-account.ts';

const key = await rsaKey(2048);
const body = key.replaceAll(/-----[A-Z ]+-----|\s/g, '');
const good = accountFile(key);

function problemOf(source: unknown): string {
  try {
    new ServiceAccount(source);
  } catch (error) {
    if (!CredentialError.isInstance(error)) throw error;
    expect(error.message).not.toContain(body.slice(40, 60));
    expect(inspect(error)).not.toContain(body.slice(40, 60));
    return error.message;
  }
  throw new Error('was taken');
}

async function keyProblemOf(privateKey: string): Promise<string> {
  const account = new ServiceAccount({ ...good, private_key: privateKey });
  const error: unknown = await importSigningKey(account).catch((reason: unknown) => reason);
  if (!CredentialError.isInstance(error)) throw new Error('was taken');
  expect(inspect(error)).not.toContain(body.slice(40, 60));
  return error.message;
}

const algorithmOf = async (source: unknown): Promise<unknown> =>
  (await importSigningKey(new ServiceAccount(source))).algorithm;

describe('a service account', () => {
  it('is read from the object or from the file’s text, with or without a byte order mark', () => {
    for (const source of [good, JSON.stringify(good), `\uFEFF${JSON.stringify(good)}`]) {
      expect(new ServiceAccount(source)).toMatchObject({
        keyId: '0d2c1e6a4b5f47c98a7b6c5d4e3f2a1b',
        subAccount: '114514191',
        projectId: '388421841221000000',
      });
    }
  });

  it('needs key_id, sub_account and private_key only', () => {
    const { key_id, sub_account, private_key } = good;
    expect(new ServiceAccount({ key_id, sub_account, private_key }).projectId).toBeUndefined();
  });

  it('shows its key to no inspector and no JSON', () => {
    const account = new ServiceAccount(good);
    expect(inspect(account, { depth: 9, showHidden: true })).not.toContain(body.slice(40, 60));
    expect(JSON.stringify(account)).toBe(
      '{"keyId":"0d2c1e6a4b5f47c98a7b6c5d4e3f2a1b","subAccount":"114514191","projectId":"388421841221000000"}',
    );
  });

  it.each([
    ['whose line ends are literal \\n', key.replaceAll('\n', String.raw`\n`)],
    ['whose line ends are literal \\r\\n', key.replaceAll('\n', String.raw`\r\n`)],
    ['whose line ends are CRLF', key.replaceAll('\n', '\r\n')],
    ['whose line ends became spaces', key.trim().replaceAll('\n', ' ')],
    ['whose body is one line', `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`],
    ['all in one line', `-----BEGIN PRIVATE KEY-----${body}-----END PRIVATE KEY-----`],
  ])('mends a key %s', async (_how, privateKey) => {
    await expect(algorithmOf({ ...good, private_key: privateKey })).resolves.toMatchObject({
      modulusLength: 2048,
    });
  });

  it.each(['key_id', 'private_key', 'sub_account'])(
    'names %s when it is missing, empty or no text',
    (field) => {
      const rest = Object.fromEntries(Object.entries(good).filter(([name]) => name !== field));
      expect(problemOf(rest)).toBe(
        `The service account's ${field} is missing. Give the JSON file that AppGallery Connect gave out, unchanged.`,
      );
      expect(problemOf({ ...good, [field]: ' ' })).toContain(`The service account's ${field} is empty.`);
      expect(problemOf({ ...good, [field]: 114514191 })).toContain(
        `The service account's ${field} must be a text in quotation marks, but is a number.`,
      );
    },
  );

  it.each([
    ['an array', [good], 'must be a JSON object, but is an array'],
    ['nothing', undefined, 'must be a JSON object, but is of type undefined'],
    ['JSON that is no object', '42', 'must be a JSON object, but is of type number'],
    ['an empty file', ' \n', 'is not JSON (it is empty)'],
    ['a bare PEM key', key, 'is a bare PEM key, not JSON'],
    ['JSON cut short', JSON.stringify(good).slice(0, 900), 'is not JSON (900 characters)'],
  ])('refuses %s', (_what, source, problem) => {
    expect(problemOf(source)).toContain(problem);
  });

  it.each([
    [
      'Google (Firebase) service account',
      { type: 'service_account', client_email: 'a@b.iam', private_key: key, project_id: 'x' },
    ],
    [
      'agconnect-services.json',
      { agcgw: { url: 'x' }, client: { cp_id: '1' }, configuration_version: '3.0' },
    ],
    ['google-services.json', { project_info: {}, client: [] }],
    ['Google OAuth client', { installed: { client_id: 'x' } }],
    ['API or OAuth client', { client_id: '104', client_secret: 'hush', type: 'project_client_id' }],
  ])('recognises a %s', (product, source) => {
    const problem = problemOf(source);
    expect(problem).toContain(product);
    expect(problem).toContain('not a Huawei service account');
    expect(problem).not.toContain('hush');
  });
});

describe('the private key of a service account', () => {
  const refused = (privateKey: string): string => problemOf({ ...good, private_key: privateKey });

  it.each([
    [{ name: 'ECDSA', namedCurve: 'P-256' }, 'is an elliptic-curve key, but Huawei signs with RSA (PS256)'],
    [{ name: 'Ed25519' }, 'is an Ed25519 key, but Huawei signs with RSA (PS256)'],
  ])('is refused of the kind %j', async (algorithm, problem) => {
    const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    if (!('privateKey' in pair)) throw new Error('these kinds are pairs');
    await expect(keyProblemOf(await pkcs8(pair.privateKey))).resolves.toContain(problem);
  });

  it('is refused under 2048 bits and taken at 2048', async () => {
    await expect(keyProblemOf(await rsaKey(1920))).resolves.toContain(
      'is an RSA key of 1920 bits, but at least 2048 are needed',
    );
    await expect(algorithmOf(good)).resolves.toMatchObject({ modulusLength: 2048, name: 'RSA-PSS' });
  });

  it('is refused as no PEM, cut short or damaged', async () => {
    expect(refused(body)).toContain('is not PEM: it must begin with "-----BEGIN PRIVATE KEY-----"');
    expect(refused(key.slice(0, 600))).toContain('breaks off before "-----END PRIVATE KEY-----"');
    expect(refused(key.replace(body.slice(0, 9), '*********'))).toContain(
      'is damaged: its body is not base64',
    );
    expect(refused('-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----')).toContain('is damaged');
    const short = `-----BEGIN PRIVATE KEY-----\n${body.slice(0, 400)}\n-----END PRIVATE KEY-----`;
    await expect(keyProblemOf(short)).resolves.toContain(
      'is damaged or cut short: no key can be read from it',
    );
  });

  it.each(['A', 'AAAA', 'A=', '===='])('is refused with the body %s', async (text) => {
    const pem = `-----BEGIN PRIVATE KEY-----\n${text}\n-----END PRIVATE KEY-----`;
    const problem = text === '====' ? refused(pem) : await keyProblemOf(pem);
    expect(problem).toContain('is damaged');
  });
});
