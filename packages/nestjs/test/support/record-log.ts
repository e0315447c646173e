import type { LoggerService } from '@nestjs/common';

/** A logger that keeps what it is told. */
export interface RecordedLog extends LoggerService {
  /** Each with its level first: `warn …`. */
  readonly lines: readonly string[];
}

export function recordLog(): RecordedLog {
  const lines: string[] = [];
  const at =
    (level: string) =>
    (message: unknown): void => {
      lines.push(`${level} ${String(message)}`);
    };
  return { lines, log: at('log'), warn: at('warn'), error: at('error'), fatal: at('fatal') };
}
