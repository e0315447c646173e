import { Module } from '@nestjs/common';
import { ConditionalModule, ConfigModule, ConfigService } from '@nestjs/config';
import { APP_FILTER } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { UnpushExceptionFilter, UnpushModule } from '@unpush/nestjs';
import { UnpushHealthIndicator } from '@unpush/nestjs/terminus';
import { DatabaseModule } from './database/database.module.ts';
import { Database } from './database/database.ts';
import { DocsController } from './docs/docs.controller.ts';
import { HealthController } from './health/health.controller.ts';
import { pushOptions } from './push-options.ts';
import { QueueModule } from './queue/queue.module.ts';
import { RecallsController } from './recalls/recalls.controller.ts';
import { RevokesController } from './revokes/revokes.controller.ts';
import { settingsSchema } from './settings.ts';

@Module({
  imports: [
    ConfigModule.forRoot({ isGlobal: true, validationSchema: settingsSchema }),
    ConditionalModule.registerWhen(QueueModule, ({ REDIS_URL }) => REDIS_URL !== undefined, { debug: false }),
    UnpushModule.forRootAsync({
      imports: [DatabaseModule],
      inject: [ConfigService, Database],
      useFactory: pushOptions,
    }),
    TerminusModule,
  ],
  controllers: [DocsController, HealthController, RecallsController, RevokesController],
  providers: [UnpushHealthIndicator, { provide: APP_FILTER, useClass: UnpushExceptionFilter }],
})
export class AppModule {}
