import type { LineBlock } from './line-block.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The lines of a block as text; where they are not all UTF-8, each character of every line stands for one byte. */
export interface LineTexts {
  readonly lines: readonly string[];
  readonly isText: boolean;
}

export function lineTextsOf({ buffer, start, ends }: LineBlock): LineTexts {
  const bytes = buffer.subarray(start);
  try {
    return { lines: strict.decode(bytes).split('\n'), isText: true };
  } catch {
    let from = start;
    const lines = Array.from(ends, (end) => {
      const line = bytewise(buffer.subarray(from, end));
      from = end + 1;
      return line;
    });
    return { lines, isText: false };
  }
}

/** The text whose UTF-8 the bytes are for which these characters stand; `undefined` where they are none. */
export function textOfBytes(bytewiseText: string): string | undefined {
  const bytes = Uint8Array.from({ length: bytewiseText.length }, (_, at) => bytewiseText.charCodeAt(at));
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many arguments a call is given at most. */
const PIECE = 4096;

/** A decoder of Latin-1 would not do: on the web it is one of Windows-1252. */
function bytewise(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}
