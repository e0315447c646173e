import { randomUUID } from 'node:crypto';
import { SettingsError } from '../../../errors/settings-error.ts';
import { textFlags, type Flags } from '../../../flags/read-flags.ts';
import type { Choices } from '../../../gateway/client/api.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import type { VendorDoor } from '../../../vendors/vendor-door.ts';
import { readRevokeRequest, type RevokeRequest } from '../../revoke/revoke-request.ts';

/** What was asked for on the command line, checked. */
export interface StartRequest extends RevokeRequest {
  readonly choices: Choices;
  readonly idempotencyKey: string;
  readonly watch: boolean;
}

/** Checks the flags of `unpush recalls start`. Throws {@link SettingsError}. */
export function readStartRequest(
  flags: Flags,
  { door, settings }: { readonly door: VendorDoor; readonly settings: Settings },
): StartRequest {
  // The app of the gateway says by which vendor it is: nobody chooses it here
  const request = readRevokeRequest({ ...flags, vendor: door.vendor }, door);
  const { reason, idempotencyKey } = textFlags(flags, ['reason', 'idempotencyKey']);
  const { dedupe, keepGoing, again, giveUpAfterMs } = request;
  return {
    ...request,
    choices: {
      ...(reason !== undefined && { reason: checkReason(reason) }),
      ...(!dedupe && { dedupe }),
      ...(settings.canary !== undefined && { canary: settings.canary.value }),
      ...(settings.batchSize !== undefined && {
        batchSize: Math.min(settings.batchSize.value, door.batchSize),
      }),
      ...(keepGoing && { keepGoing }),
      ...(again && { again }),
      giveUpAfterMs,
    },
    idempotencyKey: idempotencyKey === undefined ? randomUUID() : checkKey(idempotencyKey),
    watch: flags['watch'] !== false,
  };
}

function checkReason(given: string): string {
  const reason = given.trim();
  if (reason !== '' && reason.length <= 500 && !/\p{Cc}/u.test(reason)) return reason;
  throw new SettingsError(
    `--reason is ${JSON.stringify(given)}: give one line of text, at most 500 characters: nothing was sent`,
  );
}

function checkKey(given: string): string {
  if (/^[\x20-\x7e]{1,200}$/.test(given)) return given;
  throw new SettingsError(
    `--idempotency-key is ${JSON.stringify(given)}: give 1 to 200 printable ASCII characters: nothing was sent`,
  );
}
