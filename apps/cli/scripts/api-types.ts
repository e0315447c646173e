import { readFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('../../../packages/worker/openapi.json', import.meta.url);

/** The types of the gateway's HTTP API, from the document that it publishes. */
export async function apiTypes(): Promise<string> {
  const ast = await openapiTS(await readFile(DOCUMENT, 'utf8'));
  return `// Made from packages/worker/openapi.json by scripts/generate-api.ts: do not edit.\n${astToString(ast)}`;
}
