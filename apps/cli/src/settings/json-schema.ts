import * as z from 'zod';
import { configSchema } from './fields.ts';
import { SCHEMA_URL } from './words.ts';

/** The JSON Schema of `unpush.config.json` as it is published, for editors. Draft 7, which they all know. */
export function configJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ $schema, $id: SCHEMA_URL, title: 'unpush.config.json', ...schema }, undefined, 2)}\n`;
}
