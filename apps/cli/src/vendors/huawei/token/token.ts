import { createTokenSource, importSigningKey } from '@unpush/transport';
import type { TokenRoom } from '../../rooms/token-room.ts';
import { loadServiceAccount, type LoadedAccount } from '../connection/service-account.ts';
import { decode } from './decode.ts';

/** The JWT that Huawei wants with each request. */
export const HUAWEI_TOKEN: TokenRoom = {
  async issue(settings, env) {
    const loaded = await loadServiceAccount(settings, env);
    const token = await createTokenSource({ account: loaded.account }).current();
    return {
      text: token.jwt,
      expiresAt: new Date(token.expiresAt * 1000).toISOString(),
      decode: async () => ({ ...decode(token), key: await describeKey(loaded) }),
    };
  },
};

async function describeKey({ account, from }: LoadedAccount): Promise<object> {
  const { algorithm } = await importSigningKey(account);
  const bits = 'modulusLength' in algorithm ? Number(algorithm.modulusLength) : undefined;
  return { from, keyId: account.keyId, projectId: account.projectId, bits };
}
