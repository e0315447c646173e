import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { faultOf, isPassing, stateOf } from '../../../src/postgres/connection/fault.ts';

/** As the driver's errors are to a test under Jest: made by another `Error` than the program's. */
const foreign = (fields: string, kind = 'Error'): unknown =>
  runInNewContext(`Object.assign(new ${kind}('from afar'), ${fields})`);

describe('an error of PostgreSQL from another realm', () => {
  it('is known by what the server says in it', () => {
    const full = foreign("{ code: '53100', severity: 'ERROR' }");
    expect(stateOf(full)).toBe('53100');
    expect(faultOf(full, { schema: '"unpush"' })).toMatchObject({ problem: 'no-room' });
    expect(isPassing(foreign("{ code: '57P01', severity: 'FATAL' }"))).toBe(true);
  });

  it('is one of the way to it where it has no word of the server, unless it is one of the program', () => {
    expect(isPassing(foreign("{ code: 'ECONNREFUSED', errno: -111 }"))).toBe(true);
    expect(isPassing(foreign('{}'))).toBe(true);
    expect(isPassing(foreign('{}', 'TypeError'))).toBe(false);
  });
});
