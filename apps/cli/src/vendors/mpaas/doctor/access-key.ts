import { maskTarget } from '@unpush/core';
import type { AccessKey } from '@unpush/transport';
import { failure } from '../../../findings/failure.ts';
import type { Checked } from '../../../findings/finding.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import type { Environment } from '../../rooms/connection-room.ts';
import { loadAccessKey } from '../connection/access-key.ts';

/** Whether there is an access key, of which kind, and whether it is its owner's only. */
export async function checkAccessKey(settings: Settings, env: Environment): Promise<Checked<AccessKey>> {
  try {
    const { accessKey, from, looseMode } = await loadAccessKey(settings, env);
    const { isTemporary } = accessKey;
    const keyId = maskTarget(accessKey.accessKeyId);
    const kind = isTemporary ? 'temporary (STS), which ends by itself' : 'permanent';
    const detail = `${from}: access key ${keyId}, ${kind}`;
    const facts = { from, keyId, isTemporary, looseMode };
    if (!looseMode) return { finding: { status: 'ok', detail, facts }, value: accessKey };
    return {
      finding: {
        status: 'warn',
        detail: `${detail}; others than its owner can read it`,
        remedy: `chmod 600 ${from}`,
        facts,
      },
      value: accessKey,
    };
  } catch (error) {
    return { finding: failure(error) };
  }
}
