import type { CommandGroup } from '../../command.ts';
import { evidence } from './evidence/command.ts';
import { forget } from './forget/command.ts';
import { list } from './list/command.ts';
import { report } from './report/command.ts';
import { resume } from './resume/command.ts';
import { show } from './show/command.ts';
import { start } from './start/command.ts';
import { stop } from './stop/command.ts';
import { watch } from './watch/command.ts';

/** `unpush recalls`: the recalls that were begun on this machine, or those at a gateway. */
export const recalls: CommandGroup = {
  name: 'recalls',
  describe: (command) =>
    command.description(
      'Look at recalls that were begun on this machine, or at a gateway; go on with them, tell of them.',
    ),
  commands: [list, show, resume, report, evidence, forget, start, watch, stop],
};
