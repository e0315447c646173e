import { CATALOG, MPAAS_CODES, lookUp } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { MPAAS_MESSAGES } from '../../src/index.ts';
import { GATEWAY_MESSAGES } from '../../src/mpaas/answers/gateway-messages.ts';

describe("the emulator's codes of mPaaS", () => {
  it("are those of core's catalog, text for text: two copies of one page, made by two hands", () => {
    const catalog = CATALOG.filter(
      ({ vendor, kind, code }) => vendor === 'mpaas' && kind === 'code' && /^-?\d+$/.test(code),
    );
    const texts = catalog.map(({ code, name, message }) => [code, { name, message }]);
    expect(Object.fromEntries(texts)).toEqual(MPAAS_MESSAGES);
  });

  it.each(Object.entries(GATEWAY_MESSAGES))("%s of the gateway has core's text", (code, message) => {
    expect(lookUp({ vendor: 'mpaas', code })?.message).toBe(message);
  });

  it('of the gateway are all that core knows, one for each family', () => {
    const known = Object.keys(MPAAS_CODES).filter((code) => !/^(-?\d+|OK)$/.test(code));
    const missing = known.filter((pattern) => {
      const start = pattern.replace(/\*$/, '');
      return start !== 'Missing' && !Object.keys(GATEWAY_MESSAGES).some((code) => code.startsWith(start));
    });
    expect(missing).toEqual([]);
  });
});
