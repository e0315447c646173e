import type { Command } from 'commander';
import { addProfile, addSettings } from '../../settings/connection-options.ts';
import type { FieldName } from '../../settings/words.ts';

/** What a gateway is reached by. */
const GATEWAY = ['gateway', 'gatewayKeyFile', 'ca', 'proxy'] as const satisfies readonly FieldName[];

/** The settings by which recalls are found, on this machine or at a gateway. */
export const addLedger = (command: Command): Command =>
  addSettings(
    addProfile(command, 'the profile in unpush.config.json to use; at a gateway its own name of the app'),
    ['ledger', ...GATEWAY],
  );

/** The recall that a command is about. */
export const addRecall = (command: Command): Command => addLedger(addId(command));

/** The settings by which a gateway is found. */
export const addGateway = (command: Command): Command =>
  addSettings(
    addProfile(
      command,
      "the gateway's own name of the app, and the profile of that name where there is one; may be left out where the key is for one app only",
    ),
    GATEWAY,
  );

/** A recall at a gateway. */
export const addGatewayRecall = (command: Command): Command => addGateway(addId(command));

const addId = (command: Command): Command =>
  command.argument('<id>', 'the recall, as `unpush recalls list` names it');
