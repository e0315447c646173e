import type { INestApplication, Type } from '@nestjs/common';
import type { AbstractHttpAdapter } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { recordLog } from './record-log.ts';

/** What HTTP comes in by. */
export interface Platform {
  readonly name: string;
  readonly adapter: () => AbstractHttpAdapter;
}

export const PLATFORMS: readonly Platform[] = [
  { name: 'Express', adapter: () => new ExpressAdapter() },
  { name: 'Fastify', adapter: () => new FastifyAdapter() },
];

/** An application that listens on this machine. */
export interface Served extends AsyncDisposable {
  readonly app: INestApplication;
  readonly url: string;
  /** What its log says. */
  readonly log: readonly string[];
  readonly stacks: readonly string[];
}

/** Starts an application as its `main.ts` would; `prepare` stands where that calls `app.use…`. */
export async function serve(
  module: Type,
  { adapter }: Platform,
  prepare: (app: INestApplication) => void = () => undefined,
): Promise<Served> {
  const logger = recordLog();
  const compiled = await Test.createTestingModule({ imports: [module] })
    .setLogger(logger)
    .compile();
  const app = compiled.createNestApplication(adapter());
  prepare(app);
  await app.listen(0, '127.0.0.1');
  const { lines: log, stacks } = logger;
  return { app, url: await app.getUrl(), log, stacks, [Symbol.asyncDispose]: () => app.close() };
}
