import type { Command } from 'commander';
import { collect } from './collect.ts';

/** Which targets, and how their list is read. */
export const addListFlags = (command: Command): Command =>
  command
    .option(
      '--tokens <FILE>',
      'a list of push tokens, or of device or user ids (mPaaS), or - for standard input: .txt .csv .ndjson .json, each also .gz (repeatable)',
      collect,
    )
    .option('--targets <FILE>', 'the same as --tokens (repeatable)', collect)
    .option('--token <T>', 'a single push token, or device or user id (repeatable)', collect)
    .option('--format <NAME>', 'txt, csv, ndjson or json, where the file name does not tell')
    .option('--column <NAME>', 'CSV: the column with the targets, by header or by number from 1')
    .option('--field <NAME>', 'NDJSON and JSON: the field with the target')
    .option('--no-dedupe', 'send to duplicates as well');
