import type { Endpoint } from '@unpush/transport';
import { endpointOf, type EndpointQuestion } from '../../../connection/endpoint.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import type { Checked } from '../../../findings/finding.ts';
import { failure } from '../../../findings/failure.ts';

/** Who asks, and whose own the endpoint should be: `Huawei's`. */
export interface OwnerQuestion extends EndpointQuestion {
  readonly owner: string;
}

/** Whether credentials may be sent where the settings say. */
export function checkEndpoint(settings: Settings, { owner, ...question }: OwnerQuestion): Checked<Endpoint> {
  try {
    const endpoint = endpointOf(settings, question);
    const whose = endpoint.isVendor ? `${owner} own` : endpoint.isLoopback ? 'this machine' : `not ${owner}`;
    return {
      finding: { status: 'ok', detail: `${endpoint.url} (${whose})`, facts: { url: endpoint.url } },
      value: endpoint,
    };
  } catch (error) {
    return { finding: failure(error) };
  }
}
