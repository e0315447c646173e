import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../public/list/columns-of.js';

const TOKEN = 'IQA'.padEnd(112, 'x');

describe('the columns of a file', () => {
  it.each([
    ['token,user_id', [`${TOKEN},17`], ['token', 'user_id']],
    ['Push Token;Name', ['IQA;"one; two"'], ['Push Token', 'Name']],
    ['deviceId,Name', [], ['deviceId', 'Name']],
    ['id,name', ['17,Doe', '18,May'], ['id', 'name']],
    [`${TOKEN},17`, [`${TOKEN},18`, `${TOKEN},19,?`], []],
    ['one\ttwo', [], []],
  ])('are found where there are some: %s', (first, rest, columns) => {
    expect(columnsOf([first, ...rest], 'list.txt')).toEqual(columns);
  });

  it.each([
    ['Doe,John', []],
    ['user1,shop', ['user2,shop']],
    ['phoneA;de', ['phoneB;de']],
    ['a,b,c', ['d']],
    ['"a,b"', ['"c,d"']],
    [TOKEN, [TOKEN]],
    ['', []],
  ])('are not read into targets that hold commas: %s', (first, rest) => {
    expect(columnsOf([first, ...rest], 'list.txt')).toBeUndefined();
  });

  it('are told by the name of the file as well', () => {
    expect(columnsOf(['IQA,17', 'IQB,18', 'IQC'], 'list.csv.gz')).toEqual([]);
    expect(columnsOf(['IQA', 'IQB'], 'list.csv')).toBeUndefined();
  });

  it('take no longer than a line is long', () => {
    // Some minutes, where each cell is looked for from the line's end
    expect(columnsOf(['ab,'.repeat(300_000)], 'list.txt')).toBeUndefined();
  });
});
