import { inspect } from 'node:util';
import { CredentialError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { AccessKey } from '../../src/index.ts';

const plain = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

function problemOf(source: unknown): string {
  try {
    new AccessKey(source);
  } catch (error) {
    if (CredentialError.isInstance(error)) return error.message;
    throw error;
  }
  throw new Error('was taken');
}

describe('an access key', () => {
  it('is read from JSON text, with a byte order mark or without, and from an object', () => {
    for (const source of [plain, JSON.stringify(plain), `\uFEFF${JSON.stringify(plain)}`]) {
      const key = new AccessKey(source);
      expect([key.accessKeyId, key.secret(), key.securityToken(), key.isTemporary]).toEqual([
        'testid',
        'testsecret',
        undefined,
        false,
      ]);
    }
  });

  it('is temporary with a security token', () => {
    const key = new AccessKey({ ...plain, securityToken: 'CAISexample+/=' });
    expect([key.isTemporary, key.securityToken()]).toEqual([true, 'CAISexample+/=']);
    expect(new AccessKey({ ...plain, securityToken: null }).isTemporary).toBe(false);
  });

  it('loses white space at the ends, as it is copied', () => {
    const key = new AccessKey({ accessKeyId: ' testid\n', accessKeySecret: 'testsecret ' });
    expect([key.accessKeyId, key.secret()]).toEqual(['testid', 'testsecret']);
  });

  it.each([
    { source: {}, says: 'accessKeyId is missing' },
    { source: { ...plain, accessKeySecret: '' }, says: 'accessKeySecret is empty' },
    { source: { ...plain, accessKeySecret: 7 }, says: 'accessKeySecret must be a text in quotation marks' },
    { source: { ...plain, accessKeyId: 'a\r\nx-acs-action: b' }, says: 'accessKeyId holds a character' },
    { source: { ...plain, securityToken: 'ü' }, says: 'securityToken holds a character' },
    { source: [plain], says: 'but is an array' },
    { source: 'AccessKey ID,AccessKey Secret\ntestid,testsecret', says: 'the CSV file of the console' },
    { source: '{"accessKeyId": "testid", "accessKeySecret": "testsec', says: 'is not JSON' },
    { source: '', says: 'it is empty' },
    { source: { profiles: [] }, says: "the Alibaba Cloud command line's own configuration" },
    { source: { sub_account: '1' }, says: 'a Huawei service account' },
    { source: { Credentials: {} }, says: 'an answer of STS' },
    { source: { AccessKeyId: 'a', AccessKeySecret: 'b' }, says: 'an answer of STS' },
    {
      source: { accessKeyId: 'testsecret', accessKeySecret: 'LTAIexample' },
      says: 'accessKeyId and accessKeySecret are swapped',
    },
    {
      source: { accessKeyId: 'testsecret', accessKeySecret: 'STS.example', securityToken: 'CAISexample' },
      says: 'accessKeyId and accessKeySecret are swapped',
    },
    {
      source: { ...plain, accessKeyId: 'STS.example' },
      says: 'securityToken is missing: its accessKeyId begins with STS., and temporary credentials need all three',
    },
  ])('is refused where its source cannot be one: $says', ({ source, says }) => {
    const problem = problemOf(source);
    expect(problem).toContain(says);
    expect(problem).toContain('Give a JSON object with accessKeyId');
    expect(problem).not.toContain('testsec');
  });

  it('shows its secret to no inspector and no JSON', () => {
    const key = new AccessKey({ ...plain, securityToken: 'CAISexample' });
    for (const shown of [inspect(key, { showHidden: true, depth: 9 }), JSON.stringify(key)]) {
      expect(shown).not.toMatch(/testsecret|CAISexample/);
    }
  });

  it('equals another only if secret and token are the same as well', () => {
    const key = new AccessKey(plain);
    expect(key.equals(new AccessKey(plain))).toBe(true);
    expect(key.equals(new AccessKey({ ...plain, accessKeySecret: 'other' }))).toBe(false);
    expect(key.equals(new AccessKey({ ...plain, securityToken: 'CAISexample' }))).toBe(false);
  });
});
