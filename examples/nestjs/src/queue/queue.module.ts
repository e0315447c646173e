import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { UnpushBullModule } from '@unpush/nestjs/bullmq';
import type { Settings } from '../settings.ts';

/** The team's own BullMQ, and recalls on it. */
@Module({
  imports: [
    BullModule.forRootAsync({
      inject: [ConfigService],
      useFactory: (config: ConfigService<Settings, true>) => ({
        connection: { url: config.getOrThrow<string>('REDIS_URL') },
      }),
    }),
    UnpushBullModule.forRootAsync({
      inject: [ConfigService],
      useFactory: (config: ConfigService<Settings, true>) => ({
        role: config.get('QUEUE_ROLE', { infer: true }),
      }),
    }),
  ],
})
export class QueueModule {}
