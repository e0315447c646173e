import type { ProblemWords } from './problem-words.ts';

/** In English. */
export const EN: ProblemWords = {
  tag: 'en',
  kinds: {
    'invalid-request': {
      title: 'The request is not valid',
      detail: 'What was asked for may not be sent. Nothing was sent.',
    },
    'invalid-input': {
      title: 'The list of targets cannot be read',
      detail: 'The list of targets cannot be read. Nothing was sent.',
    },
    'recall-not-found': {
      title: 'No such recall',
      detail: 'There is no recall with this id.',
    },
    'recall-exists': {
      title: 'A recall of this notification exists already',
      detail:
        'An unfinished recall takes back the same notification. Go on with that one, or ask for another beside it: again=true.',
    },
    'recall-under-way': {
      title: 'The recall is under way',
      detail: 'Somebody works on this recall at this moment. Wait for its end, or stop it first.',
    },
    'recall-forgotten': {
      title: 'The targets of the recall were deleted',
      detail: 'It cannot go on. Its record and its evidence are still there.',
    },
    'record-unavailable': {
      title: 'Recalls cannot be kept or read at the moment',
      detail: 'The place that keeps recalls is full, out of reach or cannot be written to. Try again later.',
    },
    'record-unusable': {
      title: 'The record of the recall cannot be used',
      detail: 'It is damaged, or a newer version has made it. Whoever runs this service has to look at it.',
    },
    'invalid-credential': {
      title: "This service's key for the push vendor cannot be used",
      detail: 'Nothing was sent. Whoever runs this service has to look at it.',
    },
    'invalid-settings': {
      title: 'This service is not set up rightly',
      detail: 'Whoever runs this service has to look at it.',
    },
    'input-unavailable': {
      title: 'This service cannot read the targets',
      detail: 'The request is not to blame. Whoever runs this service has to look at it.',
    },
    'refused-by-vendor': {
      title: 'The push vendor did not accept the request',
      detail: 'It has refused the notification or its targets, by a code that is not in the catalog.',
    },
    'not-allowed-at-vendor': {
      title: 'The push vendor does not let this service do that',
      detail:
        "It has refused this service's key or its app. Nothing that can be sent here mends that; whoever runs this service has to look at it.",
    },
    'vendor-flow-control': {
      title: "The push vendor's limit is reached",
      detail: 'The vendor takes no more requests of this app at the moment. Try again later.',
    },
    'vendor-fault': {
      title: 'The push vendor has failed',
      detail: 'The vendor has answered neither yes nor no. Try again later.',
    },
    'no-answer': {
      title: 'No answer of the push vendor came',
      detail: 'The vendor cannot be reached, or its answer cannot be read. Try again later.',
    },
    'no-answer-in-time': {
      title: 'No answer of the push vendor came in time',
      detail: 'Try again later.',
    },
    unauthorized: {
      title: 'A key is needed',
      detail:
        'The request has no key, or one that nobody here knows. Send a key of this gateway in the header Authorization, by the scheme Bearer.',
    },
    forbidden: {
      title: 'You may not do that',
      detail:
        'The scopes that were given do not reach so far, or what is named here is in the way. Ask whoever runs this gateway, or use another key.',
    },
    'app-not-found': {
      title: 'No such app',
      detail: 'There is no app of this name that this key may use.',
    },
    'route-not-found': {
      title: 'No such route',
      detail: 'Nothing is answered under this path. The OpenAPI document says what is.',
    },
    'method-not-allowed': {
      title: 'This method is not answered here',
      detail: 'The header Allow says which are.',
    },
    'upload-under-way': {
      title: 'The list is being uploaded',
      detail: 'Another request uploads the list of this recall at this moment. Wait for its end.',
    },
    'upload-offset': {
      title: 'The part does not fit',
      detail: 'The list stands at another offset, or is complete. Go on from the offset that is named here.',
    },
    'upload-length': {
      title: 'The list has another length',
      detail:
        'It does not end where Upload-Length said that it would, so this is another list, or not all of it. Nothing of this part was kept.',
    },
    'too-large': {
      title: 'The request is too large',
      detail: 'Send the list as text/plain or application/x-ndjson, in parts where it is long.',
    },
    'unsupported-media-type': {
      title: 'This kind of body is not read',
      detail:
        'Send application/json, text/plain or application/x-ndjson, plain or with Content-Encoding: gzip.',
    },
    'idempotency-key-reused': {
      title: 'The idempotency key stands for another request',
      detail: 'Another recall was begun under this key. Use a new key for a new recall.',
    },
    'too-many-attempts': {
      title: 'Too many failed attempts',
      detail:
        'Too many requests with wrong keys came from this address. Try again later, with the right key.',
    },
    'access-unavailable': {
      title: 'Cloudflare Access cannot be asked',
      detail: 'So nobody can be let in by it. Try again later, or use a key of this gateway.',
    },
    'gateway-misconfigured': {
      title: 'This gateway is not set up rightly',
      detail: 'Whoever runs this gateway has to look at it: its log says what is wrong.',
    },
    'internal-error': {
      title: 'This gateway has failed',
      detail: 'It is a fault of the gateway. Whoever runs it finds it in the log by the instance named here.',
    },
  },
  meaning: (title, meaning) => `${title}. ${meaning}`,
  sentences: (...sentences) => sentences.join(' '),
  mayHaveBeenReceived: 'The vendor may have received the request all the same.',
};
