import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/catalog/edit-distance.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['80300028', '80300028', 0],
    ['80300082', '80300028', 1],
    ['8030028', '80300028', 1],
    ['803000028', '80300028', 1],
    ['80300027', '80300028', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('from %j to %j is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
    expect(editDistance(to, from)).toBe(distance);
  });
});
