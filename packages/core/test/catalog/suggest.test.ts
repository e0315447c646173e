import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/catalog/suggest.ts';

describe('suggest', () => {
  it.each([
    ['80300082', '80300028'],
    ['8030028', '80300028'],
    ['SIGNATURE_MISMACH', 'SIGNATURE_MISMATCH'],
    ['signaturenonceuse', 'SignatureNonceUsed'],
    ['Throtling', 'Throttling'],
    ['530', '503'],
    ['HTTP 530', '503'],
    ['８０３０００２', '80300002'],
  ])('answers %s with %s first', (code, near) => {
    expect(suggest({ code })[0]).toBe(near);
  });

  it('puts the nearest first: one slip before two', () => {
    const [first, second, third, fourth] = suggest({ code: '80300006' });
    const oneDigitAway = ['80300002', '80300007', '80300008', '80300036'];
    expect([first, second, third, fourth].sort()).toEqual(oneDigitAway);
  });

  it('allows short codes one slip only, since two lead anywhere', () => {
    expect(suggest({ code: '7777' })).toEqual([]);
    expect(suggest({ code: '9001' })).toEqual(['3001', '9000']);
  });

  it('gives five at most', () => {
    expect(suggest({ code: '3045' })).toHaveLength(5);
  });

  it('names a status that both vendors have once', () => {
    expect(suggest({ code: '530' }).filter((code) => code === '503')).toEqual(['503']);
  });

  it('can be kept to one vendor', () => {
    expect(suggest({ code: '9001', vendor: 'huawei' })).toEqual([]);
  });

  it('has nothing for what is far from every code', () => {
    expect(suggest({ code: 'something else' })).toEqual([]);
    expect(suggest({ code: '' })).toEqual([]);
  });
});
