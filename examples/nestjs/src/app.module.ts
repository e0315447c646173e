import { Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { APP_FILTER } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { UnpushExceptionFilter, UnpushModule } from '@unpush/nestjs';
import { UnpushHealthIndicator } from '@unpush/nestjs/terminus';
import { DocsController } from './docs/docs.controller.ts';
import { HealthController } from './health/health.controller.ts';
import { pushOptions } from './push-options.ts';
import { RecallsController } from './recalls/recalls.controller.ts';
import { RevokesController } from './revokes/revokes.controller.ts';
import { settingsSchema } from './settings.ts';

@Module({
  imports: [
    ConfigModule.forRoot({ isGlobal: true, validationSchema: settingsSchema }),
    UnpushModule.forRootAsync({ inject: [ConfigService], useFactory: pushOptions }),
    TerminusModule,
  ],
  controllers: [DocsController, HealthController, RecallsController, RevokesController],
  providers: [UnpushHealthIndicator, { provide: APP_FILTER, useClass: UnpushExceptionFilter }],
})
export class AppModule {}
