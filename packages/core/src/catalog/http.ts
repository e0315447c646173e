import type { CatalogSource } from './entry.ts';
import type { CatalogTable } from './row.ts';

const REGISTRY = {
  url: 'https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml',
  section: 'HTTP Status Codes',
  retrieved: '2026-11-23',
  confidence: 'unconfirmed',
} as const satisfies CatalogSource;

/**
 * What an HTTP status means where no code of the vendor can be read.
 *
 * One table for all vendors, since a bare status often comes from something before the vendor (a proxy, a load
 * balancer) and means the same there. A vendor that documents a status overrides the row in its own catalog.
 * The messages are the standard reason phrases.
 */
export const HTTP_STATUSES = {
  // Accepted takes the vendor's success code as well: without one it may have been done, so it is asked again
  '200': { message: 'OK', about: 'vendor-fault', advice: 'retry', source: REGISTRY },
  // Never followed: the credential would go to a stranger
  '3xx': { message: 'Redirection', about: 'request', advice: 'stop', source: REGISTRY },
  '400': { message: 'Bad Request', about: 'request', advice: 'fix', source: REGISTRY },
  '401': { message: 'Unauthorized', about: 'credential', advice: 'renew', source: REGISTRY },
  '403': { message: 'Forbidden', about: 'permission', advice: 'stop', source: REGISTRY },
  '404': { message: 'Not Found', about: 'request', advice: 'stop', source: REGISTRY },
  '408': { message: 'Request Timeout', about: 'vendor-fault', advice: 'retry', source: REGISTRY },
  '413': { message: 'Content Too Large', about: 'request', advice: 'shrink', source: REGISTRY },
  '429': { message: 'Too Many Requests', about: 'quota', advice: 'retry', source: REGISTRY },
  '500': { message: 'Internal Server Error', about: 'vendor-fault', advice: 'retry', source: REGISTRY },
  '502': { message: 'Bad Gateway', about: 'vendor-fault', advice: 'retry', source: REGISTRY },
  '503': { message: 'Service Unavailable', about: 'quota', advice: 'retry', source: REGISTRY },
  '504': { message: 'Gateway Timeout', about: 'vendor-fault', advice: 'retry', source: REGISTRY },
} as const satisfies CatalogTable;

/** The statuses the catalog has a row for. */
export type HttpStatus = keyof typeof HTTP_STATUSES;
