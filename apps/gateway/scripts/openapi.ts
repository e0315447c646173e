import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

// The document of @unpush/worker among the static assets, which are no part of the Worker; a test holds it current
const source = fileURLToPath(import.meta.resolve('@unpush/worker/openapi.json'));
await copyFile(source, new URL('../public/openapi.json', import.meta.url));
