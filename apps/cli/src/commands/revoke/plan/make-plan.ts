import { maskTarget } from '@unpush/core';
import type { OpenedInput } from '@unpush/recall/node';
import type { Connection } from '../../../connection/connect.ts';
import { DEFAULT_CANARY, DEFAULT_CONCURRENCY } from '../../../settings/defaults.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import { formatPlural } from '../../../terminal/numbers.ts';
import { countRequests, type Plan } from './plan.ts';
import type { RevokeRequest } from '../revoke-request.ts';

/** All that a recall is made of. */
export interface Prepared {
  readonly request: RevokeRequest;
  readonly settings: Settings;
  readonly connection: Connection;
  readonly input: OpenedInput;
}

/** Says what the recall is going to do. */
export async function makePlan({ request, settings, connection, input }: Prepared): Promise<Plan> {
  const { read, malformed, duplicate } = input.source.totals;
  const toSend = read - malformed - duplicate;
  const quota = settings.quota?.value;
  const batchSize = batchSizeOf(settings, connection.revoker.batchSize);
  const canary = settings.canary?.value ?? DEFAULT_CANARY;
  return {
    vendor: 'huawei',
    ...(settings.app !== undefined && { app: settings.app }),
    clientId: connection.clientId,
    selector: request.selector,
    endpoint: connection.endpoint,
    ...(connection.proxy !== undefined && { proxy: connection.proxy }),
    ...(connection.ca !== undefined && { ca: connection.ca }),
    files: input.files,
    targets: { read, malformed, duplicate, toSend },
    ...(await exampleOf(input)),
    requests: countRequests(toSend, { batchSize, canary }),
    batchSize,
    canary,
    concurrency: settings.concurrency?.value ?? DEFAULT_CONCURRENCY,
    ...(quota !== undefined && { quota, estimatedMs: Math.round((toSend / quota) * 1000) }),
    ...(request.report !== undefined && { report: request.report }),
  };
}

/** A request with more targets than a second of the quota could never pass the vendor's flow control. */
function batchSizeOf({ batchSize, quota }: Settings, vendorLimit: number): number {
  const asked = Math.min(batchSize?.value ?? vendorLimit, vendorLimit);
  return quota === undefined ? asked : Math.min(asked, Math.max(1, Math.floor(quota.value)));
}

async function exampleOf({ source }: OpenedInput): Promise<Pick<Plan, 'example'>> {
  for await (const { targets } of source.read()) {
    const [first] = targets;
    if (first !== undefined)
      return { example: `${maskTarget(first)} (${formatPlural(first.length, 'character')})` };
  }
  return {};
}
