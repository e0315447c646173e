import { maskTarget } from '@unpush/core';
import type { AccessKey } from '@unpush/transport';
import { failure } from '../../../findings/failure.ts';
import type { Checked } from '../../../findings/finding.ts';
import { keyFinding } from '../../../findings/key-finding.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import type { Environment } from '../../rooms/connection-room.ts';
import { loadAccessKey } from '../connection/access-key.ts';

/** Whether there is an access key, of which kind, and whether it is its owner's only. */
export async function checkAccessKey(settings: Settings, env: Environment): Promise<Checked<AccessKey>> {
  try {
    const { accessKey, from, looseMode } = await loadAccessKey(settings, env);
    const { isTemporary } = accessKey;
    const keyId = shown(accessKey.accessKeyId);
    const kind = isTemporary ? 'temporary (STS), which ends by itself' : 'permanent';
    const detail = `access key ${keyId}, ${kind}`;
    const facts = { keyId, isTemporary };
    return { finding: keyFinding({ from, looseMode, detail, facts }), value: accessKey };
  } catch (error) {
    return { finding: failure(error) };
  }
}

/** What does not begin as an id does may be anything, the secret in the wrong place too. */
const shown = (id: string): string => (/^(?:LTAI|STS\.)/.test(id) ? maskTarget(id) : `${id.slice(0, 2)}…`);
