import type { HuaweiCode } from '../../../../huawei/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { LINKS } from '../../links.ts';

/** The request itself: parameters, shape and size. */
export const REQUEST = {
  '80100001': {
    title: 'A parameter is wrong',
    meaning: 'Huawei found one or more request parameters invalid and took nothing of this request.',
    causes: [
      'Some of the parameters do not meet the rules: notifyId, token, push-type or the client id in the URL.',
      'If other batches were accepted with the same settings: a token in this batch that Huawei cannot parse.',
    ],
    remedies: [
      'Read the text of the answer (msg): it says which parameter. Correct that one and send again.',
      `Compare with the parameter table: ${LINKS.huaweiRevoke}`,
      'Check --notify-id (an integer from 0 to 2147483647) and --push-type (notification or extension).',
    ],
  },
  '80100003': {
    title: 'Request body or header not as required',
    meaning:
      'The structure of the message is not what Huawei expects, and it took nothing of this request. The text after "Illegal payload" names the place.',
    causes: [
      'The push-type header is missing or is neither 0 nor 2, the only two that can be revoked.',
      'The JSON body is malformed, or a field is missing, misspelt or of the wrong type.',
    ],
    remedies: [
      'Read the text after "Illegal payload" in the answer, then correct the body or header it names.',
      `Compare with the body that Huawei documents: ${LINKS.huaweiRevoke}`,
      'If unpush built the request, nothing between it and Huawei may rewrite headers or body: look for a proxy.',
    ],
    note: 'One of the samples on the page shows this code with "The header does not contain valid push-type".',
  },
  '80300008': {
    title: 'Message too large',
    meaning: 'Huawei measured the request body as larger than it allows, and took nothing of it.',
    causes: [
      'The body is over 4096 bytes, not counting the tokens.',
      'Huawei counts the tokens as well: without them a revoke by unpush never comes near the limit.',
    ],
    remedies: [
      'Nothing has to be done at first: unpush sends fewer tokens in each request.',
      'If it stays, set a smaller --batch-size yourself.',
    ],
    note: "Newer versions of the revoke page name this code in the text but do not list it; the words are the send page's.",
  },
  '80300010': {
    title: 'No token, or too many',
    meaning:
      'The number of tokens in the request lies outside of what Huawei currently allows. None of them was taken.',
    causes: [
      'There are more tokens than the configured limit, at present 1000 a request; Huawei can lower it.',
      'Huawei sees no token at all: the field "token" is empty, misspelt or in the wrong place.',
    ],
    remedies: [
      'Read the two numbers in the answer: they are the least and the most tokens allowed.',
      'Count your tokens and send them in several requests. unpush does so by itself, with the limit from the answer.',
      'If even a single token is refused like this, look at the body: the tokens do not reach Huawei as "token": [...].',
    ],
  },
} satisfies Partial<Texts<HuaweiCode>>;
