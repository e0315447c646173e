import type { CommandRun } from '../../command.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { resolveSettings, type Settings } from '../../settings/resolve-settings.ts';
import { painter } from '../../terminal/style.ts';
import { DOORS } from '../../vendors/doors.ts';
import { vendorOf } from '../../vendors/open-door.ts';
import type { TokenRoom } from '../../vendors/rooms/token-room.ts';
import { vendorsWithTokens } from './vendors-with-tokens.ts';

/** Runs `unpush token`. */
export const run: CommandRun = async ({ terminal, flags }) => {
  const { stdout, stderr, env, cwd } = terminal;
  const settings = await resolveSettings({ flags, env, cwd });
  const room = await openRoom(settings);
  const token = await room.issue(settings, env);
  if (flags['decode'] === true) {
    stdout.write(`${JSON.stringify(await token.decode(), undefined, 2)}\n`);
    return EXIT.ok;
  }
  if (stdout.isTTY === true) {
    const paint = painter(stderr, env);
    stderr.write(
      `${paint(['bold', 'yellow'], 'warning')} this is a secret: whoever has it can push as this app until ${token.expiresAt}\n`,
    );
  }
  stdout.write(`${token.text}\n`);
  return EXIT.ok;
};

function openRoom(settings: Settings): Promise<TokenRoom> {
  const vendor = vendorOf(settings);
  const { token } = DOORS[vendor];
  if ('load' in token) return token.load();
  throw new SettingsError(
    `${settings.vendor?.place ?? 'the vendor'} is ${vendor}, which knows no tokens: ${token.none}; give --vendor ${vendorsWithTokens().join(' or ')}, or another --app`,
  );
}
