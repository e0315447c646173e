import * as z from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { recallListSchema } from '../../src/contract/recall-answer.ts';
import type { Operation } from '../../src/contract/routes.ts';
import {
  fileAnswer,
  LOCATION,
  recallAnswer,
  REQUEST_ID,
  STANDING_HEADERS,
  UPLOAD_HEADERS,
} from './answers.ts';
import { resumeRecallSchema, startRecallSchema, stopRecallSchema } from './bodies.ts';
import { EVENTS, REPORT, START, UPLOADING } from './examples.ts';
import { listBody } from './list-body.ts';
import * as given from './parameters.ts';
import { OF_ALL, problems } from './problems.ts';

/** What is said of an operation; its id, path and security come of the routes. */
export type OperationWords = Omit<ZodOpenApiOperationObject, 'operationId' | 'security'>;

const ofApp = { path: z.object(given.appInPath) };
const ofRecall = { path: z.object(given.recallInPath) };
const header = <Shape extends z.ZodRawShape>(
  shape: Shape,
): { header: z.ZodObject<Shape & typeof spoken> } => ({
  header: z.object({ ...shape, ...spoken }),
});
const spoken = { 'Accept-Language': given.acceptLanguage };

const OF_RECALL = [...OF_ALL, 'recall-not-found'] as const;
const OF_LIST = [
  'invalid-request',
  'invalid-input',
  'unsupported-media-type',
  'upload-under-way',
  'upload-length',
] as const;
const UPLOAD_OR_RECALL = { ...LOCATION, ...UPLOAD_HEADERS };

/** Everything that an app's object answers. */
export const RECALLS = {
  startRecall: {
    summary: 'Begin a recall',
    description:
      'With the targets in a JSON body, or with a list of any length as a stream, with selector and choices in the query. The recall is made when its list is complete; `Upload-Complete: ?0` says that more parts will follow by PATCH, as the platform takes no body of more than 100 MB (500 MB on its largest plan).',
    requestParams: {
      ...ofApp,
      query: given.startQuery,
      ...header({
        'Idempotency-Key': given.idempotencyKey,
        'Upload-Complete': given.uploadComplete,
        'Upload-Length': given.uploadLength,
        'Content-Encoding': given.contentEncoding,
      }),
    },
    requestBody: {
      required: true,
      content: { 'application/json': { schema: startRecallSchema, example: START }, ...listBody },
    },
    responses: {
      202: recallAnswer({ description: 'The recall, which is taken in hand.', headers: UPLOAD_OR_RECALL }),
      ...problems([...OF_ALL, ...OF_LIST, 'recall-exists', 'recall-forgotten', 'idempotency-key-reused']),
    },
  },
  listRecalls: {
    summary: 'List the recalls of an app, the newest first',
    requestParams: { ...ofApp, query: given.listQuery, ...header({}) },
    responses: {
      200: {
        description: 'A page of recalls.',
        headers: REQUEST_ID,
        content: {
          'application/json': {
            schema: recallListSchema,
            example: { recalls: [], next: 'r-20261127-k3v9' },
          },
        },
      },
      ...problems([...OF_ALL, 'invalid-request']),
    },
  },
  readRecall: {
    summary: 'Read how a recall stands',
    requestParams: { ...ofRecall, ...header({}) },
    responses: {
      200: recallAnswer({ description: 'The recall.', headers: UPLOAD_HEADERS }),
      ...problems(OF_RECALL),
    },
  },
  watchRecall: {
    summary: 'Watch a recall',
    description:
      'Server-sent events: `recall` at once and whenever the recall has changed, at most once a second, each with a Recall as its data; a comment every 15 seconds; at last `end`, with the last Recall, and the stream closes. A recall that is paused or stopped has ended in this sense. Of an upload that was dropped, the last event is `gone`, with how it stood. A stream that closes after neither broke off: open it again.',
    requestParams: { ...ofRecall, ...header({}) },
    responses: {
      200: {
        description: 'The events.',
        headers: REQUEST_ID,
        content: { 'text/event-stream': { schema: { type: 'string' }, example: EVENTS } },
      },
      ...problems(OF_RECALL),
    },
  },
  readUpload: {
    summary: 'Read how far an upload has come',
    requestParams: { ...ofRecall, ...header({}) },
    responses: {
      204: { description: 'Where the list stands.', headers: { ...REQUEST_ID, ...STANDING_HEADERS } },
      ...problems([...OF_RECALL, 'recall-forgotten']),
    },
  },
  continueUpload: {
    summary: 'Go on with the upload of a list',
    requestParams: {
      ...ofRecall,
      ...header({
        'Upload-Offset': given.uploadOffset,
        'Upload-Complete': given.uploadComplete,
        'Upload-Length': given.uploadLength,
        'Content-Encoding': given.contentEncoding,
      }),
    },
    requestBody: { required: true, content: listBody },
    responses: {
      200: recallAnswer({
        description: 'The part is taken in; more will follow.',
        example: UPLOADING,
        headers: UPLOAD_HEADERS,
      }),
      202: recallAnswer({
        description: 'The list is complete, and the recall is taken in hand.',
        headers: UPLOAD_OR_RECALL,
      }),
      ...problems([...OF_RECALL, ...OF_LIST, 'upload-offset', 'recall-exists']),
    },
  },
  readReport: {
    summary: 'Read the report of a recall',
    requestParams: { ...ofRecall, query: given.reportQuery, ...header({}) },
    responses: {
      200: fileAnswer({
        description:
          'A line of JSON for each target that was not accepted, or for each one, and for each piece of the list that is no target (`malformed`): `{ target, outcome, code?, reason?, requestId?, source? }`.',
        type: 'application/x-ndjson',
        example: REPORT,
      }),
      ...problems([...OF_RECALL, 'invalid-request', 'recall-forgotten']),
    },
  },
  readEvidence: {
    summary: 'Read the evidence of a recall',
    requestParams: { ...ofRecall, ...header({}) },
    responses: {
      200: fileAnswer({
        description: 'The hash-chained record, which `unpush verify` checks.',
        type: 'application/x-ndjson',
      }),
      ...problems([...OF_RECALL, 'invalid-request']),
    },
  },
  readEvidenceKey: {
    summary: "Read the key of a recall's evidence",
    description: 'Whoever has it and the list can check that the evidence is of that list.',
    requestParams: { ...ofRecall, ...header({}) },
    responses: {
      200: fileAnswer({ description: 'The key, as `unpush verify` reads it.', type: 'text/plain' }),
      ...problems([...OF_RECALL, 'invalid-request', 'recall-forgotten']),
    },
  },
  stopRecall: {
    summary: 'Stop a recall',
    description: 'Requests under way are still waited for. It can be resumed.',
    requestParams: { ...ofRecall, ...header({}) },
    requestBody: {
      required: false,
      content: { 'application/json': { schema: stopRecallSchema, example: { reason: 'wrong list' } } },
    },
    responses: {
      202: recallAnswer({
        description: 'The recall, which is being stopped.',
        headers: LOCATION,
      }),
      ...problems([...OF_RECALL, 'invalid-request', 'unsupported-media-type']),
    },
  },
  resumeRecall: {
    summary: 'Go on with a recall that was stopped or paused',
    description:
      'Also with a complete upload of which no recall could be made, for one of the same notification was there before it: once that has ended, or beside it where `again` says so. `retryUnknown` tries some 25,000 scattered outcomes again at a time: where the recall has finished and some are still unknown, ask once more.',
    requestParams: { ...ofRecall, ...header({}) },
    requestBody: {
      required: false,
      content: { 'application/json': { schema: resumeRecallSchema, example: { retryUnknown: true } } },
    },
    responses: {
      202: recallAnswer({ description: 'The recall, which is taken in hand.', headers: UPLOAD_OR_RECALL }),
      ...problems([
        ...OF_RECALL,
        'invalid-request',
        'invalid-input',
        'recall-exists',
        'recall-under-way',
        'recall-forgotten',
        'unsupported-media-type',
      ]),
    },
  },
  forgetRecall: {
    summary: 'Delete the targets of a recall, or drop an upload',
    description:
      'Of a recall that has ended. Its record and its evidence stay. An upload is dropped as a whole.',
    requestParams: { ...ofRecall, ...header({}) },
    responses: {
      204: { description: 'The targets are deleted.', headers: REQUEST_ID },
      ...problems([...OF_RECALL, 'recall-under-way', 'upload-under-way']),
    },
  },
} as const satisfies Readonly<Record<Operation, OperationWords>>;
