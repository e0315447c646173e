import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { OUR_READING } from './notes.ts';

const COPY_IDS =
  'Copy App ID and Workspace ID of this very app from the mPaaS console into --app-id and --workspace-id.';

/** Which app, and whether we may. */
export const ACCESS = {
  '-1': {
    title: 'Signature does not match',
    meaning: 'mPaaS computed another signature for the request than the one it carried. Nothing was taken.',
    causes: [
      'The request was signed with the wrong secret or private key.',
      'The public key in the console does not belong to the private key in use.',
      'The body was changed after it was signed, for instance by a proxy.',
    ],
    remedies: [
      'Check the key that signs, and for the RSA-signed API the public key under Settings > Key management > Push API configuration.',
      'Make sure that nothing rewrites the request on the way.',
    ],
    note: 'Fits the RSA-signed REST API; a wrong AccessKey is rather answered with SignatureDoesNotMatch. Not to be confused with the delivery status -1, which means waiting for verification.',
  },
  '3003': {
    title: 'App ID or Workspace ID missing',
    meaning: 'The request does not say which app it is for. Nothing of it was taken.',
    causes: ['AppId or WorkspaceId is empty or was dropped on the way.'],
    remedies: [COPY_IDS, 'unpush refuses to send without them: if it was its request, look for a proxy.'],
  },
  '3007': {
    title: 'App ID or Workspace ID wrong',
    meaning: 'mPaaS knows no such app or workspace. Nothing of the request was taken.',
    causes: [
      'A typing error, or ids of two different apps or workspaces mixed.',
      'The app lives in another region than the endpoint.',
    ],
    remedies: [COPY_IDS, 'Check --region or --endpoint: it has to be the region of the app.'],
    note: OUR_READING,
  },
  '8012': {
    title: 'App or workspace not valid here',
    meaning: 'App ID and Workspace ID do not lead to an instance. Nothing of the request was taken.',
    causes: ['App ID or Workspace ID is wrong, or the two do not belong together.'],
    remedies: [COPY_IDS, 'Check --region or --endpoint: it has to be the region of the app.'],
    note: 'Documented for templates, and met when pushing as well: the answer then has 8012 as its result code.',
  },
  '8013': {
    title: 'Tenant ID wrong',
    meaning: 'The TenantId in the request is not valid. Nothing of it was taken.',
    causes: ['A typing error, or the tenant of another account.'],
    remedies: [
      'Copy the tenant id from the mPaaS console. A revoke does not need one: leave it out if you can.',
    ],
    note: 'Documented for templates.',
  },
  '8014': {
    title: 'Account has no right to this app',
    meaning: 'The AccessKey is valid, but not for this app and workspace. Nothing was taken.',
    causes: [
      'The AccessKey pair belongs to another account than the app.',
      'The RAM user or role lacks permission for mPaaS.',
      'App ID or Workspace ID is that of somebody else.',
    ],
    remedies: [
      'Use an AccessKey pair of the account that owns the app, and check that it fits App ID and Workspace ID.',
      'Grant the RAM user or role the permission for mPaaS.',
      COPY_IDS,
    ],
  },
  '3032': {
    title: 'Push API switched off',
    meaning: 'The push API of this app is disabled, so mPaaS takes no calls at all.',
    causes: ['The switch in the console is off; for a new app it may never have been turned on.'],
    remedies: [
      'Turn it on in the mPaaS console: Settings > Key management > Push API configuration.',
      'Then go on with the recall; its targets are still not-attempted.',
    ],
    note: OUR_READING,
  },
  '3033': {
    title: 'Signature type not supported',
    meaning: 'mPaaS does not know the kind of signature in the request. Nothing was taken.',
    causes: ['Another kind than RSA is set for the RSA-signed REST API.'],
    remedies: [
      'Set RSA in the mPaaS console (Settings > Key management > Push API configuration), with a 2048-bit public key.',
    ],
    note: `Fits the RSA-signed REST API, which unpush does not use. ${OUR_READING}`,
  },
} satisfies Partial<Texts<MpaasCode>>;
