import { writeFile } from 'node:fs/promises';
import { configJsonSchema } from '../src/settings/json-schema.ts';

// Writes config.schema.json anew; a test fails when it is older than src/settings/fields.ts
await writeFile(new URL('../config.schema.json', import.meta.url), configJsonSchema());
