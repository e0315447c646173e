import { describe, expect, it } from 'vitest';
import { AccessKey } from '../../src/index.ts';
import {
  createCredentialSource,
  type AccessKeyProvider,
  type CredentialSource,
} from '../../src/mpaas/credential-source.ts';
import { manualClock } from '../support/manual-clock.ts';

const keyNamed = (accessKeyId: string): AccessKey =>
  new AccessKey({ accessKeyId, accessKeySecret: 'testsecret', securityToken: 'CAISexample' });

function sourceOf(accessKey: AccessKey | AccessKeyProvider): CredentialSource {
  let drawn = 0;
  const random = (): number => (drawn += 1) / 1000;
  return createCredentialSource({ accessKey, clock: manualClock(), random });
}

/** Gives the keys one after the other, the last one again and again. */
function rotating(...keys: readonly string[]): { provide: AccessKeyProvider; asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    provide: () => {
      const name = keys[Math.min(asked, keys.length - 1)] ?? '';
      asked += 1;
      return Promise.resolve(keyNamed(name));
    },
  };
}

describe('the credential in use', () => {
  it('is made once, also for those who ask at the same time', async () => {
    const { provide, asked } = rotating('first');
    const source = sourceOf(provide);
    const [one, other] = await Promise.all([source.current(), source.current()]);
    expect(one).toBe(other);
    expect(await source.current()).toBe(one);
    expect(asked()).toBe(1);
  });

  it('has a name that gives neither key nor secret away', async () => {
    const { id } = await sourceOf(keyNamed('LTAI5tExampleExampleKey1')).current();
    expect(id).toMatch(/^LTAI5t\.[0-9a-z]+\.[0-9a-z]+$/);
  });

  it('is named by two characters where the id does not look like one', async () => {
    const { id } = await sourceOf(keyNamed('MadeByTheTestToLookLikeASecret')).current();
    expect(id).toMatch(/^Ma\.[0-9a-z]+\.[0-9a-z]+$/);
  });

  it('is another one after a renewal, where the provider has another', async () => {
    const source = sourceOf(rotating('first', 'second').provide);
    const first = await source.current();
    await source.renew(first.id);
    const second = await source.current();
    expect(second.accessKey.accessKeyId).toBe('second');
    expect(second.id).not.toBe(first.id);
  });

  it('stays, name and all, where nothing else is to be had', async () => {
    const source = sourceOf(keyNamed('only'));
    const first = await source.current();
    await source.renew(first.id);
    expect(await source.current()).toBe(first);
  });

  it('is not renewed for the sake of one that is out of use already', async () => {
    const { provide, asked } = rotating('first', 'second', 'third');
    const source = sourceOf(provide);
    const first = await source.current();
    await source.renew(first.id);
    await source.renew(first.id);
    expect((await source.current()).accessKey.accessKeyId).toBe('second');
    expect(asked()).toBe(2);
  });

  it("goes by the vendor's clock once that has refused ours", async () => {
    const source = sourceOf(keyNamed('only'));
    const first = await source.current();
    source.noteSkew(-1_200_000);
    await source.renew(first.id);
    const second = await source.current();
    expect([first.clockOffsetMs, second.clockOffsetMs]).toEqual([0, -1_200_000]);
    expect(second.id).not.toBe(first.id);
  });

  it('goes by our clock again when that was set right meanwhile', async () => {
    const source = sourceOf(keyNamed('only'));
    source.noteSkew(1_200_000);
    await source.renew((await source.current()).id);
    source.noteSkew(0);
    await source.renew((await source.current()).id);
    expect((await source.current()).clockOffsetMs).toBe(0);
  });

  it('takes no notice of a difference that cannot have been the reason', async () => {
    const source = sourceOf(keyNamed('only'));
    const first = await source.current();
    source.noteSkew(4000);
    await source.renew(first.id);
    expect(await source.current()).toBe(first);
  });

  it('keeps the key where only the time was refused', async () => {
    const { provide, asked } = rotating('first', 'second');
    const source = sourceOf(provide);
    const first = await source.current();
    source.noteSkew(1_200_000);
    await source.renew(first.id);
    expect((await source.current()).accessKey.accessKeyId).toBe('first');
    expect(asked()).toBe(1);
  });

  it('rejects where the provider gives none, with its error as the cause, and asks again the next time', async () => {
    let isDown = true;
    const cause = new Error('the metadata service is down');
    const source = sourceOf(() => (isDown ? Promise.reject(cause) : keyNamed('late')));
    await expect(source.current()).rejects.toMatchObject({ code: 'INVALID_CREDENTIAL', cause });
    isDown = false;
    expect((await source.current()).accessKey.accessKeyId).toBe('late');
  });
});
