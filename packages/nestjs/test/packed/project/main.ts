// What a team writes: compiled in a project of its own, against what is published. See packed.test.ts.
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { Controller, Get, Injectable, Module, Param } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import {
  InjectUnpush,
  RecallService,
  UnpushExceptionFilter,
  UnpushModule,
  type HuaweiAppOptions,
  type RecallStatus,
} from '@unpush/nestjs';
import { LedgerError } from '@unpush/recall';
import type { HuaweiClient } from '@unpush/transport';

interface Stage {
  readonly app: HuaweiAppOptions;
  readonly ca: string;
  readonly directory: string;
  readonly notifyId: number;
  readonly tokens: readonly string[];
}

// The cast: the test writes it
const stage = JSON.parse(readFileSync('stage.json', 'utf8')) as Stage;

@Injectable()
class TakeBackService {
  private readonly push: HuaweiClient;
  private readonly recalls: RecallService;

  // The second parameter by its type alone, as the metadata has it that Nest projects emit
  constructor(@InjectUnpush() push: HuaweiClient, recalls: RecallService) {
    this.push = push;
    this.recalls = recalls;
  }

  async one(token: string): Promise<number> {
    const { accepted } = await this.push.revoke({ notifyId: stage.notifyId, tokens: [token] });
    return accepted;
  }

  async all(targets: readonly string[]): Promise<RecallStatus> {
    const { recallId } = await this.recalls.start({ selector: { notifyId: stage.notifyId }, targets });
    return this.recalls.finished(recallId);
  }
}

@Controller('recalls')
class RecallsController {
  private readonly recalls: RecallService;

  constructor(recalls: RecallService) {
    this.recalls = recalls;
  }

  @Get(':id')
  show(@Param('id') id: string): Promise<RecallStatus> {
    return this.recalls.status(id);
  }
}

@Module({
  imports: [
    UnpushModule.forRoot({
      app: stage.app,
      sender: { ca: stage.ca },
      ledger: { directory: stage.directory },
    }),
  ],
  controllers: [RecallsController],
  providers: [TakeBackService, { provide: APP_FILTER, useClass: UnpushExceptionFilter }],
})
class AppModule {}

async function main(): Promise<void> {
  const app = await NestFactory.create(AppModule);
  app.enableShutdownHooks();
  await app.listen(0, '127.0.0.1');
  const service = app.get(TakeBackService);
  const [first = '', ...rest] = stage.tokens;
  const accepted = await service.one(first);
  const { state, targets } = await service.all(rest);
  const missing = await fetch(`${await app.getUrl()}/recalls/r-00000000`);
  const problem: unknown = await missing.json();
  const refusal: unknown = await app
    .get(RecallService)
    .status('r-00000000')
    .catch((error: unknown) => error);
  await app.close();
  const isOurs = LedgerError.isInstance(refusal);
  writeFileSync('result.json', JSON.stringify({ accepted, state, targets, problem, isOurs }));
}

void main();
