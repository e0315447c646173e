import { resolve } from 'node:path';
import type { Invocation } from '../../../command.ts';
import { textFlags } from '../../../flags/read-flags.ts';
import { checkOutputPlace, refuseSamePlace, type OutputPlace } from '../../../output/output-place.ts';

/** The files that `unpush recalls evidence` is to write. Without one for the evidence, it goes to standard output. */
export interface EvidencePlaces {
  readonly evidence?: OutputPlace;
  readonly key?: OutputPlace;
}

/** Reads them from the command line, and makes sure that they can be made. Throws `SettingsError`. */
export async function evidencePlaces({ terminal, args, flags }: Invocation): Promise<EvidencePlaces> {
  const { cwd } = terminal;
  const { withKey } = textFlags(flags, ['withKey']);
  const [, path] = args;
  const evidence: OutputPlace | undefined =
    path === undefined
      ? undefined
      : { what: 'evidence', flag: 'the argument [file]', path: resolve(cwd, path) };
  const key: OutputPlace | undefined =
    withKey === undefined
      ? undefined
      : { what: 'evidence key', flag: '--with-key', path: resolve(cwd, withKey) };
  refuseSamePlace(evidence, key);
  for (const one of [evidence, key]) if (one !== undefined) await checkOutputPlace(one);
  return { ...(evidence !== undefined && { evidence }), ...(key !== undefined && { key }) };
}
