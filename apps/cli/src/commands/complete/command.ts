import type { CommandDefinition } from '../../command.ts';

/** `unpush complete -- WORD…`: what a shell's script asks while somebody types. The script's business only. */
export const complete: CommandDefinition = {
  name: 'complete',
  hidden: true,
  describe: (command) =>
    command
      .description('Answer the completion script of a shell.')
      .argument('[words...]', 'the words so far'),
  load: () => import('../completion/suggest.ts'),
};
