import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** Lines as a download, in constant memory. */
export const ndjsonFile = (name: string, lines: AsyncIterable<string>): StreamableFile =>
  new StreamableFile(Readable.from(lines, { objectMode: false }), {
    type: 'application/x-ndjson',
    disposition: `attachment; filename="${name}.ndjson"`,
  });
