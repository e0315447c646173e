import type { LoggerService } from '@nestjs/common';

/** A logger that keeps what it is told. */
export interface RecordedLog extends LoggerService {
  /** Each with its level first: `warn …`. */
  readonly lines: readonly string[];
  /** What was given beside each error. */
  readonly stacks: readonly string[];
}

export function recordLog(): RecordedLog {
  const lines: string[] = [];
  const at =
    (level: string) =>
    (message: unknown): void => {
      lines.push(`${level} ${String(message)}`);
    };
  const stacks: string[] = [];
  const error = (message: unknown, stack: unknown): void => {
    at('error')(message);
    stacks.push(String(stack));
  };
  return { lines, stacks, log: at('log'), warn: at('warn'), error, fatal: at('fatal') };
}
