import type { Endpoint } from '@unpush/transport';
import { endpointOf } from '../../../connection/endpoint.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import type { Checked } from '../check.ts';
import { failure } from '../failure.ts';

/** Whether credentials may be sent where the settings say. */
export function checkEndpoint(
  settings: Settings,
  flags: Readonly<Record<string, unknown>>,
): Checked<Endpoint> {
  try {
    const endpoint = endpointOf(settings, flags);
    const whose = endpoint.isVendor ? "Huawei's own" : endpoint.isLoopback ? 'this machine' : "not Huawei's";
    return {
      finding: { status: 'ok', detail: `${endpoint.url} (${whose})`, facts: { url: endpoint.url } },
      value: endpoint,
    };
  } catch (error) {
    return { finding: failure(error) };
  }
}
