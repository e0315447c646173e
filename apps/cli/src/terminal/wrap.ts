import { WIDE, widthOf } from './width.ts';

/** How a text is broken into lines. */
export interface WrapOptions {
  /** Columns of a line, what is put before it included. */
  readonly width: number;
  /** Put before the first line. */
  readonly first?: string;
  /** Put before every other line. */
  readonly rest?: string;
}

/** No line begins with one of these. */
const CLOSING = /[，。、；：？！）》」』”’…]/;
/** No line ends with one of these. */
const OPENING = /[（《「『“‘]/;

/**
 * Breaks a text into lines: at blanks, and between Chinese characters, which have none. A word that is longer
 * than a line, such as a URL, stays whole, so that it can still be clicked.
 */
export function wrap(text: string, { width, first = '', rest = first }: WrapOptions): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const { piece, blank } of piecesOf(text)) {
    const joined = isEmpty ? piece : blank + piece;
    if (!isEmpty && widthOf(line + joined) > width) {
      lines.push(line);
      line = rest + piece;
    } else {
      line += joined;
    }
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}

/** A piece that is not broken, and the blank that stands between it and the one before. */
interface Piece {
  readonly piece: string;
  readonly blank: string;
}

function piecesOf(text: string): readonly Piece[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((word, index) =>
      unbroken(word).map((piece, part) => ({ piece, blank: index > 0 && part === 0 ? ' ' : '' })),
    );
}

function unbroken(word: string): readonly string[] {
  const pieces: string[] = [];
  for (const character of word) {
    const last = pieces.at(-1);
    if (last !== undefined && sticks(last, character)) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

function sticks(before: string, character: string): boolean {
  const last = before.at(-1) ?? '';
  if (CLOSING.test(character) || OPENING.test(last)) return true;
  return !WIDE.test(last) && !WIDE.test(character);
}
