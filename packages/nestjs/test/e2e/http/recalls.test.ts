import {
  Body,
  Controller,
  Get,
  Inject,
  Module,
  Param,
  Post,
  Sse,
  StreamableFile,
  type INestApplication,
  type MessageEvent,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Readable } from 'node:stream';
import { from, map, type Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  RecallService,
  UnpushExceptionFilter,
  UnpushModule,
  type RecallRequest,
  type StartedRecall,
} from '../../../src/index.ts';
import { recordLog } from '../../support/record-log.ts';
import { linesOf } from '../../support/report.ts';
import { SELECTOR, setStage, type Stage } from '../../support/stage.ts';

@Controller('recalls')
class RecallsController {
  readonly #recalls: RecallService;
  constructor(@Inject(RecallService) recalls: RecallService) {
    this.#recalls = recalls;
  }

  @Post()
  start(@Body() request: RecallRequest): Promise<StartedRecall> {
    return this.#recalls.start(request);
  }

  @Sse(':id/events')
  events(@Param('id') id: string): Observable<MessageEvent> {
    return from(this.#recalls.progress(id, { intervalMs: 100 })).pipe(map((data) => ({ data })));
  }

  @Get(':id/report')
  async report(@Param('id') id: string): Promise<StreamableFile> {
    const lines = Readable.from(await this.#recalls.report(id, { all: true }), { objectMode: false });
    return new StreamableFile(lines, { type: 'application/x-ndjson' });
  }
}

const ADAPTERS = [
  { name: 'Express', adapter: () => new ExpressAdapter() },
  { name: 'Fastify', adapter: () => new FastifyAdapter() },
] as const;

describe.each(ADAPTERS)('behind $name', ({ adapter }) => {
  async function listen({ huawei, sender, ledger }: Stage): Promise<INestApplication> {
    @Module({
      imports: [UnpushModule.forRoot({ app: { ...huawei, quota: 100 }, sender, ledger })],
      controllers: [RecallsController],
    })
    class AppModule {}
    const module = await Test.createTestingModule({ imports: [AppModule] })
      .setLogger(recordLog())
      .compile();
    const app = module.createNestApplication(adapter());
    app.useGlobalFilters(new UnpushExceptionFilter(app.get(HttpAdapterHost)));
    await app.listen(0, '127.0.0.1');
    return app;
  }

  const begin = async (url: string, targets: readonly string[]): Promise<StartedRecall> => {
    const answer = await fetch(`${url}/recalls`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ selector: SELECTOR, targets, batchSize: 10 }),
    });
    expect(answer.status).toBe(201);
    return (await answer.json()) as StartedRecall; // what the controller returns
  };

  it('a recall is started, watched by server-sent events to its end, and reported on', async () => {
    await using stage = await setStage({ phones: 60 });
    const app = await listen(stage);
    const url = await app.getUrl();
    const { recallId } = await begin(url, stage.tokens);
    const events = await (await fetch(`${url}/recalls/${recallId}/events`)).text();
    const states = [...events.matchAll(/"state":"(\w+)"/g)].map(([, state]) => state);
    expect(states[0]).toBe('running');
    expect(states.at(-1)).toBe('finished');
    const report = await fetch(`${url}/recalls/${recallId}/report`);
    expect(report.headers.get('content-type')).toContain('application/x-ndjson');
    expect(linesOf(await report.text()).map(({ target, outcome }) => [target, outcome])).toEqual(
      stage.tokens.map((token) => [token, 'accepted']),
    );
    const none = await fetch(`${url}/recalls/r-0000000000/report`);
    expect(none.status).toBe(404);
    expect(await none.json()).toMatchObject({ code: 'LEDGER', status: 404 });
    await app.close();
  });

  it('the application shuts down though somebody watches a recall', async () => {
    await using stage = await setStage({ phones: 100 });
    const app = await listen(stage);
    const url = await app.getUrl();
    const { recallId } = await begin(url, stage.tokens);
    // Else Node's server waits five seconds for another request on the connection
    const headers = { connection: 'close' };
    const watching = fetch(`${url}/recalls/${recallId}/events`, { headers }).then((answer) => answer.text());
    await new Promise((resolve) => setTimeout(resolve, 300));
    const startedAt = performance.now();
    await app.close();
    expect(performance.now() - startedAt).toBeLessThan(3000);
    expect([...(await watching).matchAll(/"state":"(\w+)"/g)].at(-1)?.[1]).toBe('stopped');
    expect(stage.revoked().size).toBeLessThan(100);
  });
});
