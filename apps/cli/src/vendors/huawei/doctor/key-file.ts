import { importSigningKey } from '@unpush/transport';
import { loadServiceAccount, type LoadedAccount } from '../connection/service-account.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import type { Checked } from '../../../findings/finding.ts';
import { failure } from '../../../findings/failure.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the service account can be read, holds an RSA key that can sign, and is its owner's only. */
export async function checkKeyFile(settings: Settings, env: Environment): Promise<Checked<LoadedAccount>> {
  try {
    const loaded = await loadServiceAccount(settings, env);
    const { account, from, looseMode } = loaded;
    const { algorithm } = await importSigningKey(account);
    const bits = 'modulusLength' in algorithm ? Number(algorithm.modulusLength) : 0;
    const detail = `${from}: RSA of ${bits} bits, key_id ${account.keyId}`;
    const facts = { from, bits, keyId: account.keyId, looseMode };
    if (!looseMode) return { finding: { status: 'ok', detail, facts }, value: loaded };
    return {
      finding: {
        status: 'warn',
        detail: `${detail}; others than its owner can read it`,
        remedy: `chmod 600 ${from}`,
        facts,
      },
      value: loaded,
    };
  } catch (error) {
    return { finding: failure(error) };
  }
}
