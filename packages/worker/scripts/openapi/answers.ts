import type { ZodOpenApiExampleObject, ZodOpenApiResponseObject } from 'zod-openapi';
import { recallSchema } from '../../src/contract/recall-answer.ts';
import { RUNNING } from './examples.ts';

/** On every answer of the Worker itself. */
export const REQUEST_ID = {
  'X-Request-Id': {
    required: true,
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
      required: true,
      description: 'A name for the file.',
      schema: { type: 'string', examples: ['attachment; filename="r-20261127-k3v9-report.ndjson"'] },
    },
  },
  content: { [type]: { schema: { type: 'string' }, ...(example !== undefined && { example }) } },
});

export const LOCATION = {
  Location: { required: true, description: 'Where the recall is read.', schema: { type: 'string' as const } },
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

const { 'Upload-Offset': offset, 'Upload-Complete': complete } = UPLOAD_HEADERS;

/** Of an upload that is asked for: where it stands is always told. */
export const STANDING_HEADERS = {
  ...UPLOAD_HEADERS,
  'Upload-Offset': { ...offset, required: true },
  'Upload-Complete': { ...complete, required: true },
};
