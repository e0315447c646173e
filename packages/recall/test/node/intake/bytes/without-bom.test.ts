import { describe, expect, it } from 'vitest';
import { withoutBom } from '../../../../src/node/intake/bytes/without-bom.ts';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) {
    yield await Promise.resolve(bytes.subarray(start, start + size));
  }
}

async function text(content: string, size: number): Promise<string> {
  const rest: Buffer[] = [];
  for await (const chunk of withoutBom(inPieces(Buffer.from(content), size), 'tokens.txt')) rest.push(chunk);
  return Buffer.concat(rest).toString();
}

describe.each([1, 2, 3, 4, 100])('withoutBom, in pieces of %i bytes', (size) => {
  it('takes the mark off', async () => {
    expect(await text('\ufeffabc', size)).toBe('abc');
    expect(await text('\ufeff', size)).toBe('');
    expect(await text('\ufeff\ufeffa', size)).toBe('\ufeffa');
  });

  it('leaves all else', async () => {
    for (const content of ['', 'a', 'ab', 'abc', 'é', '日\ufeff'])
      expect(await text(content, size)).toBe(content);
  });
});
