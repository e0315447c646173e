import type { HttpStatus } from '../../../http.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';

const BEFORE_HUAWEI =
  'A proxy or load balancer before Huawei answered instead: Huawei does not document this status.';

/** Statuses without a code that could be read. */
export const HTTP: Texts<HttpStatus> = {
  '200': {
    title: 'Received, result unclear',
    meaning:
      'For Huawei 200 stands for success, but a request counts as accepted only with code 80000000 in the body, and there was none.',
    causes: [
      'The body was cut off or is not the JSON that Huawei documents.',
      'A proxy or the login page of a network answered instead of Huawei.',
    ],
    remedies: [
      'Look at the beginning of the body. If it is a web page, leave that network or configure its proxy.',
      'Wait otherwise: unpush asks again a few times and then reports the tokens as unknown.',
    ],
  },
  '3xx': {
    title: 'Redirected elsewhere',
    meaning:
      'The answer sends us to another address. unpush never follows it: the JWT would go to a stranger.',
    causes: ['A proxy or captive portal caught the request.', 'The endpoint is wrong, or plain http.'],
    remedies: [
      'Check --endpoint; by default it is https://push-api.cloud.huawei.com.',
      'Leave the network that redirects, or configure its proxy.',
    ],
    note: 'Huawei documents no redirects.',
  },
  '400': {
    title: 'Parameters wrong',
    meaning: 'Huawei found the parameters of the request wrong, and no code that tells more could be read.',
    causes: ['A parameter error that the code in the body would name.'],
    remedies: [
      'Look for the code and msg in the body, and go on with `unpush explain CODE`.',
      'If there is no body, check --client-id, --notify-id and --push-type, and whether a proxy drops it.',
    ],
  },
  '401': {
    title: 'Authorization failed',
    meaning: 'Huawei did not accept the Authorization header. Nothing of the request was taken.',
    causes: [
      'The JWT is expired, of another project, or signed with a key that is no longer valid.',
      'The Authorization header is missing or was changed on the way.',
    ],
    remedies: [
      'Check the Authorization header: "Bearer", a space, the JWT. See what it says with: unpush token --decode',
      'Check service account and clock. unpush makes a new JWT, tries it once and stops if that is refused.',
    ],
  },
  '403': {
    title: 'Forbidden',
    meaning: 'The request was understood and refused. Nothing of it was taken.',
    causes: [
      'A firewall, a proxy or a network policy does not let the request through.',
      'The app or the address of this machine is blocked at Huawei.',
    ],
    remedies: [
      'Look at the body: it mostly shows who refused.',
      `If it was Huawei, ask in a ticket, with the requestId if there is one: ${LINKS.huaweiTicket}`,
    ],
    note: 'Huawei does not document this status.',
  },
  '404': {
    title: 'Address not found',
    meaning: 'Huawei found no service at the address of the request. Nothing was taken.',
    causes: ['The client id in the URL is wrong.', 'The endpoint or path is wrong.'],
    remedies: [
      'Check the URI: https://push-api.cloud.huawei.com/v1/{clientId}/messages:revoke',
      `Check that --client-id is that of the app: ${LINKS.huaweiClientId}`,
    ],
  },
  '408': {
    title: 'Server gave up waiting',
    meaning: 'The request did not arrive whole in time. It may still have been carried out.',
    causes: ['A slow or overloaded connection.', BEFORE_HUAWEI],
    remedies: [
      'Wait: unpush sends it again a few times and then reports the tokens as unknown.',
      'If it stays, check the uplink, or try a smaller --batch-size.',
    ],
  },
  '413': {
    title: 'Body too large',
    meaning: 'The body of the request is larger than somebody on the way allows. Nothing was taken.',
    causes: [BEFORE_HUAWEI, 'Huawei limits the body including its tokens.'],
    remedies: [
      'Nothing has to be done at first: unpush sends fewer tokens in each request.',
      'Raise the limit of your proxy, or set a smaller --batch-size.',
    ],
  },
  '429': {
    title: 'Too many requests',
    meaning: 'Somebody on the way asks us to be slower. Nothing of this request was taken.',
    causes: [BEFORE_HUAWEI, 'Several recalls or senders share the quota of the app.'],
    remedies: [
      'Nothing has to be done at first: unpush slows down and finds the speed that is allowed.',
      'Set --quota below the threshold, and pause what else pushes for this app.',
    ],
    note: "Huawei's own flow control answers 503.",
  },
  '500': {
    title: 'Internal error at Huawei',
    meaning: "Huawei's service failed. The request may have been carried out, or not at all.",
    causes: ['A fault inside the service.'],
    remedies: [
      'Wait: unpush sends it again a few times and then reports the tokens as unknown.',
      `If it stays, open a ticket with time and, if there is one, requestId: ${LINKS.huaweiTicket}`,
    ],
  },
  '502': {
    title: 'Connection to the service broke',
    meaning: 'The request got lost between Huawei and its service, or arrived and the answer got lost.',
    causes: ['An abnormal connection, mostly an unstable network.'],
    remedies: [
      'Try again later. unpush does so a few times by itself and then reports the tokens as unknown.',
      `If it stays, open a ticket: ${LINKS.huaweiTicket}`,
    ],
  },
  '503': {
    title: 'Flow control: too fast',
    meaning:
      'The app sent to more devices a second than Huawei allows it. Nothing of this request was taken, and all of it can be sent again.',
    causes: [
      'The speed of this recall is above the threshold, which counts devices (tokens) a second, not requests.',
      'Other pushes of the same app, or another recall, use the same threshold.',
      'Huawei limits all apps together for a while.',
    ],
    remedies: [
      'Send at an even speed. unpush slows down by itself, spreads its requests and finds the speed allowed.',
      'Spread pushes over the day, rather than all at once; pause campaigns of this app until the recall is done.',
      'Look up the threshold in AppGallery Connect and set --quota to it, in targets a second.',
    ],
  },
  '504': {
    title: 'No answer in time',
    meaning: 'Something before the service gave up waiting. The request may have been carried out.',
    causes: ['The service is slow or down.', BEFORE_HUAWEI],
    remedies: ['Wait: unpush sends it again a few times and then reports the tokens as unknown.'],
  },
};
