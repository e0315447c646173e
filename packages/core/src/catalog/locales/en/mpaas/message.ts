import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { PUSH_ONLY } from './notes.ts';

const VENDOR_LENGTHS =
  'Keep to what the phones show, in half-width characters of title and body: Xiaomi 50 and 128, Huawei 40 and 1024, OPPO 32 and 200, vivo 40 and 100, Honor and HarmonyOS 60 and 4096.';

/** What a message holds, and for how long. */
export const MESSAGE = {
  '3002': {
    title: 'File empty',
    meaning: 'The file that the request should bring is empty or missing.',
    causes: ['An empty file was uploaded, or the upload was cut off.'],
    remedies: ['Check the file and upload it again.'],
    note: `Which operation takes a file is not documented; unpush sends none. ${PUSH_ONLY}`,
  },
  '3019': {
    title: 'Task name missing',
    meaning: 'The push has no TaskName. Nobody was pushed to.',
    causes: ['TaskName is empty; the pages call it required, the SDK does not.'],
    remedies: ['Give the push a TaskName.'],
    note: PUSH_ONLY,
  },
  '3020': {
    title: 'Validity period wrong',
    meaning: 'ExpiredSeconds is not a valid time. Nobody was pushed to.',
    causes: ['It is zero, negative, no whole number, or in another unit than seconds.'],
    remedies: ['Give ExpiredSeconds as a whole number of seconds.'],
    note: `The limits are not published. ${PUSH_ONLY}`,
  },
  '3026': {
    title: 'Validity period too long',
    meaning: 'ExpiredSeconds is larger than mPaaS allows. Nobody was pushed to.',
    causes: ['It is too large, perhaps given in milliseconds.'],
    remedies: ['Give a smaller ExpiredSeconds, in seconds.'],
    note: `The largest value is not published. ${PUSH_ONLY}`,
  },
  '3024': {
    title: 'Title or content missing',
    meaning: 'The push has no title or no content. Nobody was pushed to.',
    causes: ['Title or Content was left blank, or a template filled it with nothing.'],
    remedies: ['Fill both Title and Content.'],
    note: PUSH_ONLY,
  },
  '3043': {
    title: 'Body too long',
    meaning: 'The text of the message is longer than allowed. Nobody was pushed to.',
    causes: ['Content is too long; a whole message may have 2 KB.'],
    remedies: ['Shorten Content.', VENDOR_LENGTHS],
    note: `How it differs from 3050 is not documented. ${PUSH_ONLY}`,
  },
  '3050': {
    title: 'Payload too long',
    meaning: 'The whole message is larger than allowed. Nobody was pushed to.',
    causes: ['Title, content and extension fields together exceed 2 KB.'],
    remedies: ['Shorten the text or the extension fields.', VENDOR_LENGTHS],
    note: `How it differs from 3043 is not documented. ${PUSH_ONLY}`,
  },
  '8017': {
    title: 'URL missing',
    meaning: 'A push that should open a HarmonyOS mini program has no URL to go to.',
    causes: ['The URL is empty or malformed.'],
    remedies: [
      'Set the URL as the page on redirection to HarmonyOS mini programs describes, and push again.',
    ],
    note: PUSH_ONLY,
  },
} satisfies Partial<Texts<MpaasCode>>;
