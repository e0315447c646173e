import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BLOCK_SIZE } from './block-size.ts';

/** What was compressed. A file of several gzip members, one behind the other, is read to its end. */
export async function* gunzipped(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: BLOCK_SIZE });
  const feeding = pipeline(bytes, gunzip);
  feeding.catch(() => undefined); // the loop below meets the same error
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) yield chunk;
  } finally {
    await feeding.catch(() => undefined); // only then may the file be closed
  }
}
