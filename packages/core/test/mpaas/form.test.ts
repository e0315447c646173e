import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
// Not for users: every operation's request stands on it
import { encodeForm } from '../../src/mpaas/rpc/form.ts';

describe('encodeForm', () => {
  it('encodes all but the unreserved characters of RFC 3986, a space as %20', () => {
    // By Python's urllib.parse.quote(safe='-_.~')
    expect(encodeForm({ a: '!\'()*-._~ +/=&%"é推🔔' })).toBe(
      'a=%21%27%28%29%2A-._~%20%2B%2F%3D%26%25%22%C3%A9%E6%8E%A8%F0%9F%94%94',
    );
  });

  it('numbers arrays from 1, and names the fields of objects after a dot', () => {
    expect(encodeForm({ TargetMsg: [{ Target: 'user1', MsgKey: 'm-1' }, { Target: 'user2' }] })).toBe(
      'TargetMsg.1.MsgKey=m-1&TargetMsg.1.Target=user1&TargetMsg.2.Target=user2',
    );
  });

  it('sorts by name, however the parameters were given', () => {
    expect(encodeForm({ b: 2, A: true, a: 1 })).toBe('A=true&a=1&b=2');
  });

  it('leaves out what is absent, and keeps what is empty or zero', () => {
    expect(encodeForm({ gone: undefined, list: [], object: { gone: undefined }, empty: '', zero: 0 })).toBe(
      'empty=&zero=0',
    );
    expect(encodeForm({})).toBe('');
  });

  it('is read back by another reader of forms, whatever the texts', () => {
    const names = fc.stringMatching(/^[A-Z][A-Za-z]{0,8}$/);
    const texts = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.dictionary(names, texts, { noNullPrototype: true }), (parameters) => {
        const form = encodeForm(parameters);
        expect(form).toMatch(/^[A-Za-z0-9\-._~%=&]*$/);
        expect(Object.fromEntries(new URLSearchParams(form))).toEqual(parameters);
      }),
    );
  });
});
