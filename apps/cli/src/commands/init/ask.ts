import { confirm, select, text } from '@clack/prompts';
import type { Vendor } from '@unpush/core';
import { VENDOR_NAMES } from '../../settings/words.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { DOORS } from '../../vendors/doors.ts';
import { asTyped } from '../../prompts/as-typed.ts';
import { refuseForeign, roomFor, type Answers } from './answers.ts';
import { given, screenOf, sentence } from '../../prompts/ask-field.ts';
import { problemWith, problemWithApp } from '../../prompts/check-answer.ts';

/** Asks for what the flags do not say. Throws `SettingsError` when the person gives up. */
export async function ask({ app, profile }: Answers, terminal: Terminal): Promise<Answers> {
  const vendor = profile.vendor ?? (await askVendor(terminal));
  refuseForeign({ ...profile, vendor }, vendor);
  const name = app ?? (await askApp(terminal));
  const room = await roomFor(vendor);
  const asked = await room.ask({ ...profile, vendor }, terminal);
  const quota = asked.quota ?? (await askQuota(terminal));
  return { app: name, profile: { ...asked, ...(quota !== undefined && { quota }) } };
}

const askVendor = async (terminal: Terminal): Promise<Vendor> =>
  given(
    await select<Vendor>({
      message: 'Which push service?',
      options: VENDOR_NAMES.map((value) => ({ value, label: DOORS[value].label })),
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

/** Asks whether a profile that is there already may go. */
export const askToReplace = async (app: string, terminal: Terminal): Promise<boolean> =>
  given(
    await confirm({
      message: `There is a profile ${app} already. Replace it?`,
      initialValue: false,
      ...screenOf(terminal),
    }),
  );
