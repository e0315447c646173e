import type { HuaweiCode } from '../../../../huawei/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';

const FOREIGN_TOKEN =
  'Tokens of another app were passed in by mistake: the same device has a different token for each app.';
const APP_SETTINGS =
  'The package name or app id in the client app is not the one registered in AppGallery Connect.';
const CHECK_FOREIGN = 'Make sure that no token of another app is in the list.';
const CHECK_APP = `Make sure that package name and app id in the client app are those registered in AppGallery Connect (${LINKS.appGallery}).`;

/** Single tokens. */
export const TARGET = {
  '80100000': {
    title: 'Some tokens refused',
    meaning:
      'Huawei took some tokens of the request and refused others, which the answer names with a reason.',
    causes: ['Some tokens are malformed, of another app or platform, or the app has no right to them.'],
    remedies: [
      'Look at the reasons in the report and mend the list at its source; unpush reports the tokens named as rejected.',
      'Do not delete tokens because of this code alone: a reason such as noRight can pass.',
    ],
    note: 'Documented for sending; the revoke page has 80100020 with the same text. unpush makes an exception to its usual way with named tokens: if the counts of the answer add up to the batch, those not named count as accepted and are not sent again. Without a list that adds up it divides the batch; a token that is refused alone after that is reported as unknown, since the first request may have taken it.',
  },
  '80100020': {
    title: 'Message partly wrong',
    meaning:
      'Huawei objects to a part of the message. Whether the rest of the tokens was taken is only clear if the answer lists the refused ones.',
    causes: [
      'Part of the structure of the message is wrong.',
      'Some tokens in the request are bad: the English text is that of the partial success of sending.',
    ],
    remedies: [
      'Read the text of the answer, and correct the parameters of the message that it names.',
      'Look at the report for the tokens at fault: unpush takes the list of the answer if its counts add up, and otherwise divides the batch until they stand alone.',
    ],
    note: 'The page calls it an error of structure, the wire text calls it a partial success, and the page explains neither. How Huawei answers when such a batch is sent again is not documented; so a token that is refused alone after a division is reported as unknown, since the first request may have taken it.',
  },
  '80300007': {
    title: 'All tokens invalid',
    meaning: 'Huawei calls every token in this request invalid. None of them was taken.',
    causes: [
      FOREIGN_TOKEN,
      APP_SETTINGS,
      'The devices went from HarmonyOS 4 or earlier to HarmonyOS 5 or later (NEXT): their old tokens no longer hold, and new ones are needed.',
    ],
    remedies: [
      CHECK_FOREIGN,
      CHECK_APP,
      `For devices upgraded to NEXT, get new tokens; for sending, also use the NEXT request body: ${LINKS.huaweiSendBody}`,
      'When sending, use the v3 URL (https://push-api.cloud.huawei.com/v3/[projectId]/messages:send).',
      'Let the app call getToken() each time it starts and report a changed token to your server.',
      'If the first batches all fail like this, check the file and --client-id: unpush stops, because the whole list is probably of another app.',
    ],
    note: 'v3 and the NEXT request body are advice for sending; a revoke goes to /v1/{clientId}/messages:revoke. This code alone does not prove that a token is dead: do not delete tokens because of it.',
  },
  '80300017': {
    title: 'Tokens of several apps',
    meaning: 'The request mixes tokens of more than one app, which Huawei cannot handle. None was taken.',
    causes: ['The list of tokens was made by several apps, for instance an export without a filter by app.'],
    remedies: [
      'Check which apps made the tokens, and use those of one app in a recall.',
      'Export again, filtered by app, if many are refused. unpush divides the batch, and revokes from those that fit on the way.',
    ],
  },
  '80300028': {
    title: 'Tokens are of another app',
    meaning: 'The tokens do not belong to the app of the client id in the URL. None was taken.',
    causes: [FOREIGN_TOKEN, APP_SETTINGS, 'The client id is that of another app.'],
    remedies: [
      CHECK_FOREIGN,
      CHECK_APP,
      `If all tokens are refused like this, check --client-id: ${LINKS.huaweiClientId}`,
    ],
    note: 'Whether one stray token is enough for this code, or all have to be of one other app, is not documented. unpush divides the batch, so that no good token is lost with a bad one.',
  },
} satisfies Partial<Texts<HuaweiCode>>;
