import { gzipSync } from 'node:zlib';
import { Controller, Get, Inject, Module, NotFoundException, Query } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ServiceAccount, type HuaweiClient } from '@unpush/transport';
import type { RecallStore } from '@unpush/recall';
import type { Fault } from '@unpush/emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  InjectUnpush,
  UNPUSH_RECALL_STORE,
  UnpushExceptionFilter,
  UnpushModule,
} from '../../../src/index.ts';
import { PLATFORMS, serve, type Served } from '../../support/platforms.ts';
import { NOTIFY_ID, setStage, type Stage } from '../../support/stage.ts';

const DOCS = 'https://github.com/unpush/unpush/blob/main/docs/problems.md';
const INPUT_UNAVAILABLE = {
  type: `${DOCS}#input-unavailable`,
  title: 'This service cannot read the targets',
  status: 500,
  detail: 'The request is not to blame. Whoever runs this service has to look at it.',
  code: 'INVALID_INPUT',
};
const NO_RECALL = 'r-0000000000';

@Controller()
class PushController {
  readonly #push: HuaweiClient;
  readonly #store: RecallStore;
  constructor(@InjectUnpush() push: HuaweiClient, @Inject(UNPUSH_RECALL_STORE) store: RecallStore) {
    this.#push = push;
    this.#store = store;
  }

  @Get('revoke')
  revoke(@Query('notifyId') notifyId: string, @Query('token') token: string): Promise<unknown> {
    return this.#push.revoke({ notifyId: Number(notifyId), tokens: [token] });
  }

  @Get('recall')
  async recall(@Query('id') id: string): Promise<unknown> {
    return (await this.#store.read(id)).facts;
  }

  @Get('file')
  async file(@Query('path') path: string): Promise<unknown> {
    return (await this.#store.admit({ files: [{ path }] })).input;
  }

  @Get('pages')
  async pages(): Promise<unknown> {
    const page = (): Promise<never> =>
      Promise.reject(
        new Error('connect ECONNREFUSED 10.0.3.7:5432 (postgres://shop:s3cret@10.0.3.7/customers)'),
      );
    return (await this.#store.admit({ pages: { page }, name: 'audience' })).input;
  }

  @Get('key')
  key(): unknown {
    return new ServiceAccount('{"private_key": "left open');
  }

  @Get('another')
  another(): never {
    throw new NotFoundException('no such order');
  }
}

describe.each(PLATFORMS)('UnpushExceptionFilter on $name', (platform) => {
  let stage: Stage;
  let served: Served;
  beforeAll(async () => {
    stage = await setStage();
    const { huawei, sender, ledger } = stage;
    @Module({
      imports: [UnpushModule.forRoot({ app: huawei, sender, ledger })],
      controllers: [PushController],
      providers: [{ provide: APP_FILTER, useClass: UnpushExceptionFilter }],
    })
    class AppModule {}
    served = await serve(AppModule, platform);
  });
  afterAll(async () => {
    await served[Symbol.asyncDispose]();
    await stage[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    stage.running.emulator.faults.set([]);
  });

  const faults = (action: Fault['action']): void => {
    stage.running.emulator.faults.set([{ match: { operation: 'revoke' }, action }]);
  };
  const get = (path: string, language?: string): Promise<Response> =>
    fetch(
      new URL(path, served.url),
      language === undefined ? {} : { headers: { 'accept-language': language } },
    );
  const revoke = (language?: string): Promise<Response> =>
    get(`/revoke?notifyId=${NOTIFY_ID}&token=${stage.tokens[0]!}`, language);

  it('answers a request that may not be sent with 400, naming each field', async () => {
    const response = await get(`/revoke?notifyId=-1&token=${stage.tokens[0]!}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('content-language')).toBe('en');
    expect(response.headers.get('vary')).toBe('Accept-Language');
    expect(await response.json()).toEqual({
      type: `${DOCS}#invalid-request`,
      title: 'The request is not valid',
      status: 400,
      detail: 'What was asked for may not be sent. Nothing was sent.',
      code: 'INVALID_REQUEST',
      errors: [{ field: 'notifyId', problem: 'must be 0 or more, but is the number -1' }],
    });
  });

  it('answers a refusal with the text of the catalog and what to do', async () => {
    faults({ type: 'code', code: '80300028' });
    const response = await revoke();
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      type: `${DOCS}#refused-by-vendor`,
      title: 'The push vendor did not accept the request',
      code: 'VENDOR_REFUSED',
      vendorCode: '80300028',
      detail: expect.stringMatching(/^Tokens are of another app\. /) as string,
      remedies: expect.arrayContaining([expect.any(String)]) as string[],
      requestId: expect.stringMatching(/\S/) as string,
      mayHaveBeenReceived: false,
    });
  });

  it("speaks the caller's language", async () => {
    faults({ type: 'code', code: '80300007' });
    const response = await revoke('fr;q=0.9, zh-CN;q=0.8, en;q=0.1');
    expect(response.headers.get('content-language')).toBe('zh-CN');
    expect(await response.json()).toMatchObject({
      title: '推送厂商未受理该请求',
      detail: 'Token 全部无效：华为认为请求中的每个 Token 都无效，一个也没有受理。',
    });
  });

  it('answers 502 where our key or our app is refused', async () => {
    faults({ type: 'code', code: '80300032' });
    const response = await revoke();
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({
      type: `${DOCS}#not-allowed-at-vendor`,
      vendorCode: '80300032',
    });
  });

  it('answers flow control with 503, and says how long the vendor asks to wait', async () => {
    faults({ type: 'status', status: 503, retryAfter: { seconds: 90 } });
    const response = await revoke();
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('90');
    expect(await response.json()).toMatchObject({ type: `${DOCS}#vendor-flow-control` });
  });

  it('says of a lost answer that the request may have been received', async () => {
    faults({ type: 'reset', when: 'after' });
    const response = await revoke();
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({
      type: `${DOCS}#no-answer`,
      title: 'No answer of the push vendor came',
      code: 'NO_ANSWER',
      detail:
        'The vendor cannot be reached, or its answer cannot be read. Try again later. The vendor may have received the request all the same.',
      mayHaveBeenReceived: true,
    });
  });

  it('answers 404 for a recall that there is not, without saying where we looked', async () => {
    const response = await get(`/recall?id=${NO_RECALL}`);
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ type: `${DOCS}#recall-not-found`, code: 'LEDGER' });
    expect(text).not.toContain(stage.file(''));
  });

  it('answers 422 for a list that cannot be read, and names the file without its folder', async () => {
    const path = await stage.write('targets.ndjson', '"a"\n{oops\n');
    const response = await get(`/file?path=${encodeURIComponent(path)}`);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      type: `${DOCS}#invalid-input`,
      code: 'INVALID_INPUT',
      line: 2,
      detail: expect.stringMatching(/^targets\.ndjson, line 2: /) as string,
    });
  });

  it('answers 500 for targets of our own that cannot be read, and leaves why to the log', async () => {
    const response = await get(`/file?path=${encodeURIComponent(stage.file('lost/targets.csv'))}`);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual(INPUT_UNAVAILABLE);
    expect(served.log.at(-1)).toMatch(
      /^error \S+lost\/targets\.csv: there is no such file\. Check the path\. The cause: Error: ENOENT: /,
    );
  });

  it('tells nothing of the database that pages come from', async () => {
    const response = await get('/pages');
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual(INPUT_UNAVAILABLE);
    const line = served.log.at(-1);
    expect(line).toContain('connect ECONNREFUSED 10.0.3.7:5432');
    expect(line).not.toContain('s3cret');
    expect(served.stacks.at(-1)).toContain('connect ECONNREFUSED');
    expect(served.stacks.at(-1)).not.toContain('s3cret');
  });

  it('answers 422 for a packed list that is cut short', async () => {
    const path = await stage.write('targets.csv.gz', gzipSync('token\n').subarray(0, 18));
    const response = await get(`/file?path=${encodeURIComponent(path)}`);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      detail: expect.stringMatching(/^targets\.csv\.gz: the compressed file is cut short/) as string,
    });
  });

  it('answers 500 for a key that cannot be used, and leaves the rest to the log', async () => {
    const response = await get('/key');
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      type: `${DOCS}#invalid-credential`,
      title: "This service's key for the push vendor cannot be used",
      status: 500,
      detail: 'Nothing was sent. Whoever runs this service has to look at it.',
      code: 'INVALID_CREDENTIAL',
    });
    expect(served.log).toContain(
      'error The service account is not JSON (26 characters). Download the file from AppGallery Connect anew, and do not edit it.',
    );
  });

  it('shows no whole token', async () => {
    faults({ type: 'code', code: '80300007', message: `All the tokens are invalid: ${stage.tokens[0]!}` });
    expect(await (await revoke()).text()).not.toContain(stage.tokens[0]);
  });

  it("leaves Nest's own exceptions as they are", async () => {
    const response = await get('/another');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({ statusCode: 404, error: 'Not Found', message: 'no such order' });
  });
});
