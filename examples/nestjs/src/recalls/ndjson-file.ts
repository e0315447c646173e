import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/**
 * Lines as a download, in constant memory. The first is read before the answer begins, so that an error can still be
 * answered as one.
 */
export async function ndjsonFile(name: string, lines: AsyncGenerator<string>): Promise<StreamableFile> {
  const first = await lines.next();
  async function* all(): AsyncGenerator<string> {
    if (first.done !== true) yield first.value;
    yield* lines;
  }
  return new StreamableFile(Readable.from(all()), {
    type: 'application/x-ndjson',
    disposition: `attachment; filename="${name}.ndjson"`,
  });
}
