import { credentialProblem } from '../../../prompts/credential-problem.ts';
import { askField } from '../../../prompts/ask-field.ts';
import type { Profile } from '../../../settings/fields.ts';
import type { Terminal } from '../../../terminal/terminal.ts';
import { VARIABLES } from '../connection/access-key.ts';
import { checkKeyFile } from './key-file.ts';

/** Asks for app, access key and region, as far as the profile lacks them. */
export async function askMpaas(profile: Profile, terminal: Terminal): Promise<Profile> {
  const appId = profile.appId ?? (await askAppId(terminal));
  const workspaceId = profile.workspaceId ?? (await askWorkspaceId(terminal));
  const accessKeyFile = profile.accessKeyFile ?? (await askAccessKeyFile(terminal));
  const region = profile.region ?? (await askRegion(terminal));
  return {
    ...profile,
    ...{ appId, workspaceId },
    ...(accessKeyFile !== '' && { accessKeyFile }),
    ...(region !== '' && { region }),
  };
}

const askAppId = (terminal: Terminal): Promise<string> =>
  askField(
    'appId',
    { message: 'The AppId, as the mPaaS console shows it', placeholder: 'ONEX570DA89211721' },
    terminal,
  );

const askWorkspaceId = (terminal: Terminal): Promise<string> =>
  askField(
    'workspaceId',
    { message: 'The WorkspaceId, as the mPaaS console shows it', placeholder: 'default' },
    terminal,
  );

const askAccessKeyFile = (terminal: Terminal): Promise<string> =>
  askField(
    'accessKeyFile',
    {
      message: `Path of a JSON file with the access key (Enter: none; ${VARIABLES.accessKeyId} and its fellows are read)`,
      placeholder: 'access-key.json',
      isOptional: true,
      validate: (path) => credentialProblem(() => checkKeyFile(path, terminal.cwd)),
    },
    terminal,
  );

const askRegion = (terminal: Terminal): Promise<string> =>
  askField(
    'region',
    { message: 'The region (Enter: cn-hangzhou)', placeholder: 'cn-hangzhou', isOptional: true },
    terminal,
  );
