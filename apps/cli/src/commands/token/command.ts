import type { CommandDefinition } from '../../command.ts';
import { addProfile, addSettings } from '../../settings/connection-options.ts';
import { vendorSettings } from '../../settings/words.ts';
import { vendorsWithTokens } from './vendors-with-tokens.ts';

/** `unpush token`: a signed JWT, for curl and for looking into. */
export const token: CommandDefinition = {
  name: 'token',
  describe: (command) =>
    addSettings(
      addProfile(
        command.description(
          "Print a JWT signed with the service account's key, good for an hour. It is a secret.",
        ),
      ),
      ['vendor', ...vendorSettings('credential', (vendor) => vendorsWithTokens().includes(vendor))],
    )
      .option('--decode', 'print what such a JWT says, as JSON, instead of the JWT itself')
      .addHelpText(
        'after',
        `
Examples:
  curl -H "Authorization: Bearer $(unpush token --service-account sa.json)" …
  unpush token --service-account sa.json --decode`,
      ),
  load: () => import('./run.ts'),
};
