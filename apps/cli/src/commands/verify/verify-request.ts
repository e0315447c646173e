import { SettingsError } from '../../errors/settings-error.ts';
import { listFlag, textFlags, type Flags } from '../../flags/read-flags.ts';
import type { InputRequest } from '../../input/input-request.ts';

/** What was asked for on the command line, checked. */
export interface VerifyRequest {
  readonly evidence: string;
  readonly head?: string;
  readonly publicKey?: string;
  /** The targets to compare with, and the key for that. */
  readonly compare?: InputRequest & { readonly evidenceKey: string };
  readonly allowOpen: boolean;
  readonly json: boolean;
}

/** Checks the flags of `unpush verify`. Throws {@link SettingsError}. */
export function readVerifyRequest(args: readonly string[], flags: Flags): VerifyRequest {
  const { head, publicKey, evidenceKey } = textFlags(flags, ['head', 'publicKey', 'evidenceKey']);
  if (head !== undefined && !/^[0-9a-f]{64}$/i.test(head)) {
    throw new SettingsError(`--head is ${JSON.stringify(head)}: give all 64 hexadecimal digits of it`);
  }
  const files = listFlag(flags, 'tokens');
  const tokens = listFlag(flags, 'token');
  const hasTargets = files.length + tokens.length > 0;
  if (hasTargets && evidenceKey === undefined) {
    throw new SettingsError(
      '--tokens can only be compared with the key of the recall: give --evidence-key FILE as well (unpush recalls evidence ID --with-key FILE writes it)',
    );
  }
  if (!hasTargets && evidenceKey !== undefined) {
    throw new SettingsError('--evidence-key is for comparing targets: give --tokens FILE as well');
  }
  return {
    evidence: args[0] ?? '',
    ...(head !== undefined && { head }),
    ...(publicKey !== undefined && { publicKey }),
    ...(evidenceKey !== undefined && {
      compare: { files, tokens, evidenceKey, ...textFlags(flags, ['format', 'column', 'field']) },
    }),
    allowOpen: flags['allowOpen'] === true,
    json: flags['json'] === true,
  };
}
