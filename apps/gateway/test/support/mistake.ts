import type { GatewayUnderTest } from './gateway.ts';

/** A notification that should not have been sent, and the phones that show it. */
export interface Mistake {
  readonly notifyId: number;
  readonly tokens: readonly string[];
}

let lastNotifyId = 100;

/** So many phones that show a notification of their own. */
export function mistake({ scene }: Pick<GatewayUnderTest, 'scene'>, count: number): Mistake {
  const { clientId, running } = scene;
  const { huawei } = running.emulator;
  const tokens = huawei.createDevices({ clientId, count });
  lastNotifyId += 1;
  huawei.deliver({ clientId, notifyId: lastNotifyId, title: 'Oops' });
  return { notifyId: lastNotifyId, tokens };
}
