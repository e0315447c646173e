import type { ServiceAccount } from '@unpush/transport';
import { named, skip } from '../../../findings/findings.ts';
import type { DoctorRoom, Identity } from '../../rooms/doctor-room.ts';
import { checkClientId } from './client-id.ts';
import { checkJwt } from './jwt.ts';
import { checkKeyFile } from './key-file.ts';
import { checkProbe } from './probe.ts';

/** What of a recall stands on Huawei's own things. */
export const HUAWEI_DOCTOR: DoctorRoom = {
  owner: "Huawei's",
  identity: ['Client id', 'Key'],
  signature: 'JWT',
  // Its pages give no figure; five minutes is ours
  clockToleranceMs: 300_000,
  probe: { does: 'tries the credentials end to end, on a token that no phone has', needs: 'client id, key' },
  async *identify(settings, env) {
    const clientId = checkClientId(settings);
    yield named('Client id', clientId.finding);
    const key = await checkKeyFile(settings, env);
    yield named('Key', key.finding);
    return identityOf(clientId.value, key.value?.account);
  },
};

function identityOf(clientId: string | undefined, account: ServiceAccount | undefined): Identity {
  return {
    ...(clientId !== undefined && { path: `/v1/${clientId}/messages:revoke` }),
    sign: () =>
      account === undefined
        ? Promise.resolve(skip('without a key there is nothing to sign with'))
        : checkJwt(account),
    ...(clientId !== undefined &&
      account !== undefined && {
        probe: (way) => checkProbe({ serviceAccount: account, clientId, ...way }),
      }),
  };
}
