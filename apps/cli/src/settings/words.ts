import type { Vendor } from '@unpush/core';
import { VENDOR_SETTINGS } from '../vendors/settings.ts';
import type { SettingWords } from './setting-words.ts';

/**
 * Every setting by the name it has in a profile. Plain data, apart from the schemas: each start of the program
 * reads these words, and zod would more than double the time that takes.
 */
const WORDS = {
  vendor: {
    flag: '--vendor',
    argument: 'NAME',
    variable: 'UNPUSH_VENDOR',
    about: 'Which push service the app uses.',
  },
  ...VENDOR_SETTINGS,
  endpoint: {
    flag: '--endpoint',
    argument: 'URL',
    variable: 'UNPUSH_ENDPOINT',
    about:
      "Another origin than the vendor's. A configuration file's also needs --allow-endpoint, unless it is loopback.",
  },
  ca: {
    flag: '--ca',
    argument: 'PEM',
    variable: 'UNPUSH_CA',
    about: 'Path of a PEM file with further certificate authorities to trust.',
    holds: 'path',
  },
  proxy: {
    flag: '--proxy',
    argument: 'URL',
    variable: 'UNPUSH_PROXY',
    about: 'URL of an HTTP proxy to go through.',
  },
  quota: {
    flag: '--quota',
    argument: 'TARGETS_PER_S',
    variable: 'UNPUSH_QUOTA',
    about: 'The most targets per second that the vendor allows the app.',
    holds: 'number',
  },
  concurrency: {
    flag: '--concurrency',
    argument: 'N',
    variable: 'UNPUSH_CONCURRENCY',
    about:
      'The most requests that may be under way at once. Default: as many as the pace needs, at most 128.',
    holds: 'number',
  },
  batchSize: {
    flag: '--batch-size',
    argument: 'N',
    variable: 'UNPUSH_BATCH_SIZE',
    about: 'The most targets in one request, up to 1000; of mPaaS always 1.',
    holds: 'number',
  },
  canary: {
    flag: '--canary',
    argument: 'N',
    variable: 'UNPUSH_CANARY',
    about: 'How many targets are tried alone, before the rest. Default 10.',
    holds: 'number',
  },
  timeout: {
    flag: '--timeout',
    argument: 'SECONDS',
    variable: 'UNPUSH_TIMEOUT',
    about: 'Seconds to wait for a whole answer. Default 30.',
    holds: 'number',
  },
  ledger: {
    flag: '--ledger',
    argument: 'DIR',
    variable: 'UNPUSH_LEDGER',
    about: 'Where the records of recalls are kept. Default: $XDG_STATE_HOME/unpush.',
    holds: 'path',
  },
  gateway: {
    flag: '--gateway',
    argument: 'URL',
    variable: 'UNPUSH_GATEWAY',
    about: 'URL of a recall gateway: `unpush recalls` is then about its recalls.',
  },
  gatewayKeyFile: {
    flag: '--gateway-key-file',
    argument: 'FILE',
    variable: 'UNPUSH_GATEWAY_KEY_FILE',
    about: 'Path of the file with the key for the gateway, where UNPUSH_GATEWAY_KEY does not hold it.',
    holds: 'path',
  },
} as const satisfies Readonly<Record<string, SettingWords>>;

export type FieldName = keyof typeof WORDS;

export const SETTINGS: Readonly<Record<FieldName, SettingWords>> = WORDS;

// Object.keys knows the names of a literal as well as its type does, but says only `string`
export const FIELD_NAMES = Object.keys(SETTINGS) as readonly FieldName[];

/** The settings that one vendor or another knows alone, and that tell this. */
export const vendorSettings = (
  tells: 'app' | 'credential',
  isMeant: (vendor: Vendor) => boolean = () => true,
): readonly FieldName[] =>
  FIELD_NAMES.filter((name) => {
    const { of } = SETTINGS[name];
    return of?.tells === tells && isMeant(of.vendor);
  });

/** The configuration file's name, looked for in the working directory. */
export const CONFIG_NAME = 'unpush.config.json';

/** Where the JSON Schema of the configuration file is published: it is part of this package. */
export const SCHEMA_URL = 'https://unpkg.com/unpush/config.schema.json';

/** What `--vendor` takes; core's list, said again so that core need not be loaded for it. */
export const VENDOR_NAMES = ['huawei', 'mpaas'] as const satisfies readonly Vendor[];

/** What `--lang` takes. */
export const LANGUAGE_NAMES = ['en', 'zh-cn', 'zh'] as const;
