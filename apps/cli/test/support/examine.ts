import { createServer } from 'node:net';
import { expect } from 'vitest';
import { callCli, type CliCall, type CliResult } from './call-cli.ts';
import { expectNoSecrets } from './expect-no-secrets.ts';
import type { Stage } from './stage.ts';

/** What `unpush doctor --json` prints of a check. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'warn' | 'fail' | 'skipped';
  readonly detail: string;
  readonly remedy?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A finished call of `unpush doctor --json`. */
export interface Examined extends CliResult {
  readonly ok: boolean;
  readonly checks: readonly Check[];
  readonly check: (name: string) => Check;
}

/** Runs `unpush doctor --json`; whatever it finds, no secret may show. */
export async function examine(stage: Stage, flags: readonly string[], call: CliCall = {}): Promise<Examined> {
  const result = await callCli(['doctor', ...flags, '--json'], { cwd: stage.folder, ...call });
  expectNoSecrets(stage, result);
  expect(result.stderr).toBe('');
  const { ok, checks } = JSON.parse(result.stdout) as { ok: boolean; checks: readonly Check[] };
  const check = (name: string): Check => {
    const found = checks.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no check is called ${name}`);
    return found;
  };
  return { ...result, ok, checks, check };
}

/** Flags without one of them and its value. */
export function without(flags: readonly string[], flag: string): readonly string[] {
  const at = flags.indexOf(flag);
  return flags.filter((_, index) => index !== at && index !== at + 1);
}

/** A port that was free a moment ago. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
