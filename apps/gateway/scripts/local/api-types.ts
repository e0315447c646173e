import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

/** Where the OpenAPI document of @unpush/worker lies. */
export const DOCUMENT = fileURLToPath(import.meta.resolve('@unpush/worker/openapi.json'));

/** The types of the gateway's HTTP API, as anybody makes them from the document. */
export async function apiTypes(): Promise<string> {
  const ast = await openapiTS(await readFile(DOCUMENT, 'utf8'));
  return `// Made by scripts/openapi.ts: do not edit.\n${astToString(ast)}`;
}
