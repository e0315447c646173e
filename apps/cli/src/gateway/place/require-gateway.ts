import type { Invocation } from '../../command.ts';
import { required } from '../../settings/resolve-settings.ts';
import { findGateway, type GatewayPlace } from './find-gateway.ts';

/** The gateway that is meant. Throws `SettingsError`, which says how to name one. */
export async function requireGateway(invocation: Invocation): Promise<GatewayPlace> {
  const place = await findGateway(invocation);
  return place ?? required(undefined, 'gateway');
}
