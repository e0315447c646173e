import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { OUR_READING, PUSH_ONLY } from './notes.ts';

/** Whom a message goes to. */
export const TARGET = {
  '3001': {
    title: 'Device token missing',
    meaning: 'DeliveryToken is empty in a call that binds or reports a device. Nothing was taken.',
    causes: ['The app called before its device had a token.', 'The field was left out.'],
    remedies: ['Wait for the token in the app, then bind or report with DeliveryToken filled in.'],
    note: PUSH_ONLY,
  },
  '3008': {
    title: 'Platform not supported',
    meaning: 'OsType in a call that binds or reports a device is not a platform mPaaS knows.',
    causes: ['OsType has a wrong value, or is text instead of a number.'],
    remedies: ['Give OsType as the number your client SDK uses for its platform.'],
    note: `The values of OsType are not on the pages we know. ${PUSH_ONLY}`,
  },
  '3009': {
    title: 'Kind of target not supported',
    meaning: 'DeliveryType is no kind of target that this operation can push to.',
    causes: [
      'The number is wrong: 1 is an Android device, 2 an iOS device, 3 a user, 5 and 6 a Live Activity, 7 a HarmonyOS device.',
      'The operation does not take this kind: a batch takes 1, 2, 3 and 7, a broadcast 1, 2 and 7.',
    ],
    remedies: ['Set DeliveryType to the kind that your target ids really are.'],
    note: PUSH_ONLY,
  },
  '3012': {
    title: 'User id missing',
    meaning: 'UserId is empty in a call that needs one, such as binding a device to a user.',
    causes: ['The call was made before the user had logged on.', 'The field was left out.'],
    remedies: ['Bind after logon, with UserId filled in.'],
    note: PUSH_ONLY,
  },
  '3021': {
    title: 'Target missing',
    meaning: 'The request names no target. Nothing was taken.',
    causes: [
      'TargetId of a revoke is empty.',
      'TargetMsgkey of a push is empty or has an empty key.',
      'The list of targets has empty fields.',
    ],
    remedies: [
      'Check the column or field that the targets are read from (--column, --field).',
      'For a push, fill TargetMsgkey: target id to message id.',
      'unpush drops empty targets before it sends and counts them as malformed; if it was its request, look for a proxy.',
    ],
    note: OUR_READING,
  },
  '3029': {
    title: 'Too many targets in one push',
    meaning: 'A simple or template push names more targets than are allowed. Nobody was pushed to.',
    causes: ['TargetMsgkey has more than 10 entries.'],
    remedies: ['Push to at most 10 targets a call, or use a batch push, which takes 100.'],
    note: PUSH_ONLY,
  },
  '3055': {
    title: 'Too many targets in one batch push',
    meaning: 'A batch push names more targets than are allowed. Nobody was pushed to.',
    causes: ['TargetMsg has more than 100 entries.'],
    remedies: ['Push to at most 100 targets a call.'],
    note: PUSH_ONLY,
  },
  '3054': {
    title: 'Self-built channel token invalid',
    meaning: "The token of the device on mPaaS's own channel is not valid for this target.",
    causes: [
      'The token has changed or was never reported.',
      'The device has not connected to the channel yet.',
    ],
    remedies: [
      'Let the app report its token anew when it starts. unpush reports the target as rejected and goes on.',
      'Do not delete the target because of this code: it may mean that the token is not valid yet.',
    ],
    note: OUR_READING,
  },
} satisfies Partial<Texts<MpaasCode>>;
