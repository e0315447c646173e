import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { PUSH_ONLY } from './notes.ts';

/** Broadcasts. */
export const BROADCAST = {
  '3030': {
    title: 'Broadcasts go to devices only',
    meaning: 'A broadcast was addressed to users. Nobody was pushed to.',
    causes: ['DeliveryType is 3 (user).'],
    remedies: ['Set DeliveryType to 1 (Android), 2 (iOS) or 7 (HarmonyOS).'],
    note: PUSH_ONLY,
  },
  '3051': {
    title: 'UnBindPeriod missing',
    meaning: 'A broadcast that includes logged-off users must say since when they are. Nobody was pushed to.',
    causes: ['PushStatus is 1 (all) or 2 (not bound) and UnBindPeriod is not set.'],
    remedies: ['Set UnBindPeriod: 1 is 7 days, 2 is 15 days, 3 is 60 days, 4 is for ever.'],
    note: PUSH_ONLY,
  },
  '3052': {
    title: 'UnBindPeriod wrong',
    meaning: 'UnBindPeriod of the broadcast has a value that mPaaS does not know. Nobody was pushed to.',
    causes: ['It is none of 1, 2, 3 and 4.'],
    remedies: ['Set UnBindPeriod: 1 is 7 days, 2 is 15 days, 3 is 60 days, 4 is for ever.'],
    note: PUSH_ONLY,
  },
  '3053': {
    title: 'No broadcast to all on this channel',
    meaning:
      'The self-built Android channel cannot broadcast to logged-on and logged-off users together. Nobody was pushed to.',
    causes: ['PushStatus includes logged-off users and AndroidChannel is 1 (self-built).'],
    remedies: ['Set AndroidChannel to 2 (default), or PushStatus to 0 (bound users only).'],
    note: PUSH_ONLY,
  },
  '8018': {
    title: 'Time range wrong',
    meaning: 'The time range of a broadcast by time range is not valid. Nobody was pushed to.',
    causes: ['A start is missing or lies after its end.', 'A time is in seconds instead of milliseconds.'],
    remedies: ['Check start and end of the bind and unbind ranges: both given, in order, in one unit.'],
    note: `The rules for the range are not on the pages we know. ${PUSH_ONLY}`,
  },
} satisfies Partial<Texts<MpaasCode>>;
