import { JSONParser, TokenizerError, TokenParserError, TokenType } from '@streamparser/json';
import { InputError } from '../../../../intake/input-error.ts';
import { inputFault } from '../../../../intake/input-fault.ts';
import { RECORD_LIMIT, tooLong } from '../../../../intake/record-limit.ts';

const LINE_FEED = 0x0a;

const KIND_OF_VALUE: Partial<Record<TokenType, string>> = {
  [TokenType.LEFT_BRACE]: 'an object',
  [TokenType.STRING]: 'a string',
  [TokenType.NUMBER]: 'a number',
  [TokenType.TRUE]: 'true',
  [TokenType.FALSE]: 'false',
  [TokenType.NULL]: 'null',
};

/** Finds the elements of a JSON array that comes in pieces, each ending with its line or before. */
export class JsonRecords {
  readonly #file: string;
  readonly #parser = new JSONParser({ paths: ['$.*'], keepStack: false });
  #line = 1;
  #recordLine = 1;
  #depth = 0;
  #bytesSinceRecord = 0;
  /** How many bytes stand before the last token that made sense. */
  #offset = 0;

  constructor(file: string, onRecord: (record: unknown, line: number) => void) {
    this.#file = file;
    this.#parser.onToken = ({ token, offset }) => this.#follow(token, offset);
    this.#parser.onValue = ({ value }) => {
      this.#bytesSinceRecord = 0;
      onRecord(value, this.#recordLine);
    };
  }

  /** @throws InputError where this is not JSON, no array, or holds an element of more than about 1 MiB. */
  write(piece: Buffer): void {
    this.#bytesSinceRecord += piece.length;
    try {
      this.#parser.write(piece);
    } catch (error) {
      throw isSyntaxError(error) ? this.#failure('is not JSON') : error;
    }
    if (this.#bytesSinceRecord > RECORD_LIMIT) {
      // A string has no line breaks; an object may have begun further up
      throw tooLong(this.#file, this.#depth > 1 ? this.#recordLine : this.#line);
    }
    if (piece.at(-1) === LINE_FEED) this.#line++;
  }

  /** @throws InputError where the array is not closed. No JSON at all is an empty list. */
  end(): void {
    if (this.#parser.isEnded) return;
    try {
      this.#parser.end();
    } catch (error) {
      throw InputError.isInstance(error)
        ? error
        : this.#failure('ends before its JSON does, so it is cut short');
    }
  }

  /** Sees each token before the parser does. */
  #follow(token: TokenType, offset: number): void {
    this.#offset = offset;
    if (this.#depth === 0 && token !== TokenType.LEFT_BRACKET) throw this.#notAnArray(token);
    if (this.#depth === 1) this.#recordLine = this.#line;
    if (token === TokenType.LEFT_BRACKET || token === TokenType.LEFT_BRACE) this.#depth++;
    if (token === TokenType.RIGHT_BRACKET || token === TokenType.RIGHT_BRACE) this.#depth--;
  }

  #notAnArray(token: TokenType): InputError {
    const kind = KIND_OF_VALUE[token];
    if (kind === undefined) return this.#failure('is not JSON');
    return inputFault({
      file: this.#file,
      line: this.#line,
      what: `${kind} stands at the top, where an array of targets must. If each line is a JSON value by itself, add --format ndjson.`,
    });
  }

  /** Without the parser's error as its cause: its words are about the parser's states. */
  #failure(what: string): InputError {
    return inputFault({
      file: this.#file,
      line: this.#line,
      what: `the file ${what}; the fault comes after byte ${this.#offset}. Export it again, or name its format with --format if it is not JSON.`,
    });
  }
}

function isSyntaxError(error: unknown): boolean {
  return error instanceof TokenizerError || error instanceof TokenParserError;
}
