import { expect } from 'vitest';
import { callCli, type CliCall, type CliResult } from '../../support/call-cli.ts';

/** No real one. */
export const KEY = 'unpush_key_of_a_test';

/** Calls a command about a gateway; whatever happens, the key may not show. */
export async function callGateway(
  url: string,
  args: readonly string[],
  { app = 'shop', ...call }: CliCall & { readonly app?: string } = {},
): Promise<CliResult> {
  const result = await callCli(['recalls', ...args, '--gateway', url, '--app', app], {
    ...call,
    env: { UNPUSH_GATEWAY_KEY: KEY, ...call.env },
  });
  for (const printed of [result.stdout, result.stderr]) expect(printed).not.toContain(KEY);
  return result;
}
