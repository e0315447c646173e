import { InvalidRequestError, isMpaasRegion, show } from '@unpush/core';
import { checkEndpoint, type Endpoint, type EndpointOptions } from '../endpoint/endpoint.ts';

/** The region of the examples in Alibaba Cloud's pages: Hangzhou, not the financial zone. */
export const MPAAS_REGION = 'cn-hangzhou';

/** Where Alibaba Cloud's own SDK sends most regions, whatever the pages' examples say. */
const CENTRAL_HOST = 'mpaas.aliyuncs.com';

/** Where to send requests for mPaaS. */
export interface MpaasEndpointOptions extends Partial<Omit<EndpointOptions, 'vendorHosts'>> {
  /** Such as `cn-hangzhou`, the default. */
  readonly region?: string;
}

/**
 * Checks an endpoint for mPaaS; without a URL it is that of the region, as the pages' examples have it:
 * `https://mpaas.cn-hangzhou.aliyuncs.com`. Alibaba Cloud's SDK sends the same regions to
 * `https://mpaas.aliyuncs.com` instead: if the one does not know your app, name the other.
 *
 * Throws `InvalidRequestError` for a region or URL that cannot be.
 *
 * @example
 * ```ts
 * mpaasEndpoint({ region: 'cn-hangzhou' }).host; // 'mpaas.cn-hangzhou.aliyuncs.com'
 * ```
 */
export function mpaasEndpoint({
  region = MPAAS_REGION,
  url,
  ...options
}: MpaasEndpointOptions = {}): Endpoint {
  if (!isMpaasRegion(region)) {
    const problem = `must be a region of Alibaba Cloud such as ${MPAAS_REGION}, but is ${show(region)}`;
    throw new InvalidRequestError([{ field: 'region', problem }]);
  }
  const host = `mpaas.${region}.aliyuncs.com`;
  return checkEndpoint({ url: url ?? `https://${host}`, vendorHosts: [host, CENTRAL_HOST], ...options });
}
