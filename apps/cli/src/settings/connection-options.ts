import { type Command, Option } from 'commander';
import { collect } from '../flags/collect.ts';
import type { FlagWords } from '../vendors/vendor-entry.ts';
import { SETTINGS, VENDOR_NAMES, vendorSettings, type FieldName } from './words.ts';

/** Adds the flags of these settings, each with what the configuration file says of it. */
export function addSettings(command: Command, names: readonly FieldName[]): Command {
  for (const name of names) {
    const { flag, argument, variable, about } = SETTINGS[name];
    const option = new Option(`${flag} <${argument}>`, `${about} [${variable}]`);
    command.addOption(name === 'vendor' ? option.choices(VENDOR_NAMES) : option);
  }
  return command;
}

/** Adds flags that only one vendor has. */
export function addVendorFlags(command: Command, flags: readonly FlagWords[]): Command {
  for (const { flag, argument, about, isRepeatable } of flags) {
    const option = new Option(`${flag} <${argument}>`, about);
    if (isRepeatable) option.argParser(collect);
    command.addOption(option);
  }
  return command;
}

/** Which profile to take settings from; `app` says what `--app` names, where that is not the profile alone. */
export const addProfile = (command: Command, app = 'the profile in unpush.config.json to use'): Command =>
  command
    .option('--app <NAME>', `${app} [UNPUSH_APP]`)
    .option('--config <FILE>', 'the configuration file, if not ./unpush.config.json [UNPUSH_CONFIG]');

/** The settings that every command which speaks to a vendor takes. */
export function addConnection(command: Command): Command {
  addSettings(addProfile(command), [
    'vendor',
    ...vendorSettings('credential'),
    ...vendorSettings('app'),
    'endpoint',
    'ca',
    'proxy',
    'timeout',
  ]);
  return addAllowedEndpoints(command);
}

/** Whom a stranger's word is taken for. */
export const addAllowedEndpoints = (command: Command): Command =>
  command.option(
    '--allow-endpoint <HOST>',
    "a host, other than the vendor's, that the configuration file may name (repeatable)",
    collect,
  );
