import type { Command } from 'commander';
import { addProfile, addSettings } from '../../settings/connection-options.ts';

/** The settings by which recalls are found. */
export const addLedger = (command: Command): Command => addSettings(addProfile(command), ['ledger']);

/** The recall that a command is about. */
export const addRecall = (command: Command): Command =>
  addLedger(command.argument('<id>', 'the recall, as `unpush recalls list` names it'));
