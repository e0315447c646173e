import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { errorCode } from '../../../src/node/intake/bytes/file-errors.ts';
import { resultOf } from '../../../src/node/ledger/sqlite/fault.ts';

/** As the system's errors are to a test under Jest: made by another `Error` than the program's. */
const foreign = (fields: string): unknown =>
  runInNewContext(`Object.assign(new Error('from afar'), ${fields})`);

describe('an error of another realm', () => {
  it('is none of ours by its class', () => {
    expect(foreign('{}')).not.toBeInstanceOf(Error);
  });

  it('is known by what SQLite or the system says in it', () => {
    expect(resultOf(foreign("{ code: 'ERR_SQLITE_ERROR', errcode: 5 }"))).toBe(5);
    expect(resultOf(foreign("{ code: 'ENOSPC', errno: -28 }"))).toBe(13);
    expect(errorCode(foreign("{ code: 'ENOENT', errno: -2 }"))).toBe('ENOENT');
  });
});
