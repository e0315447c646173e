import type { ZodOpenApiExampleObject, ZodOpenApiResponseObject } from 'zod-openapi';
import { recallSchema } from '../../src/contract/recall-answer.ts';
import { RUNNING } from './examples.ts';

/** On every answer. */
export const REQUEST_ID = {
  'X-Request-Id': {
    description: 'Names this answer, and what the log says of it.',
    schema: { type: 'string' as const },
  },
};

interface RecallAnswerWords {
  readonly description: string;
  readonly example?: ZodOpenApiExampleObject;
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly schema: object }>>;
}

/** An answer that is a recall. */
export const recallAnswer = ({
  description,
  example = RUNNING,
  headers,
}: RecallAnswerWords): ZodOpenApiResponseObject => ({
  description,
  headers: { ...REQUEST_ID, ...headers },
  content: { 'application/json': { schema: recallSchema, examples: { recall: example } } },
});

interface FileWords {
  readonly description: string;
  readonly type: string;
  readonly example?: string;
}

/** An answer that is a file to keep, as a stream. */
export const fileAnswer = ({ description, type, example }: FileWords): ZodOpenApiResponseObject => ({
  description,
  headers: {
    ...REQUEST_ID,
    'Content-Disposition': {
      description: 'A name for the file.',
      schema: { type: 'string', examples: ['attachment; filename="r-20261127-k3v9-report.ndjson"'] },
    },
  },
  content: { [type]: { schema: { type: 'string' }, ...(example !== undefined && { example }) } },
});

export const LOCATION = {
  Location: { description: 'Where the recall is read.', schema: { type: 'string' as const } },
};

/** Of a recall whose list is not settled yet. */
export const UPLOAD_HEADERS = {
  'Upload-Length': {
    description: 'How long the list is to be, in bytes after gunzip, where that was said.',
    schema: { type: 'integer' as const, minimum: 0 },
  },
  'Upload-Offset': {
    description: 'Where the list stands, in bytes after gunzip: where to go on.',
    schema: { type: 'integer' as const, minimum: 0 },
  },
  'Upload-Complete': {
    description: 'Whether the list is complete.',
    schema: { type: 'string' as const, enum: ['?0', '?1'] },
  },
};
