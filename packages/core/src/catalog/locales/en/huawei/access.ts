import type { HuaweiCode } from '../../../../huawei/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';

const RENEWED = 'unpush makes a new JWT and sends the request again, once; it stops if that one is refused.';

/** Who we are, and what we may do. */
export const ACCESS = {
  '80200001': {
    title: 'Authentication failed',
    meaning:
      'Huawei does not accept the JWT in the Authorization header for this app. Nothing of the request was taken.',
    causes: [
      'The JWT in the Authorization header does not belong to this app.',
      'The JWT was made for another project than the one being pushed to: the service account is of project A, the app of project B.',
      'The key was rotated or deleted, and a cached JWT of the old one is still in use.',
      'The Authorization header is missing or empty, for instance stripped by a proxy.',
      'The request did not go to the v3 API (a cause for sending only, see the note).',
    ],
    remedies: [
      `Generate the JWT anew and send again. ${RENEWED}`,
      `Check that the JWT was made for this very app, step by step: ${LINKS.huaweiJwt}`,
      'Compare the project in the service account file with the project of the app; for sending, the projectId in the URL must be that project as well.',
      'Check that the request carries an Authorization header with a value: "Bearer", a space, the JWT.',
      'When sending, use the v3 URL (https://push-api.cloud.huawei.com/v3/[projectId]/messages:send). Leave the URL of a revoke alone.',
      'See what your JWT says with: unpush token --decode',
    ],
    note: "The page copies causes and steps from sending: v3 and projectId are right there, but a revoke goes to /v1/{clientId}/messages:revoke. For a revoke it is the client id that has to be an app of the service account's project.",
  },
  '80200003': {
    title: 'Access token expired',
    meaning: 'The token in the Authorization header is past its end. Nothing of the request was taken.',
    causes: [
      'The access token has expired.',
      'The clock of this machine is wrong, so that even a new JWT looks old to Huawei.',
    ],
    remedies: [
      `Generate the JWT anew and send again, as described in ${LINKS.huaweiJwt}. ${RENEWED}`,
      'If the new one is refused as well, set the clock of this machine (NTP): unpush says how far it is off.',
    ],
    note: 'The name speaks of OAuth, but HarmonyOS NEXT takes the JWT itself; no access token is exchanged for it.',
  },
  '80200005': {
    title: 'JWT expired',
    meaning: 'The JWT in the Authorization header is past its exp. Nothing of the request was taken.',
    causes: [
      'The JWT has expired; Huawei suggests a life of 3600 seconds, during which it can be reused.',
      'The clock of this machine is wrong, so that even a new JWT looks old to Huawei.',
      'A cache hands out a JWT for longer than it lives.',
    ],
    remedies: [
      `Generate the JWT anew and send again, as described in ${LINKS.huaweiJwt}. ${RENEWED}`,
      'If the new one is refused as well, set the clock of this machine (NTP): unpush says how far it is off.',
    ],
  },
  '80300036': {
    title: 'JWT valid for too long',
    meaning: 'The JWT claims to be valid for longer than Huawei allows. Nothing of the request was taken.',
    causes: [
      'A JWT with a life of more than one day, set by another program or handed out by a shared cache.',
    ],
    remedies: [
      'Let exp be 3600 seconds after iat. unpush does that for every JWT it makes itself.',
      'Find who else fills the token cache, and empty it: a renewed JWT of the same making would be refused again.',
    ],
    note: 'Documented for sending; the revoke page does not list it.',
  },
  '80300002': {
    title: 'No permission to push to these targets',
    meaning: 'Huawei says that this app may not push to the tokens of the request. None of them was taken.',
    causes: [
      'The push service is not enabled for the app.',
      "The client id is not the app's own, for instance the project's.",
      'If other batches were accepted with the same settings: tokens in this batch that the app has no right to.',
    ],
    remedies: [
      `Sign in to AppGallery Connect (${LINKS.appGallery}) and check that the push service is enabled; how to: ${LINKS.huaweiEnablePush}`,
      `Check that --client-id is the one on app level: ${LINKS.huaweiClientId}`,
    ],
    note: 'The text of the answer speaks of "these tmIDs", as if it were about single tokens, while both documented causes are settings of the app.',
  },
  '80300032': {
    title: 'No right to revoke',
    meaning: 'Huawei says that this app may not revoke messages. None of the tokens was taken.',
    causes: [
      'The app lacks the right to revoke messages; Huawei says no more about it.',
      'The request did not carry token and notifyId together.',
    ],
    remedies: [
      'Revoke with token and notifyId in the same request. unpush always does.',
      `If that is so already, ask Huawei for the right, with the requestId: ${LINKS.huaweiTicket}`,
    ],
  },
} satisfies Partial<Texts<HuaweiCode>>;
