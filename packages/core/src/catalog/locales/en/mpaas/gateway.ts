import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';
import { GATEWAY_ONLY } from './notes.ts';

const CHECK_PAIR =
  'Check that AccessKey ID and AccessKey secret in --access-key-file are a pair, without spaces.';
const GRANT =
  'Let an administrator grant the RAM user or role the Message Push operations of mPaaS, revoking included.';

/** What the Alibaba Cloud gateway checks before Message Push sees a request. */
export const GATEWAY = {
  SignatureDoesNotMatch: {
    title: 'Signature does not match',
    meaning: 'The gateway computed another signature than the one in the request. Nothing was taken.',
    causes: [
      'The AccessKey secret is wrong, or belongs to another AccessKey ID.',
      'A proxy changed the request after it was signed.',
    ],
    remedies: [
      CHECK_PAIR,
      'Send without the proxy. If it stays with a good key, please report it as a bug of unpush.',
    ],
  },
  IncompleteSignature: {
    title: 'Signature incomplete',
    meaning: 'The signature in the request is not of the form that the gateway requires. Nothing was taken.',
    causes: ['A proxy dropped or changed signature headers.', 'A mistake in the signing code.'],
    remedies: [CHECK_PAIR, 'Send without the proxy. If it stays, please report it as a bug of unpush.'],
  },
  SignatureNonceUsed: {
    title: 'Nonce used before',
    meaning:
      'The gateway saw the random number of this request already: an earlier copy of it arrived, and may have been carried out.',
    causes: [
      'The network or a proxy sent the same request twice.',
      'A client repeats requests without signing them anew.',
    ],
    remedies: [
      'Nothing has to be done: unpush signs again with a fresh nonce and repeats the request, and never calls the target refused because of this.',
      'If it happens often, look for a proxy that repeats requests.',
    ],
    note: 'A nonce may not come twice within 15 minutes.',
  },
  'InvalidTimeStamp.Expired': {
    title: 'Clock is off',
    meaning: 'The date in the request is too far from the time at the gateway. Nothing was taken.',
    causes: [
      'The clock of this machine is off by more than 15 minutes.',
      'The request waited for long on its way.',
    ],
    remedies: [
      'Set the clock (NTP), and check its time zone: the gateway counts in UTC.',
      "unpush signs again once, by the time in the answer's Date header, and stops if that is refused.",
    ],
  },
  'InvalidTimeStamp.Format': {
    title: 'Date malformed',
    meaning: 'The gateway cannot read the date in the request. Nothing was taken.',
    causes: ['The date is not in UTC of the form 2026-01-02T03:04:05Z.'],
    remedies: [
      'Look for a proxy that rewrites headers.',
      'unpush sets the date itself: if it happens to its own request, please report it as a bug.',
    ],
  },
  'InvalidAccessKeyId.NotFound': {
    title: 'AccessKey unknown',
    meaning: 'The gateway knows no such AccessKey ID. Nothing was taken.',
    causes: [
      'A typing error, or the AccessKey was deleted.',
      'A temporary key of STS is used without its security token.',
    ],
    remedies: [
      CHECK_PAIR,
      'Look up in the RAM console whether the key still exists; make a new one if not, and resume the recall with it.',
    ],
  },
  'InvalidAccessKeyId.Inactive': {
    title: 'AccessKey disabled',
    meaning: 'The AccessKey exists, but is switched off. Nothing was taken.',
    causes: ['Somebody disabled it, perhaps in a rotation or after a leak.'],
    remedies: [
      'Ask whoever looks after your keys before you enable it again.',
      'Put an active key into --access-key-file, and resume the recall with it.',
    ],
  },
  'InvalidSecurityToken.Expired': {
    title: 'STS token expired',
    meaning: 'The security token of the temporary credential is past its end. Nothing was taken.',
    causes: ['The temporary credential was issued too long ago.'],
    remedies: [
      'Nothing has to be done if the credential comes from a provider: unpush asks it for a new one, once.',
      'A fixed token cannot be renewed: get a new one, and resume the recall with it.',
    ],
    note: GATEWAY_ONLY,
  },
  'InvalidSecurityToken*': {
    title: 'STS token not valid',
    meaning: 'The security token is malformed, or does not belong to the AccessKey. Nothing was taken.',
    causes: [
      'Key, secret and token are not from the same issue.',
      'The token was cut off or has line breaks in it.',
    ],
    remedies: ['Take AccessKey ID, secret and token together from one answer of STS, and resume with them.'],
    note: GATEWAY_ONLY,
  },
  'Missing*': {
    title: 'Parameter missing',
    meaning:
      'A required parameter is not in the request; the rest of the code is its name. Nothing was taken.',
    causes: [
      'A proxy dropped part of the request.',
      'MissingSecurityToken: a temporary key of STS is used without its token.',
      'A mistake in the client.',
    ],
    remedies: [
      'Give the parameter that the code names: MissingAppId, for instance, means --app-id.',
      'If it was there, look for a proxy; if there is none, please report it as a bug of unpush.',
    ],
  },
  'InvalidApi.NotFound': {
    title: 'Operation not found',
    meaning: 'The gateway knows no such operation at this address. Nothing was taken.',
    causes: [
      'The endpoint is that of another product or region.',
      'The region does not offer the operation.',
    ],
    remedies: [
      'Check --endpoint and --region. Known addresses are mpaas.cn-hangzhou.aliyuncs.com and mpaas.aliyuncs.com.',
    ],
    note: "Alibaba Cloud's pages and its SDK disagree about the address, so try the other one.",
  },
  InvalidVersion: {
    title: 'API version not found',
    meaning: 'The gateway does not know this version of the API at this address. Nothing was taken.',
    causes: ['The endpoint is that of another product, or of a region without version 2020-10-28.'],
    remedies: ['Check --endpoint and --region.'],
    note: GATEWAY_ONLY,
  },
  NoPermission: {
    title: 'Not allowed by RAM',
    meaning: 'The credential is valid, but its policy does not allow the operation. Nothing was taken.',
    causes: ['The RAM user or role has no permission for mPaaS, or not for revoking.'],
    remedies: [GRANT, 'Then resume the recall.'],
    note: GATEWAY_ONLY,
  },
  'Forbidden*': {
    title: 'Forbidden',
    meaning: 'The gateway understood the request and does not allow it. Nothing was taken.',
    causes: [
      'The policy of the RAM user or role does not allow it (Forbidden.RAM).',
      'A rule on addresses or networks keeps this machine out.',
    ],
    remedies: [GRANT, `Look up the exact code: ${LINKS.alibabaErrors}`, 'Then resume the recall.'],
    note: GATEWAY_ONLY,
  },
} satisfies Partial<Texts<MpaasCode>>;
