import type { Door } from './door.ts';

export const UPLOAD = '/recalls?notifyId=3114932';

/** How a list is sent. */
export interface UploadOptions {
  readonly type?: string;
  readonly path?: string;
}

/** Sends lines as they are asked for, as a large file would come. */
export const upload = (
  door: Door,
  lines: readonly string[],
  { type = 'text/plain', path = UPLOAD }: UploadOptions = {},
): Promise<Response> =>
  door.command(path, {
    method: 'POST',
    headers: { 'content-type': type },
    body: ReadableStream.from(pieces(lines)),
    duplex: 'half',
  });

async function* pieces(lines: readonly string[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let at = 0; at < lines.length; at += 500) {
    await Promise.resolve();
    yield encoder.encode(`${lines.slice(at, at + 500).join('\n')}\n`);
  }
}
