import { UnsupportedMediaTypeException } from '@nestjs/common';
import { InvalidRequestError } from '@unpush/core';
import type { RecallRequest } from '@unpush/nestjs';
import type { Request } from 'express';
import type { UploadQuery } from './recalls.schemas.ts';

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['text/plain', 'txt'],
  ['text/csv', 'csv'],
  ['application/x-ndjson', 'ndjson'],
]);

/** What an upload can be. */
export const UPLOADS: readonly string[] = [...FORMATS.keys()];

/**
 * A recall whose targets come in at this moment: they are read as they come, in constant memory. Gzip is found by
 * itself.
 */
export function recallOfUpload(request: Request, query: UploadQuery): RecallRequest {
  const { notifyId, pushType, ...others } = query;
  const type = request.is([...UPLOADS]);
  const format = typeof type === 'string' ? FORMATS.get(type) : undefined;
  if (format === undefined) {
    throw new UnsupportedMediaTypeException(
      `Send targets as JSON, or as an upload whose content-type is one of ${UPLOADS.join(', ')}.`,
    );
  }
  if (notifyId === undefined) {
    throw new InvalidRequestError([
      { field: 'notifyId', problem: 'must stand in the query of an upload: ?notifyId=3114932' },
    ]);
  }
  const selector = { notifyId, ...(pushType !== undefined && { pushType }) };
  return { selector, stream: request, format, ...others };
}
