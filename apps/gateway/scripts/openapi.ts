import { copyFile, writeFile } from 'node:fs/promises';
import { apiTypes, DOCUMENT } from './local/api-types.ts';

// The document of @unpush/worker among the static assets, which are no part of the Worker, and the types of the client
// that drives the gateway in a test. Tests hold both current
await copyFile(DOCUMENT, new URL('../public/openapi.json', import.meta.url));
await writeFile(new URL('../test/client/openapi.d.ts', import.meta.url), await apiTypes());
