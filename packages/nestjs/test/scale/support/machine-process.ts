import { Logger, Module, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { postgresStore } from '@unpush/recall/postgres';
import pg from 'pg';
import { UnpushBullModule } from '../../../src/bullmq/index.ts';
import { UnpushModule } from '../../../src/index.ts';
import type { MachineNews, MachineOrder } from './machine-order.ts';

const tell = (news: MachineNews): void => void process.send?.(news);

const logger: LoggerService = {
  log: (line) => tell({ type: 'log', line: String(line) }),
  warn: (line) => tell({ type: 'log', line: `warn ${String(line)}` }),
  error: (line) => tell({ type: 'log', line: `error ${String(line)}` }),
};

async function start({ app, ca, postgres, leaseMs, bull }: MachineOrder): Promise<void> {
  const pool = new pg.Pool({ connectionString: postgres });
  pool.on('error', () => undefined);

  @Module({
    imports: [
      UnpushBullModule.forRoot(bull),
      UnpushModule.forRoot({ app, sender: { ca }, ledger: () => postgresStore({ pool, leaseMs }) }),
    ],
  })
  class MachineModule {}

  Logger.overrideLogger(logger);
  const application = await NestFactory.createApplicationContext(MachineModule);
  application.enableShutdownHooks();
  const tellMemory = (): void => tell({ type: 'memory', bytes: process.memoryUsage.rss() });
  tellMemory();
  setInterval(tellMemory, 250).unref();
}

// The cast: whoever starts it says it so
process.once('message', (order) => void start(order as MachineOrder));
