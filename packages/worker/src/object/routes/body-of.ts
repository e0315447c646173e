import { InvalidRequestError } from '@unpush/core';

/** A body of JSON; nothing at all is an empty object. The door sees to its length. Throws `InvalidRequestError`. */
export async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own words quote the text, which holds targets
    throw new InvalidRequestError([{ field: 'body', problem: 'must be JSON, but cannot be read as such' }]);
  }
}

/** A body as it comes in. */
export const bytesOf = (request: Request): ReadableStream<Uint8Array> | null =>
  // The cast: the platform's type leaves open of what it is a stream
  request.body as ReadableStream<Uint8Array> | null;
