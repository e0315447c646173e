import { confirm, isCancel, select, text } from '@clack/prompts';
import type { Readable, Writable } from 'node:stream';
import { CredentialError, type Vendor } from '@unpush/core';
import { SettingsError } from '../../errors/settings-error.ts';
import type { FieldName } from '../../settings/words.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { asTyped, type Answers } from './answers.ts';
import { problemWith, problemWithApp } from './check-answer.ts';
import { checkKeyFile } from './key-file.ts';

/** Asks for what the flags do not say. Throws {@link SettingsError} when the person gives up. */
export async function ask({ app, profile }: Answers, terminal: Terminal): Promise<Answers> {
  const { vendor, clientId, serviceAccount, serviceAccountVariable, quota } = profile;
  const isKeyGiven = serviceAccount !== undefined || serviceAccountVariable !== undefined;
  const answers = {
    vendor: vendor ?? (await askVendor(terminal)),
    app: app ?? (await askApp(terminal)),
    clientId:
      clientId ??
      (await askField('clientId', { message: "The app's own client id (not the project's)" }, terminal)),
    serviceAccount: isKeyGiven ? serviceAccount : await askServiceAccount(terminal),
    quota: quota ?? (await askQuota(terminal)),
  };
  return {
    app: answers.app,
    profile: {
      ...profile,
      vendor: answers.vendor,
      clientId: answers.clientId,
      ...(answers.serviceAccount !== undefined && { serviceAccount: answers.serviceAccount }),
      ...(answers.quota !== undefined && { quota: answers.quota }),
    },
  };
}

interface Question {
  readonly message: string;
  readonly placeholder?: string;
  /** Beyond the field's own check. */
  readonly validate?: (answer: string) => Promise<string | undefined>;
}

const askVendor = async (terminal: Terminal): Promise<Vendor> =>
  given(
    await select<Vendor>({
      message: 'Which push service?',
      options: [
        { value: 'huawei', label: 'Huawei Push Kit (HarmonyOS)' },
        { value: 'mpaas', label: 'Alibaba Cloud mPaaS', hint: 'no profiles yet', disabled: true },
      ],
      ...screenOf(terminal),
    }),
  );

const askApp = async (terminal: Terminal): Promise<string> =>
  given(
    await text({
      message: 'A name for this app, to be used as --app NAME',
      placeholder: 'shop',
      validate: (answer = '') => sentence(problemWithApp(answer.trim())),
      ...screenOf(terminal),
    }),
  ).trim();

async function askField(
  name: FieldName,
  { validate, ...question }: Question,
  terminal: Terminal,
): Promise<string> {
  const answer = await text({
    ...question,
    validate: async (typed = '') =>
      sentence(problemWith(name, asTyped(name, typed.trim()))) ?? (await validate?.(typed.trim())),
    ...screenOf(terminal),
  });
  return given(answer).trim();
}

const askServiceAccount = (terminal: Terminal): Promise<string> =>
  askField(
    'serviceAccount',
    {
      message: 'Path of the service-account JSON file that AppGallery Connect gave out',
      placeholder: 'service-account.json',
      validate: async (path) => {
        try {
          await checkKeyFile(path, terminal.cwd);
          return undefined;
        } catch (error) {
          if (CredentialError.isInstance(error)) return error.message;
          throw error;
        }
      },
    },
    terminal,
  );

async function askQuota(terminal: Terminal): Promise<number | undefined> {
  const answer = await text({
    message: 'How many targets per second does the vendor allow the app? (Enter: not known; it is found out)',
    placeholder: '6000',
    validate: (typed = '') =>
      typed.trim() === '' ? undefined : sentence(problemWith('quota', asTyped('quota', typed.trim()))),
    ...screenOf(terminal),
  });
  const typed = (given(answer) as string | undefined)?.trim() ?? ''; // clack gives undefined for an empty line
  return typed === '' ? undefined : Number(typed);
}

const sentence = (problem: string | undefined): string | undefined =>
  problem === undefined ? undefined : `It ${problem}`;

/** Only a screen is ever handed in here, and a screen is what clack wants. */
const screenOf = ({ stdin, stderr }: Terminal): { input: Readable; output: Writable } => ({
  input: stdin,
  output: stderr,
});

/** Asks whether a profile that is there already may go. */
export const askToReplace = async (app: string, terminal: Terminal): Promise<boolean> =>
  given(
    await confirm({
      message: `There is a profile ${app} already. Replace it?`,
      initialValue: false,
      ...screenOf(terminal),
    }),
  );

/** The answer, or an error if there was none. */
function given<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new SettingsError('given up: nothing was written');
  return answer as Exclude<T, symbol>; // the one symbol that clack answers with is gone now
}
