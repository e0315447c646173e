import type { ZodOpenApiExampleObject, ZodOpenApiResponseObject } from 'zod-openapi';
import { recallSchema } from '../../src/contract/recall-answer.ts';
import { RUNNING } from './examples.ts';

interface RecallAnswerWords {
  readonly description: string;
  readonly example?: ZodOpenApiExampleObject;
  readonly headers?: ZodOpenApiResponseObject['headers'];
}

/** An answer that is a recall. */
export const recallAnswer = ({
  description,
  example = RUNNING,
  headers,
}: RecallAnswerWords): ZodOpenApiResponseObject => ({
  description,
  ...(headers && { headers }),
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
    'Content-Disposition': {
      description: 'A name for the file.',
      schema: { type: 'string', examples: ['attachment; filename="r-20261127-k3v9.report.ndjson"'] },
    },
  },
  content: { [type]: { schema: { type: 'string' }, ...(example !== undefined && { example }) } },
});

export const LOCATION = {
  Location: { description: 'Where the recall is read.', schema: { type: 'string' as const } },
};

export const UPLOAD_HEADERS = {
  'Upload-Offset': {
    description: 'Where the list stands, in bytes after gunzip: where to go on.',
    schema: { type: 'integer' as const, minimum: 0 },
  },
  'Upload-Complete': {
    description: 'Whether the list is complete.',
    schema: { type: 'string' as const, enum: ['?0', '?1'] },
  },
};
