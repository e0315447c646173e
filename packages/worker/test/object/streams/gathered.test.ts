import { expect, it } from 'vitest';
import { gathered } from '../../../src/object/streams/gathered.ts';

async function* each(texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

const all = async (texts: readonly string[], most?: number): Promise<readonly string[]> => {
  const pieces: string[] = [];
  for await (const piece of gathered(each(texts), most)) pieces.push(piece);
  return pieces;
};

it('puts short texts together until they are long enough', async () => {
  expect(await all(['one\n', 'two\n', 'three\n', 'four\n'], 8)).toEqual(['one\ntwo\n', 'three\nfour\n']);
  expect(await all(['one\n', 'two\n', 'three\n'], 8)).toEqual(['one\ntwo\n', 'three\n']);
});

it('hands a long text on as it is, and nothing where there is none', async () => {
  expect(await all(['a long one\n', 'b\n'], 8)).toEqual(['a long one\n', 'b\n']);
  expect(await all([])).toEqual([]);
});

it('makes pieces of some 64 KiB', async () => {
  const line = `${'x'.repeat(499)}\n`;
  const pieces = await all(new Array<string>(1000).fill(line));
  expect(pieces.map(({ length }) => length)).toEqual([...new Array<number>(7).fill(66_000), 38_000]);
});

it('reads no further than it was asked', async () => {
  let read = 0;
  async function* counted(): AsyncGenerator<string> {
    for (;;) {
      read += 1;
      yield await Promise.resolve('four');
    }
  }
  const pieces = gathered(counted(), 12);
  await pieces.next();
  expect(read).toBe(3);
  await pieces.return();
  expect(read).toBe(3);
});
