import { importSigningKey } from '@unpush/transport';
import { otherVendorHint } from '../other-vendor.ts';
import { loadServiceAccount, type LoadedAccount } from '../connection/service-account.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import type { Checked } from '../../../findings/finding.ts';
import { failure } from '../../../findings/failure.ts';
import { keyFinding } from '../../../findings/key-finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the service account can be read, holds an RSA key that can sign, and is its owner's only. */
export async function checkKeyFile(settings: Settings, env: Environment): Promise<Checked<LoadedAccount>> {
  try {
    const loaded = await loadServiceAccount(settings, env, otherVendorHint(settings.vendor));
    const { account, from, looseMode } = loaded;
    const { algorithm } = await importSigningKey(account);
    const bits = 'modulusLength' in algorithm ? Number(algorithm.modulusLength) : 0;
    const detail = `RSA of ${bits} bits, key_id ${account.keyId}`;
    const facts = { bits, keyId: account.keyId };
    return { finding: keyFinding({ from, looseMode, detail, facts }), value: loaded };
  } catch (error) {
    return { finding: failure(error) };
  }
}
