import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import pg from 'pg';
import type { Settings } from '../settings.ts';

/** The team's own PostgreSQL, where there is one. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly pool: pg.Pool | undefined;
  private readonly logger = new Logger(Database.name);

  constructor(config: ConfigService<Settings, true>) {
    const connectionString = config.get('DATABASE_URL', { infer: true });
    if (connectionString === undefined) return;
    this.pool = new pg.Pool({ connectionString });
    // A connection that nobody uses has broken; the next one that is asked for is a new one
    this.pool.on('error', (error) => {
      this.logger.warn(error.message);
    });
  }

  // Modules that import this one shut down before it
  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }
}
