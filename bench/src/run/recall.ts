import { join } from 'node:path';
import type { VendorAddress } from '../vendor/vendor-settings.ts';
import { type Measured, measure } from './measure.ts';
import type { Setting } from './setting.ts';

/** A recall by the command line. */
export interface RecallOrder {
  readonly vendor: VendorAddress;
  readonly notifyId: number;
  readonly tokens: string;
  /** For the ledger. */
  readonly folder: string;
  readonly flags: readonly string[];
}

/** What we read of `--json`. */
export interface Summary {
  readonly targets: { readonly accepted: number; readonly rejected: number };
  readonly requests: { readonly sent: number; readonly retried: number; readonly throttled: number };
}

const ALL_ACCEPTED = 0;
const SOME_REFUSED = 3;

/** Takes a notification back with `unpush revoke`, and measures it. */
export async function recall(
  { vendor, notifyId, tokens, folder, flags }: RecallOrder,
  { cli }: Setting,
): Promise<Measured & { readonly summary: Summary }> {
  const app = ['--client-id', vendor.clientId, '--service-account', vendor.serviceAccount];
  const place = ['--endpoint', vendor.url, '--ca', vendor.ca, '--tokens', tokens];
  const selector = ['--notify-id', String(notifyId), '--confirm', String(notifyId)];
  const measured = await measure({
    args: [cli, 'revoke', ...app, ...place, ...selector, '--json', '--no-input', ...flags],
    env: { XDG_STATE_HOME: join(folder, 'state') },
    exits: [ALL_ACCEPTED, SOME_REFUSED],
  });
  return { ...measured, summary: JSON.parse(measured.stdout) as Summary }; // the contract of --json
}
