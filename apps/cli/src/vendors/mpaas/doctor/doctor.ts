import type { MpaasApp } from '@unpush/core';
import type { AccessKey } from '@unpush/transport';
import { named, skip } from '../../../findings/findings.ts';
import type { DoctorRoom, Identity } from '../../rooms/doctor-room.ts';
import { checkAccessKey } from './access-key.ts';
import { checkApp } from './app.ts';
import { checkProbe } from './probe.ts';
import { checkSignature } from './signature.ts';

/** What of a recall stands on mPaaS's own things. */
export const MPAAS_DOCTOR: DoctorRoom = {
  owner: "Alibaba Cloud's",
  identity: ['App', 'Access key'],
  signature: 'Signature',
  // As the gateway has it: a request dated further off is InvalidTimeStamp.Expired
  clockToleranceMs: 900_000,
  correctsClock: true,
  probe: {
    does: 'tries access key and app end to end, on a message that was never sent to a target that nobody has',
    needs: 'app, access key',
  },
  async *identify(settings, env) {
    const app = checkApp(settings);
    yield named('App', app.finding);
    const key = await checkAccessKey(settings, env);
    yield named('Access key', key.finding);
    return identityOf(app.value, key.value);
  },
};

function identityOf(app: MpaasApp | undefined, accessKey: AccessKey | undefined): Identity {
  if (app === undefined || accessKey === undefined) {
    return {
      path: '/',
      sign: () => Promise.resolve(skip('without app and access key there is nothing to sign')),
    };
  }
  const signer = { app, accessKey };
  return { path: '/', sign: () => checkSignature(signer), probe: (way) => checkProbe(signer, way) };
}
