import type { HttpStatus } from '../../../http.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';

const UNDOCUMENTED =
  'Alibaba Cloud documents no statuses for Message Push: this is what HTTP and its gateway generally mean.';
const WAIT = 'Wait: unpush sends it again a few times and then reports the target as unknown.';
const READ_CODE = 'Look for Code and Message in the body, and go on with `unpush explain CODE`.';

/** Statuses without a code that could be read. */
export const HTTP: Texts<HttpStatus> = {
  '200': {
    title: 'Received, result unclear',
    meaning: 'The answer came, but nothing in it says that the request was accepted.',
    causes: ['The body was cut off or is not JSON.', 'A proxy or the login page of a network answered.'],
    remedies: ['Look at the beginning of the body. If it is a web page, leave that network.', WAIT],
    note: 'Errors of Message Push itself may come with 200 as well: the code in the body decides.',
  },
  '3xx': {
    title: 'Redirected elsewhere',
    meaning: 'The answer sends us to another address. unpush never follows it.',
    causes: ['A proxy or captive portal caught the request.', 'The endpoint is wrong, or plain http.'],
    remedies: ['Check --endpoint and --region.', 'Leave the network that redirects, or configure its proxy.'],
    note: UNDOCUMENTED,
  },
  '400': {
    title: 'Request refused by the gateway',
    meaning: 'The gateway found the request wrong, and no code that tells more could be read.',
    causes: ['A wrong signature, clock or parameter, or throttling: all of them can come with 400.'],
    remedies: [READ_CODE, 'If there is no body, look for a proxy that drops it.'],
    note: UNDOCUMENTED,
  },
  '401': {
    title: 'Not authenticated',
    meaning: 'The credential was not accepted. Nothing of the request was taken.',
    causes: ['The AccessKey is wrong, or its STS token has expired.', 'A proxy wants a login of its own.'],
    remedies: [
      READ_CODE,
      'Check --access-key-file. unpush asks a provider of temporary credentials for a new one, once, and stops otherwise.',
    ],
    note: UNDOCUMENTED,
  },
  '403': {
    title: 'Forbidden',
    meaning: 'The request was understood and refused. Nothing of it was taken.',
    causes: ['The RAM policy does not allow the operation.', 'A firewall or proxy does not let it through.'],
    remedies: [READ_CODE, 'Let an administrator grant the RAM user or role the Message Push operations.'],
    note: UNDOCUMENTED,
  },
  '404': {
    title: 'Address not found',
    meaning: 'There is no such operation at this address. Nothing was taken.',
    causes: ['The endpoint is wrong, or that of another product or region.', 'The AccessKey is unknown.'],
    remedies: [READ_CODE, 'Check --endpoint and --region.'],
    note: UNDOCUMENTED,
  },
  '408': {
    title: 'Server gave up waiting',
    meaning: 'The request did not arrive whole in time. It may still have been carried out.',
    causes: ['A slow or overloaded connection.'],
    remedies: [WAIT, 'If it stays, check the uplink.'],
    note: UNDOCUMENTED,
  },
  '413': {
    title: 'Body too large',
    meaning: 'The body is larger than somebody on the way allows. Nothing was taken.',
    causes: ['A proxy with a very small limit: a revoke has one target and well under 1 KB.'],
    remedies: [
      'Raise the limit of the proxy, or go without. With one target there is nothing to divide: unpush stops.',
    ],
    note: UNDOCUMENTED,
  },
  '429': {
    title: 'Too many requests',
    meaning: 'Somebody on the way asks us to be slower. Nothing of this request was taken.',
    causes: ['The gateway throttles the account.', 'A proxy limits calls.'],
    remedies: [
      'Nothing has to be done at first: unpush slows down and finds the speed that is allowed.',
      'Set --quota, and pause what else calls mPaaS.',
    ],
    note: UNDOCUMENTED,
  },
  '500': {
    title: 'Internal error at Alibaba Cloud',
    meaning: 'The service failed. The request may have been carried out, or not at all.',
    causes: ['A fault inside the service.'],
    remedies: [WAIT, 'If it stays, open a ticket with time and RequestId.'],
    note: UNDOCUMENTED,
  },
  '502': {
    title: 'Connection to the service broke',
    meaning: 'The request, or the answer to it, got lost behind the gateway.',
    causes: ['An unstable network or a restart of the service.'],
    remedies: [WAIT, 'If it stays, open a ticket.'],
    note: UNDOCUMENTED,
  },
  '503': {
    title: 'Too fast, or unavailable for now',
    meaning: 'The gateway did not take the request. All of it can be sent again.',
    causes: ['Throttling: too many calls at a time.', 'The service is overloaded or down for a moment.'],
    remedies: [
      'Nothing has to be done at first: unpush slows down and sends it again.',
      'Set --quota, and pause what else calls mPaaS.',
      `If it stays, look here: ${LINKS.alibabaErrors}`,
    ],
    note: UNDOCUMENTED,
  },
  '504': {
    title: 'No answer in time',
    meaning: 'The gateway gave up waiting for the service. The request may have been carried out.',
    causes: ['The service is slow or down.'],
    remedies: [WAIT],
    note: UNDOCUMENTED,
  },
};
