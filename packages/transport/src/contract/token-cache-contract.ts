import type { TokenCache } from '../huawei/token-cache.ts';
import type { HuaweiToken } from '../huawei/token.ts';
import { mustEqual, type ContractCheck } from './contract-check.ts';

const older: HuaweiToken = {
  id: 'a1b2c3.sozg80.1',
  jwt: 'eyJhbGciOiJQUzI1NiJ9.eyJpYXQiOjF9.c2lnbmF0dXJl',
  issuedAt: 1_735_689_600,
  expiresAt: 1_735_693_200,
};
const newer: HuaweiToken = {
  ...older,
  id: 'a1b2c3.sozhy0.2',
  issuedAt: 1_735_691_400,
  expiresAt: 1_735_695_000,
};

type Make = () => TokenCache | Promise<TokenCache>;

/** What every {@link TokenCache} promises. Runs under any test framework. */
export const tokenCacheContract: readonly ContractCheck<TokenCache>[] = [
  { holds: 'gives nothing for a key that was never set', check: nothingForAStranger },
  { holds: 'gives back every field of the token that was set', check: wholeToken },
  { holds: 'gives the token that was set last', check: lastToken },
  { holds: 'keeps keys apart, whatever characters are in them', check: keysApart },
];

async function nothingForAStranger(make: Make): Promise<void> {
  const cache = await make();
  mustEqual((await cache.get('nobody')) ?? null, null);
}

async function wholeToken(make: Make): Promise<void> {
  const cache = await make();
  await cache.set('app', older);
  const found: Partial<HuaweiToken> = (await cache.get('app')) ?? {};
  const { id, jwt, issuedAt, expiresAt } = found;
  mustEqual({ id, jwt, issuedAt, expiresAt }, older);
}

async function lastToken(make: Make): Promise<void> {
  const cache = await make();
  await cache.set('app', older);
  await cache.set('app', newer);
  mustEqual((await cache.get('app'))?.id, newer.id);
}

async function keysApart(make: Make): Promise<void> {
  const cache = await make();
  await cache.set('unpush:huawei:1:a', older);
  await cache.set('unpush:huawei:1:b/ü', newer);
  mustEqual((await cache.get('unpush:huawei:1:a'))?.id, older.id);
  mustEqual((await cache.get('unpush:huawei:1:b/ü'))?.id, newer.id);
}
