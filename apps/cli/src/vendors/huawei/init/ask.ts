import { credentialProblem } from '../../../prompts/credential-problem.ts';
import { askField } from '../../../prompts/ask-field.ts';
import type { Profile } from '../../../settings/fields.ts';
import type { Terminal } from '../../../terminal/terminal.ts';
import { checkKeyFile } from './key-file.ts';

/** Asks for the client id and the key file, as far as the profile lacks them. */
export async function askHuawei(profile: Profile, terminal: Terminal): Promise<Profile> {
  const { clientId, serviceAccount, serviceAccountVariable } = profile;
  const isKeyGiven = serviceAccount !== undefined || serviceAccountVariable !== undefined;
  return {
    ...profile,
    clientId: clientId ?? (await askClientId(terminal)),
    ...(!isKeyGiven && { serviceAccount: await askServiceAccount(terminal) }),
  };
}

const askClientId = (terminal: Terminal): Promise<string> =>
  askField('clientId', { message: "The app's own client id (not the project's)" }, terminal);

const askServiceAccount = (terminal: Terminal): Promise<string> =>
  askField(
    'serviceAccount',
    {
      message: 'Path of the service-account JSON file that AppGallery Connect gave out',
      placeholder: 'service-account.json',
      validate: (path) => credentialProblem(() => checkKeyFile(path, terminal.cwd)),
    },
    terminal,
  );
