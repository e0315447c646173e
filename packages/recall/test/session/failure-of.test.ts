import { describe, expect, it } from 'vitest';
import { failureOf, LedgerError, mayPass } from '@unpush/recall';

const unreachable = (cause?: unknown): LedgerError =>
  new LedgerError('the record cannot be reached.', { problem: 'unreachable', cause });

describe('an error in words', () => {
  it('has its remedy whole, and what it came of', () => {
    expect(failureOf(unreachable())).toBe('the record cannot be reached.');
    expect(failureOf(unreachable(new Error('disk I/O error')))).toBe(
      'the record cannot be reached. (cause: disk I/O error)',
    );
    expect(failureOf(unreachable('gone'))).toBe('the record cannot be reached. (cause: gone)');
  });

  it('says the name of one that is not ours, and a cause once', () => {
    const cause = new Error('no such table');
    expect(failureOf(new TypeError('no such table', { cause }))).toBe('TypeError: no such table');
    expect(failureOf('gone')).toBe('gone');
  });

  it('holds no secret, neither its own nor of its cause, and no more of that than tells something', () => {
    const jwt = 'eyJhbGciOi.eyJzdWIi.c2ln';
    expect(failureOf(new Error(`refused ${jwt}`))).toBe('Error: refused «token»');
    expect(failureOf(unreachable(new Error(`at ${jwt}`)))).toBe(
      'the record cannot be reached. (cause: at «token»)',
    );
    expect(failureOf(unreachable(new Error('long '.repeat(100))))).toHaveLength(
      'the record cannot be reached. (cause: )'.length + 300,
    );
  });
});

it('may pass where the record is out of reach or with somebody else, and not otherwise', () => {
  expect(mayPass(unreachable())).toBe(true);
  expect(mayPass(new LedgerError('x', { problem: 'under-way' }))).toBe(true);
  expect(mayPass(new LedgerError('x', { problem: 'damaged' }))).toBe(false);
  expect(mayPass(new Error('x'))).toBe(false);
});
