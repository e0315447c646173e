import { readFile, writeFile } from 'node:fs/promises';
import { openApiDocument } from './openapi/document.ts';
import { documentFile, documentModule } from './openapi/files.ts';

// Writes the document anew, as a file and as what the door serves; a test fails when they are older than the contract
const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8');
const { version } = JSON.parse(manifest) as { version: string }; // our own package.json has one
const document = openApiDocument(version);
await writeFile(new URL('../openapi.json', import.meta.url), documentFile(document));
await writeFile(new URL('../src/openapi/document-text.ts', import.meta.url), documentModule(document));
