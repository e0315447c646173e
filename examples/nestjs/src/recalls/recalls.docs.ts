import { applyDecorators } from '@nestjs/common';
import {
  ApiConsumes,
  ApiDefaultResponse,
  ApiOkResponse,
  ApiProduces,
  ApiResponse,
  type ApiResponseOptions,
} from '@nestjs/swagger';
import { UPLOADS } from './upload.ts';

const RECALL = {
  recallId: 'r-4d2a90c7e1',
  app: 'default',
  vendor: 'huawei',
  vendorApp: '104729817',
  selector: { notifyId: 3114932, pushType: 'notification' },
  reason: 'INC-4711: wrong price',
  startedBy: 'night-shift',
  state: 'running',
  wanted: 'run',
  forgotten: false,
  targets: {
    read: 20_003,
    malformed: 0,
    duplicate: 0,
    accepted: 9010,
    rejected: 1,
    unknown: 0,
    notAttempted: 10_992,
  },
  requests: { sent: 12, retried: 0, throttled: 0 },
  codes: { '80000000': 9010, '80100020': 1 },
  evidenceHead: 'a3f1…',
  startedAt: '2026-11-27T02:00:00.000Z',
  elapsedMs: 1520,
  remainingMs: 1850,
};

const PROBLEM = {
  type: 'https://github.com/unpush/unpush/blob/main/docs/problems.md#recall-not-found',
  title: 'No such recall',
  status: 404,
  detail: 'There is no recall with this id.',
  code: 'LEDGER',
};

/** A recall is answered. */
export const ApiRecall = (options: Pick<ApiResponseOptions, 'status' | 'description'>): MethodDecorator =>
  ApiResponse({ ...options, schema: { type: 'object', example: RECALL } });

/** Recalls are answered. */
export const ApiRecalls = (): MethodDecorator =>
  ApiOkResponse({ schema: { type: 'array', items: { type: 'object' }, example: [RECALL] } });

/** Lines of JSON are answered. */
export const ApiNdjson = (): MethodDecorator =>
  applyDecorators(
    ApiProduces('application/x-ndjson'),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );

/** Server-sent events are answered. */
export const ApiEvents = (): MethodDecorator =>
  applyDecorators(
    ApiProduces('text/event-stream'),
    ApiOkResponse({
      schema: { type: 'string', example: `event: progress\nid: 1\ndata: ${JSON.stringify(RECALL)}\n\n` },
    }),
  );

/** Whatever else is answered. */
export const ApiProblems = (): ClassDecorator =>
  ApiDefaultResponse({
    description:
      'What is wrong: [problems over HTTP](https://github.com/unpush/unpush/blob/main/docs/problems.md).',
    content: { 'application/problem+json': { schema: { type: 'object', example: PROBLEM } } },
  });

/** JSON is taken, and uploads. */
export const ApiRecallUpload = (): MethodDecorator => ApiConsumes('application/json', ...UPLOADS);
