import { createTokenSource, importSigningKey } from '@unpush/transport';
import type { CommandRun } from '../../command.ts';
import { loadServiceAccount, type LoadedAccount } from '../../connection/service-account.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { resolveSettings } from '../../settings/resolve-settings.ts';
import { painter } from '../../terminal/style.ts';
import { decode } from './decode.ts';

/** Runs `unpush token`. */
export const run: CommandRun = async ({ terminal, flags }) => {
  const { stdout, stderr, env, cwd } = terminal;
  const settings = await resolveSettings({ flags, env, cwd });
  if (settings.vendor?.value === 'mpaas') {
    throw new SettingsError(
      `${settings.vendor.place} is mpaas, which knows no tokens: each request to it is signed by itself; give --vendor huawei, or another --app`,
    );
  }
  const loaded = await loadServiceAccount(settings, env);
  const token = await createTokenSource({ account: loaded.account }).current();
  if (flags['decode'] === true) {
    const described = { ...decode(token), key: await describeKey(loaded) };
    stdout.write(`${JSON.stringify(described, undefined, 2)}\n`);
    return EXIT.ok;
  }
  if (stdout.isTTY === true) {
    const paint = painter(stderr, env);
    stderr.write(
      `${paint(['bold', 'yellow'], 'warning')} this is a secret: whoever has it can push as this app until ${new Date(token.expiresAt * 1000).toISOString()}\n`,
    );
  }
  stdout.write(`${token.jwt}\n`);
  return EXIT.ok;
};

async function describeKey({ account, from }: LoadedAccount): Promise<object> {
  const { algorithm } = await importSigningKey(account);
  const bits = 'modulusLength' in algorithm ? Number(algorithm.modulusLength) : undefined;
  return { from, keyId: account.keyId, projectId: account.projectId, bits };
}
