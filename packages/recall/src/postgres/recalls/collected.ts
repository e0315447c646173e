import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';

const packed = promisify(deflateRaw);
const unpacked = promisify(inflateRaw);

/**
 * Texts that are kept until somebody reads them. They are rows that are much alike, of which a few bytes each are
 * left.
 */
export interface Collected {
  add(text: string): Promise<void>;
  texts(): AsyncIterable<string>;
}

export function collected(): Collected {
  const pieces: Buffer[] = [];
  return {
    async add(text) {
      pieces.push(await packed(text, { level: 1 }));
    },
    async *texts() {
      for (const piece of pieces) yield (await unpacked(piece)).toString('utf8');
    },
  };
}
