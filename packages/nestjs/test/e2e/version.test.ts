import { NestFactory } from '@nestjs/core';
import { expect, it } from 'vitest';

/** Which major this project of the tests is to run on. */
const MAJOR = process.env['UNPUSH_NEST_MAJOR'] ?? '12';

it(`runs on NestJS ${MAJOR}`, async () => {
  const packages = MAJOR === '11' ? '../../../../compat/nest11/node_modules/' : '../../node_modules/';
  // The cast: what a path that is made up leads to has no type
  const asked = (await import(new URL(`${packages}@nestjs/core/index.js`, import.meta.url).href)) as {
    readonly NestFactory: unknown;
  };
  expect(asked.NestFactory).toBe(NestFactory);
});
