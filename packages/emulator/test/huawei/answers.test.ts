import { CATALOG } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { HUAWEI_MESSAGES } from '../../src/index.ts';

describe("the emulator's codes", () => {
  it("are those of core's catalog, text for text: two copies of one page, made by two hands", () => {
    const catalog = CATALOG.filter(({ vendor, kind }) => vendor === 'huawei' && kind === 'code');
    expect(Object.fromEntries(catalog.map(({ code, message }) => [code, message]))).toEqual(HUAWEI_MESSAGES);
  });
});
