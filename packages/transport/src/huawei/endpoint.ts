import { checkEndpoint, type Endpoint, type EndpointOptions } from '../endpoint/endpoint.ts';

const HOST = 'push-api.cloud.huawei.com';

/** Where Huawei Push Kit takes requests. */
export const HUAWEI_ENDPOINT = `https://${HOST}`;

/** Where to send requests for Huawei. */
export type HuaweiEndpointOptions = Partial<Omit<EndpointOptions, 'vendorHosts'>>;

/**
 * Checks an endpoint for Huawei; without a URL it is Huawei's own.
 *
 * @example
 * ```ts
 * huaweiEndpoint({ url: 'http://127.0.0.1:8080' }).isVendor; // false
 * ```
 */
export function huaweiEndpoint({ url = HUAWEI_ENDPOINT, ...options }: HuaweiEndpointOptions = {}): Endpoint {
  return checkEndpoint({ url, vendorHosts: [HOST], ...options });
}
