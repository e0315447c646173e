/** What the page says. Every language has these keys. */
export const en = {
  keyTitle: 'Who are you?',
  keyLabel: 'Access key',
  keyHint:
    'The page forgets it when it is closed or loaded again. Leave it empty where Cloudflare Access lets you in.',
  keyUnknown:
    'This gateway does not know that key. Check that all of it was pasted, and that it is for this gateway.',
  signIn: 'Continue',
  signOut: 'Forget the key',
  app: 'App',
  noApps: 'This key may use no app.',
  noSuchApp: (/** @type {string} */ app) => `This key may use no app ${app}, which the address names.`,
  noSuchRecall: (/** @type {string} */ recallId) =>
    `There is no recall ${recallId} of this app, which the address names.`,
  openRecall: (/** @type {string} */ recallId) => `Open recall ${recallId}`,
  newRecall: 'New recall',
  notifyId: 'notifyId',
  notifyIdHint: 'The notification that should not have been sent: 0 to 2147483647.',
  notifyIdWrong: (/** @type {string} */ value) =>
    `notifyId must be an integer from 0 to 2147483647, but is "${value}"`,
  pushType: 'Push type',
  notification: 'notification',
  extension: 'extension',
  messageId: 'Message id',
  taskId: 'Task id',
  mpaasHint:
    'Give the message id with a list of targets, or the task id alone, which takes back the whole task.',
  oneId: (/** @type {readonly string[]} */ names) =>
    `Fill in one of ${names.join(' and ')}, not both: a message is taken back target by target, a task as a whole.`,
  reason: 'Reason',
  reasonOptional: 'Reason (optional)',
  reasonHint: 'For the record and the evidence.',
  file: 'List of targets',
  fileHint: 'One a line (.txt), or NDJSON (.ndjson, .jsonl); each plain or .gz.',
  jsonField: 'Field of the target',
  jsonFieldHint: 'NDJSON only, where each line is an object.',
  again: 'Begin though an unfinished recall takes back the same notification',
  review: 'Review',
  idNeeded: (/** @type {string} */ name) => `Fill in: ${name}`,
  fileNeeded: 'Choose the list of targets.',
  wrongList: 'This file is no list of targets. Nothing was uploaded.',
  columns: (/** @type {readonly string[]} */ names) => `Its columns: ${names.join(', ')}.`,
  wrongLists: {
    empty: {
      looks: 'It is empty.',
      remedy: 'Choose the file that holds the targets, one a line.',
    },
    blank: {
      looks: 'It holds blank lines, and nothing else.',
      remedy: 'Choose the file that holds the targets, one a line.',
    },
    gzip: {
      looks: 'It is packed with gzip, and broken or cut short.',
      remedy: 'Pack or download it again.',
    },
    picture: { looks: 'It looks like a picture.', remedy: 'Choose the file that holds the targets.' },
    pdf: { looks: 'It looks like a PDF.', remedy: 'Export the targets as plain text, one a line.' },
    zip: {
      looks: 'It looks like a spreadsheet (.xlsx) or a ZIP archive.',
      remedy:
        'Of a spreadsheet, save the column of the targets alone as plain text, one a line; unpack an archive, or pack the list with gzip.',
    },
    'utf-16': {
      looks: 'It looks like text in UTF-16, as Windows calls "Unicode".',
      remedy: 'Save it as UTF-8.',
    },
    binary: {
      looks: 'It is no text in UTF-8.',
      remedy: 'Save the targets as plain text in UTF-8, one a line.',
    },
    markup: {
      looks: 'It looks like a web page, or XML: perhaps a login page that came instead of the export.',
      remedy: 'Export the list again, and look into the file.',
    },
    json: {
      looks: 'It looks like JSON.',
      remedy:
        'Give it a name that ends with .ndjson where each line is a value of its own; of one great array, write each of its entries on a line of its own first.',
    },
    'no-json': {
      looks: 'Its name says NDJSON, and its first line is no JSON.',
      remedy: 'Give a list of bare targets, one a line, a name that ends with .txt.',
    },
    'long-line': {
      looks: 'Its first line does not end within 64 KiB, and no target is that long.',
      remedy: 'Write each target on a line of its own.',
    },
    columns: {
      looks: 'It looks like a table (CSV) of several columns.',
      remedy: 'Save the column of the targets alone, without its header, as plain text (.txt), one a line.',
    },
  },
  listAllTheSame: 'It is a list all the same',
  confirmTitle: 'Take this notification back?',
  confirmLabel: (/** @type {string} */ name) => `Type the ${name} to confirm`,
  confirmHint: 'Nothing has been sent yet. What is accepted by the vendor cannot be undone.',
  confirm: 'Upload and revoke',
  cancel: 'Cancel',
  wholeTask: 'the whole task',
  lines: (/** @type {number} */ count, /** @type {string} */ formatted) =>
    count === 1 ? '1 line' : `${formatted} lines`,
  reading: 'Reading the list…',
  uploading: (/** @type {string} */ done, /** @type {string} */ all) => `Uploading: ${done} of ${all}`,
  uploaded: 'The whole list has arrived.',
  uploadedOf: (/** @type {string} */ done, /** @type {string} */ all) => `${done} of ${all} have arrived`,
  uploadedSome: (/** @type {string} */ done) => `${done} have arrived`,
  uploadBroke: 'The upload broke off. What has arrived is kept: choose the same file to go on.',
  uploadWaits: (/** @type {string} */ time) =>
    `The connection broke off at ${time}. What has arrived is kept, and the upload goes on by itself once the gateway is reached again: leave this page open.`,
  uploadElsewhere: (/** @type {string} */ done) =>
    `Somebody uploads this list at this moment. ${done} have arrived.`,
  emptyFile: 'begun with an empty file',
  emptyUpload: 'This upload was begun with an empty file, and nothing can come of it: drop it.',
  beginWaits: 'The gateway could not be reached. Trying again…',
  otherList: (/** @type {string} */ bytes, /** @type {string} */ length, /** @type {string} */ offset) =>
    `This is not the file that the upload was begun with: it has ${bytes} bytes, and of a list of ${length} bytes ${offset} have arrived. Nothing of it was sent. Choose the same file, or drop the upload.`,
  goOnUpload: 'Go on with the upload',
  earlier: 'Recalls',
  noRecalls: 'No recalls yet.',
  older: 'Older ones',
  reload: 'Reload',
  recall: 'Recall',
  state: 'State',
  back: 'Back to the list',
  states: {
    uploading: 'uploading',
    waiting: 'waiting',
    running: 'running',
    paused: 'paused',
    stopped: 'stopped',
    finished: 'finished',
  },
  stopping: 'stopping',
  stoppingMeans: 'It ends once the requests under way are answered.',
  waitsForTurn: (/** @type {string} */ time) =>
    `Waits for its turn since ${time}. It begins by itself, as soon as what is in its way has passed.`,
  waitsAfterError: (/** @type {string} */ time) =>
    `Waits since ${time}, for what stands below to pass. It is tried again by itself.`,
  settling: 'The list is complete; it is being looked through for duplicates.',
  standsStill: (/** @type {string} */ time) => `No target has come to an outcome since ${time}.`,
  throttledMeans:
    'The vendor throttles: it refuses requests for their pace. They are sent again by themselves, more slowly; nothing is lost.',
  failingMeans:
    'The vendor, or the way to it, fails. What is left is tried again by itself, and more seldom.',
  stillMeans: 'It waits for an answer of the vendor, or for its turn among the recalls of this app.',
  counts: {
    read: 'read',
    accepted: 'accepted',
    rejected: 'rejected',
    unknown: 'unknown',
    notAttempted: 'not attempted',
    malformed: 'malformed',
    duplicate: 'duplicate',
  },
  acceptedAll: (/** @type {string} */ all) => `all ${all} accepted`,
  acceptedSome: (/** @type {string} */ accepted, /** @type {string} */ all) =>
    `${accepted} of ${all} accepted`,
  acceptedNone: (/** @type {string} */ all) => `none of ${all} accepted`,
  acceptedMeans:
    'Accepted means that the vendor took the request. No vendor tells whether a notification has left a screen; one that was tapped stays.',
  progress: 'Targets with an outcome',
  remaining: (/** @type {string} */ time, /** @type {string} */ until) =>
    `about ${time} left, until about ${until}`,
  remainingShort: (/** @type {string} */ time) => `about ${time} left`,
  remainingUnknown: 'time left unknown',
  perSecond: (/** @type {string} */ count) => `pace: up to ${count} targets a second`,
  requests: (/** @type {string} */ sent, /** @type {string} */ throttled) =>
    `requests: ${sent}, throttled: ${throttled}`,
  codes: 'Codes',
  codesHint: '`unpush explain CODE` tells what one means.',
  code: 'Code',
  targets: 'Targets',
  stoppedBy: 'Why it stopped',
  stoppedBySomebody: (/** @type {string} */ by, /** @type {string | undefined} */ reason) =>
    reason === undefined ? `${by} asked it to stop.` : `${by} asked it to stop: ${reason}`,
  noSecureConnection: 'No secure connection (TLS) to the vendor came about.',
  clockSkew: (/** @type {string} */ time) =>
    `The clocks of the vendor and of the gateway differ by ${time}, and a credential is only good at its time.`,
  causes: /** @satisfies {Record<import('../api/types.d.ts').StopCause, object>} */ ({
    refused: {
      why: 'The vendor refused, in a way that no further request can mend.',
      advice: 'Mend what its words name, then resume.',
    },
    credential: {
      why: "The vendor refused the gateway's key, and a fresh credential as well.",
      advice:
        "Whoever runs the gateway checks the app's key, its client id and its rights at the vendor. Then resume.",
    },
    'nothing-accepted': {
      why: 'The vendor refused every target that was tried first, and so nothing more was sent.',
      advice:
        'Most likely the app, the list or the notification is not the right one: check all three, and begin a new recall with the right ones. Where only the first targets are stale, `unpush recalls start --keep-going` passes over them.',
    },
    'wholly-refused': {
      why: 'Many requests in a row were refused for all of their targets.',
      advice: 'Check the list. Where it is the right one, resume.',
    },
    'no-answer': {
      why: 'No usable answer came to the targets that were tried first.',
      advice:
        "Check whether the vendor is up, and whether the app's endpoint is the right one. Then resume, and try the unknown ones again.",
    },
    unreachable: {
      why: 'The vendor cannot be reached.',
      advice: "Check whether the vendor is up, and whether the app's endpoint is the right one. Then resume.",
    },
    'not-the-vendor': {
      why: 'What answers is a web page, not the vendor.',
      advice: "Whoever runs the gateway checks the app's endpoint. Then resume.",
    },
    throttled: {
      why: 'The flow control of the vendor has let nothing through for too long.',
      advice: 'Resume it later: nothing is lost.',
    },
    interrupt: { why: 'Somebody asked it to stop.', advice: '' },
    error: {
      why: 'An error of the gateway ended it.',
      advice: 'Resume it. If it ends like that again, whoever runs the gateway finds more in its log.',
    },
  }),
  lastError: 'The last error',
  malformedTitle: (/** @type {string} */ count) => `Lines that are no target: ${count}`,
  malformedHint: 'The first ones. Nothing was sent for them; what may be a token is masked.',
  malformedReasons: /** @satisfies {Record<import('../api/types.d.ts').MalformedReason, string>} */ ({
    empty: 'empty',
    'inner whitespace': 'white space inside',
    'control character': 'a control character',
    'invalid UTF-8': 'no UTF-8',
    'not a string': 'no text',
    'no field of a target': 'no field of a target',
  }),
  noField: (/** @type {string} */ name) => `no field "${name}"`,
  line: (/** @type {number} */ number) => `line ${String(number)}`,
  audit: 'Who asked for what',
  actions: {
    start: 'started',
    'continue-upload': 'went on with the upload',
    stop: 'stopped',
    resume: 'resumed',
    forget: 'deleted the targets',
  },
  stop: 'Stop',
  resume: 'Resume',
  retryUnknown: 'Try the unknown ones again',
  beginAgain: 'Begin all the same',
  drop: 'Drop the upload',
  asking: {
    stop: {
      title: 'Stop this recall?',
      hint: 'What the vendor has accepted stays accepted. What is left is kept, and can be resumed.',
      go: 'Stop now',
    },
    resume: {
      title: 'Resume this recall?',
      hint: 'Everything that is left is sent to the vendor.',
      go: 'Resume now',
    },
    retryUnknown: {
      title: 'Try the unknown ones again?',
      hint: 'Each target without a usable answer is sent to the vendor once more, and so is what is left.',
      go: 'Try again now',
    },
    again: {
      title: 'Begin all the same?',
      hint: 'Another recall of this notification is not finished: targets of both lists are sent twice.',
      go: 'Begin now',
    },
    drop: {
      title: 'Drop this upload?',
      hint: 'What has arrived is deleted, and there is no recall. Nothing was sent to the vendor.',
      go: 'Drop it',
    },
    leave: {
      title: 'Leave this upload?',
      hint: 'The list goes up only while it is shown here. What has arrived is kept: choose the same file again to go on.',
      go: 'Leave it',
    },
  },
  recallId: 'id of the recall',
  forget: 'Delete the targets',
  forgotten: 'targets deleted',
  forgetTitle: 'Delete the targets of this recall?',
  forgetHint:
    'The record and the evidence stay. The list is gone for good: there is no report any more, and the recall cannot be resumed.',
  report: 'Report',
  reportAll: 'Report of every target',
  noReport: 'The targets were deleted: there is no report any more, and the recall cannot be resumed.',
  evidence: 'Evidence',
  evidenceKey: 'Evidence key',
  downloading: 'Downloading…',
  connectionLost: (/** @type {string} */ time) =>
    `The connection broke off. Trying again… What is shown is as of ${time}; the recall goes on without this page.`,
  loggedOut: 'Your login has ended. Load the page anew to log in; what is under way goes on.',
  gone: 'The upload was dropped, and this recall with it. Nothing was sent to the vendor.',
  outOfReach: 'The gateway could not be reached. Check the network and try again.',
  whatToDo: 'What to do',
  hours: (/** @type {string} */ count) => `${count} h`,
  minutes: (/** @type {string} */ count) => `${count} min`,
  seconds: (/** @type {string} */ count) => `${count} s`,
};
