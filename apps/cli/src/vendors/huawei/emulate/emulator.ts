import { SettingsError } from '../../../errors/settings-error.ts';
import { readInteger, type Flags } from '../../../flags/read-flags.ts';
import type { EmulatorRoom } from '../../rooms/emulator-room.ts';
import { clientIdProblem } from '../client-id-problem.ts';
import { furnish } from './furnish.ts';

/** As in the examples of Huawei's pages. */
const NOTIFY_ID = '3114932';

/** Huawei, played on this machine. */
export const HUAWEI_EMULATOR: EmulatorRoom = {
  readOrders(flags) {
    const { notifyId: asked = NOTIFY_ID } = flags;
    const notifyId = readInteger(
      { notifyId: asked },
      {
        name: 'notifyId',
        flag: '--notify-id',
        least: 0,
        most: 2_147_483_647,
      },
    );
    return readClientIds(flags).map((clientId) => (site) => furnish({ clientId, notifyId }, site));
  },
};

/** `undefined` stands for a random one. */
function readClientIds({ clientId: given }: Flags): readonly (string | undefined)[] {
  if (!Array.isArray(given)) return [undefined];
  const ids = given.map(String);
  for (const id of ids) {
    const problem = clientIdProblem(id);
    if (problem !== undefined) throw new SettingsError(`--client-id ${problem}`);
  }
  if (new Set(ids).size === ids.length) return ids;
  throw new SettingsError('--client-id stands twice with the same id: give each app its own');
}
