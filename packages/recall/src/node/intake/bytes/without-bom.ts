import { BOM_LENGTH, bomOf } from '../../../intake/bom.ts';

/**
 * The bytes after the byte order mark, if there is one.
 *
 * @throws InputError where the mark is that of UTF-16, of which every line would be malformed.
 */
export async function* withoutBom(bytes: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < BOM_LENGTH) continue;
    yield head.subarray(bomOf(head, file));
    head = undefined;
  }
  if (head !== undefined && head.length > 0) yield head.subarray(bomOf(head, file));
}
