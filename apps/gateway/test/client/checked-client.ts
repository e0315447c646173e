import createClient, { type Client } from 'openapi-fetch';
import type { Document } from './document.ts';
import type { components, paths } from './openapi.d.ts';

/** A recall, as the document has it. */
export type Recall = components['schemas']['Recall'];

/** A client of the gateway, and all that its answers had which is not as the document says. */
export interface CheckedClient {
  readonly api: Client<paths>;
  readonly faults: readonly string[];
}

/** Makes a client as anybody makes one from the document; each answer is held against the document as it comes. */
export function checkedClient(
  document: Document,
  { url, key }: { readonly url: string; readonly key?: string },
): CheckedClient {
  const faults: string[] = [];
  const api = createClient<paths>({
    baseUrl: url,
    ...(key !== undefined && { headers: { Authorization: `Bearer ${key}` } }),
  });
  api.use({
    async onResponse({ response, request: { method }, schemaPath }) {
      faults.push(...(await document.faultsOf({ method, path: schemaPath, response })));
    },
  });
  return { api, faults };
}
