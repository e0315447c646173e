import type { TargetInput } from '../../store/target-input.ts';
import { fromFiles, fromStream } from './intake/from-files.ts';
import { fromGiven } from './intake/from-given.ts';
import { fromPages } from './intake/from-pages.ts';
import type { Intake, IntakeOptions } from './intake/intake.ts';
import type { Keepers } from './pages/keepers.ts';
import type { PagesOf } from './pages/pages-of.ts';

/** An intake, and whose pages it is made of, where the database does not keep the targets. */
export interface Opened {
  readonly intake: Intake;
  readonly pages?: PagesOf;
}

export function openIntake(input: TargetInput, options: IntakeOptions, keepers: Keepers): Opened {
  if ('targets' in input) return { intake: fromGiven(input, options) };
  if ('files' in input) return { intake: fromFiles(input.files, options) };
  if ('stream' in input) return { intake: fromStream(input, options) };
  const from = keepers.meet(input);
  const { name, parameters } = from;
  return {
    intake: {
      ...fromPages(from, options),
      taken: (recallId) => keepers.remember(recallId, from),
    },
    pages: { name, ...(parameters !== undefined && { parameters }) },
  };
}
