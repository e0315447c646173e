import { InvalidRequestError, show } from '@unpush/core';
import { Refusal } from '../../answers/refusal.ts';
import type { UploadFormat } from '../../store/uploads.ts';

/** `Idempotency-Key`, where there is one, as one of this caller's: others have theirs. Throws `InvalidRequestError`. */
export function idempotencyKeyOf(headers: Headers, by: string): string | undefined {
  const key = headers.get('Idempotency-Key');
  if (key === null) return undefined;
  if (/^[!-~]([ -~]{0,198}[!-~])?$/.test(key)) return `${by}\n${key}`;
  const problem = `must be 1 to 200 printable characters of ASCII, but has ${key.length} characters or others`;
  throw new InvalidRequestError([{ field: 'Idempotency-Key', problem }]);
}

/** `Upload-Complete`: whether the list ends with this body. Throws `InvalidRequestError`. */
export function uploadCompleteOf(headers: Headers): boolean {
  const value = headers.get('Upload-Complete');
  if (value === null || value === '?1') return true;
  if (value === '?0') return false;
  const problem = `must be ?1 (the list ends with this body) or ?0 (more will follow), but is ${show(value)}`;
  throw new InvalidRequestError([{ field: 'Upload-Complete', problem }]);
}

/** `Upload-Offset`, in bytes after gunzip. Throws `InvalidRequestError`. */
export function uploadOffsetOf(headers: Headers): number {
  const value = headers.get('Upload-Offset');
  if (value !== null && /^\d{1,15}$/.test(value)) return Number(value);
  const is = value === null ? 'is missing' : `is ${show(value)}`;
  const problem = `must be the offset that HEAD of this path says, in bytes after gunzip, but ${is}`;
  throw new InvalidRequestError([{ field: 'Upload-Offset', problem }]);
}

/** `Upload-Length`: how many bytes the list has in all, after gunzip. Throws `InvalidRequestError`. */
export function uploadLengthOf(headers: Headers): number | undefined {
  const value = headers.get('Upload-Length');
  if (value === null) return undefined;
  if (/^\d{1,15}$/.test(value)) return Number(value);
  const problem = `must be the bytes of the whole list, after gunzip, but is ${show(value)}`;
  throw new InvalidRequestError([{ field: 'Upload-Length', problem }]);
}

/** How a body is written. Throws `unsupported-media-type`. */
export function formatOf(headers: Headers): UploadFormat | 'json' {
  const type = headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const format = FORMATS.get(type);
  if (format !== undefined) return format;
  throw new Refusal('unsupported-media-type');
}

const FORMATS: ReadonlyMap<string, UploadFormat | 'json'> = new Map([
  ['application/json', 'json'],
  ['text/plain', 'txt'],
  ['application/x-ndjson', 'ndjson'],
]);
