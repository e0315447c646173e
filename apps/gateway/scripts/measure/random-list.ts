const LINES = 10_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The bytes of a target and its line feed. */
export const LINE_BYTES = 113;
export const PART_BYTES = 64 * 2 ** 20;

/** A part of a list. */
export interface Part {
  readonly body: Buffer<ArrayBuffer>;
  readonly isLast: boolean;
}

/** A list of random targets of 112 characters in parts of so many bytes and a little more; every hundredth is the one before it. */
export function* partsOf(targets: number, partBytes = PART_BYTES): Generator<Part> {
  let gathered: Buffer[] = [];
  let bytes = 0;
  let left = targets * LINE_BYTES;
  for (const piece of lines(targets)) {
    gathered.push(piece);
    bytes += piece.length;
    left -= piece.length;
    if (bytes < partBytes && left > 0) continue;
    yield { body: Buffer.concat(gathered), isLast: left === 0 };
    gathered = [];
    bytes = 0;
  }
}

function* lines(count: number): Generator<Buffer> {
  const randomText = randomTexts();
  let text: string[] = [];
  let last = '';
  for (let index = 0; index < count; index++) {
    if (index % 100 !== 99) last = `IQAAAA${index.toString(36).padStart(8, '0')}${randomText()}`;
    text.push(last, '\n');
    if (text.length < 2 * LINES && index < count - 1) continue;
    yield Buffer.from(text.join(''), 'latin1');
    text = [];
  }
}

/** 98 characters of 6 bits each: xorshift, for speed. */
function randomTexts(): () => string {
  let state = 88_172_645;
  return () => {
    let text = '';
    for (let word = 0; word < 20; word++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      for (let at = 0; at < 5; at++) text += ALPHABET[(state >>> (6 * at)) & 63] ?? '';
    }
    return text.slice(0, 98);
  };
}
