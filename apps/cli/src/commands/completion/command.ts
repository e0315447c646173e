import type { CommandDefinition } from '../../command.ts';
import { SHELLS } from './shells.ts';

/** `unpush completion`: the script that makes a shell complete our words. */
export const completion: CommandDefinition = {
  name: 'completion',
  describe: (command) =>
    command
      .description('Print the script that makes your shell complete commands, flags, codes and file names.')
      .addArgument(
        command.createArgument('[shell]', 'the shell; without it, the one that $SHELL names').choices(SHELLS),
      )
      .addHelpText(
        'after',
        `
To have it in every new shell:
  bash        echo 'source <(unpush completion bash)' >> ~/.bashrc
  zsh         echo 'source <(unpush completion zsh)' >> ~/.zshrc       (below the line with compinit)
  fish        unpush completion fish > ~/.config/fish/completions/unpush.fish
  powershell  unpush completion powershell >> $PROFILE
To try it in this one only:
  source <(unpush completion bash)`,
      ),
  load: () => import('./run.ts'),
};
