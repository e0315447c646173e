import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { PUSH_ONLY } from './notes.ts';

/** Extension fields, channels and badges. */
export const EXTENSION = {
  '3035': {
    title: 'Too many extension fields',
    meaning: 'The push has more extension fields than allowed. Nobody was pushed to.',
    causes: ['ExtendedParams has more than 20 fields.'],
    remedies: ['Keep to 20 fields; put several values into one if you have to.'],
    note: PUSH_ONLY,
  },
  '3044': {
    title: 'Extension field not allowed',
    meaning: 'An extension field of the push is not valid. Nobody was pushed to.',
    causes: [
      'ExtendedParams is not a JSON object written as text.',
      'A reserved key is used: notifyType, action, silent, pushType, templateCode, channel or taskId.',
    ],
    remedies: ['Send ExtendedParams as JSON text, and rename keys that are reserved.'],
    note: PUSH_ONLY,
  },
  '3049': {
    title: 'Too many extension fields of a target',
    meaning: 'A target of a batch push has too many extension fields of its own. Nobody was pushed to.',
    causes: ['ExtendedParams inside TargetMsg has 10 fields or more.'],
    remedies: ['Keep to 9 fields a target, and move what all have in common to the outside.'],
    note: PUSH_ONLY,
  },
  '3057': {
    title: 'Android channel wrong',
    meaning: 'AndroidChannel has a value that mPaaS does not know. Nobody was pushed to.',
    causes: ['It is neither 1 nor 2.'],
    remedies: ['Set AndroidChannel to 1 (self-built) or 2 (default).'],
    note: PUSH_ONLY,
  },
  '3058': {
    title: 'Badge number wrong',
    meaning: 'The number to add to the badge of the app is not valid. Nobody was pushed to.',
    causes: ['badge_add_num is no whole number, or out of range.'],
    remedies: ['Give badge_add_num as a whole number; Huawei takes 1 to 99.'],
    note: `The range at mPaaS is not published. ${PUSH_ONLY}`,
  },
  '3059': {
    title: 'Badge class missing',
    meaning: 'A badge number was given without the app entry that shows it. Nobody was pushed to.',
    causes: ['badge_add_num is set and badge_class is not.'],
    remedies: ['Set badge_class to the entry class of the app, or leave badge_add_num out.'],
    note: PUSH_ONLY,
  },
} satisfies Partial<Texts<MpaasCode>>;
