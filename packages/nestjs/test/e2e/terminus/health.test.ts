import { rm, writeFile } from 'node:fs/promises';
import { Controller, Get, Inject, Module } from '@nestjs/common';
import { HealthCheck, HealthCheckService, TerminusModule, type HealthCheckResult } from '@nestjs/terminus';
import type { HttpSender, HuaweiClient } from '@unpush/transport';
import { directoryStore } from '@unpush/recall/node';
import { undiciSender } from '@unpush/transport/undici';
import { describe, expect, it } from 'vitest';
import { getUnpushToken, RecallService, UnpushModule, type UnpushModuleOptions } from '../../../src/index.ts';
import { UnpushHealthIndicator, type UnpushHealthOptions } from '../../../src/terminus/index.ts';
import { PLATFORMS, serve, type Served } from '../../support/platforms.ts';
import { NOTIFY_ID, SELECTOR, setStage, type Stage } from '../../support/stage.ts';

/** Terminus knows `degraded` from 12 on. */
const DEGRADED = process.env['UNPUSH_NEST_MAJOR'] === '11' ? 'up' : 'degraded';
const NOW: UnpushHealthOptions = { everyMs: 0 };

interface Checked {
  readonly httpStatus: number;
  readonly unpush: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Starts an application that has a health check as users write it, and gives back how to ask it. */
async function start(
  options: UnpushModuleOptions,
  health: UnpushHealthOptions = NOW,
): Promise<Served & { readonly check: () => Promise<Checked> }> {
  @Controller('health')
  class HealthController {
    readonly #health: HealthCheckService;
    readonly #unpush: UnpushHealthIndicator;
    constructor(
      @Inject(HealthCheckService) service: HealthCheckService,
      @Inject(UnpushHealthIndicator) unpush: UnpushHealthIndicator,
    ) {
      this.#health = service;
      this.#unpush = unpush;
    }

    @Get()
    @HealthCheck()
    check(): Promise<HealthCheckResult> {
      return this.#health.check([() => this.#unpush.isHealthy('unpush', health)]);
    }
  }

  @Module({
    imports: [TerminusModule, UnpushModule.forRoot(options)],
    controllers: [HealthController],
    providers: [UnpushHealthIndicator],
  })
  class AppModule {}

  const served = await serve(AppModule, PLATFORMS[0]!);
  const check = async (): Promise<Checked> => {
    const response = await fetch(`${served.url}/health`);
    const text = await response.text();
    // The cast: what terminus answers
    const { details } = JSON.parse(text) as { readonly details: { readonly unpush: Checked['unpush'] } };
    return { httpStatus: response.status, unpush: details.unpush, text };
  };
  return { ...served, check };
}

const shop = ({ huawei, sender, ledger }: Stage): UnpushModuleOptions => ({ app: huawei, sender, ledger });

async function revoke({ app }: Served, stage: Stage): Promise<void> {
  const client = app.get<HuaweiClient>(getUnpushToken(), { strict: false });
  await client.revoke({ notifyId: NOTIFY_ID, tokens: [stage.tokens[0]!] }).catch(() => undefined);
}

const refuse = (stage: Stage, code: string): void => {
  stage.running.emulator.faults.set([{ action: { type: 'code', code } }]);
};

const LAST = { inARow: 1, since: expect.any(String) as string, at: expect.any(String) as string };

describe('UnpushHealthIndicator', () => {
  it('is up where credentials can sign and vendors answer, of which no revoke is needed', async () => {
    await using stage = await setStage();
    const { huawei, mpaas, sender, ledger } = stage;
    await using served = await start({ apps: { shop: huawei, bank: mpaas }, sender, ledger });
    const { httpStatus, unpush } = await served.check();
    expect(httpStatus).toBe(200);
    expect(unpush).toEqual({
      status: 'up',
      apps: {
        shop: {
          vendor: 'huawei',
          credential: 'signs',
          endpoint: 'answers',
          recalls: { unfinished: 0, standing: 0 },
        },
        bank: {
          vendor: 'mpaas',
          credential: 'signs',
          endpoint: 'answers',
          recalls: { unfinished: 0, standing: 0 },
        },
      },
    });
    expect(stage.running.emulator.requests.list()).toEqual([]);
  });

  it('tells how the last exchanges have ended, and since when', async () => {
    await using stage = await setStage();
    await using served = await start(shop(stage));
    await revoke(served, stage);
    await revoke(served, stage);
    const { unpush } = await served.check();
    expect(unpush).toMatchObject({
      status: 'up',
      apps: { default: { lastExchanges: { ...LAST, outcome: 'accepted', code: '80000000', inARow: 2 } } },
    });
  });

  it('is down where the app may not revoke', async () => {
    await using stage = await setStage();
    await using served = await start(shop(stage));
    refuse(stage, '80300032');
    await revoke(served, stage);
    const { httpStatus, unpush } = await served.check();
    expect(httpStatus).toBe(503);
    expect(unpush).toMatchObject({
      status: 'down',
      message: 'default: the vendor does not let this app revoke (80300032)',
      apps: { default: { lastExchanges: { ...LAST, outcome: 'refused', code: '80300032' } } },
    });
  });

  it('is down where a fresh credential is refused as well', async () => {
    await using stage = await setStage();
    await using served = await start(shop(stage));
    refuse(stage, '80200001');
    await revoke(served, stage);
    expect((await served.check()).unpush).toMatchObject({
      status: 'down',
      message: 'default: the vendor refuses the credential (80200001)',
    });
  });

  it('forgets what the vendor said long ago, or nothing would ever be sent again', async () => {
    await using stage = await setStage();
    await using served = await start(shop(stage), { ...NOW, verdictForMs: 0 });
    refuse(stage, '80300032');
    await revoke(served, stage);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await served.check()).unpush).toMatchObject({ status: 'up' });
  });

  it('is up where targets are refused: that is no fault of the service', async () => {
    await using stage = await setStage();
    await using served = await start(shop(stage));
    refuse(stage, '80300028');
    await revoke(served, stage);
    expect((await served.check()).unpush).toMatchObject({
      status: 'up',
      apps: { default: { lastExchanges: { ...LAST, outcome: 'refused', code: '80300028' } } },
    });
  });

  it('is impaired while the vendor cannot be reached', async () => {
    await using stage = await setStage();
    await using served = await start(shop(stage));
    await stage.running.close();
    const { httpStatus, unpush } = await served.check();
    expect(httpStatus).toBe(200);
    expect(unpush).toMatchObject({
      status: DEGRADED,
      message: expect.stringMatching(
        /^default: the vendor cannot be reached \(refused\) since 20\d\d-/,
      ) as string,
      apps: { default: { endpoint: 'refused' } },
    });
  });

  it('is down once the vendor was out of reach for long', async () => {
    await using stage = await setStage();
    await using served = await start(shop(stage), { ...NOW, unreachableForMs: 0 });
    await stage.running.close();
    expect((await served.check()).unpush).toMatchObject({ status: 'down' });
  });

  it('waits no longer for an answer than it may', async () => {
    await using stage = await setStage();
    // An address of the documentation's, behind which nobody is
    const never: HttpSender = (request, { signal }) =>
      undiciSender(stage.sender)(
        { ...request, url: 'https://192.0.2.1/' },
        signal === undefined ? {} : { signal },
      );
    await using served = await start({ ...shop(stage), sender: never }, { ...NOW, timeoutMs: 200 });
    expect((await served.check()).unpush).toMatchObject({
      status: DEGRADED,
      apps: { default: { endpoint: expect.stringMatching(/^(timeout|refused)$/) as string } },
    });
  });

  it('waits for no key, list or sender longer than it may', async () => {
    await using stage = await setStage();
    const { mpaas, ledger, sender } = stage;
    const never = (): Promise<never> => new Promise<never>(() => undefined);
    const quick = { ...NOW, timeoutMs: 100 };
    await using keyless = await start(
      { app: { ...mpaas, accessKey: never }, sender, ledger },
      { ...quick, reach: false },
    );
    expect((await keyless.check()).unpush).toMatchObject({
      status: 'down',
      message: 'default: the credential cannot be used; the log says what is wrong with it',
    });
    expect(keyless.log).toContain(
      'error The credential of app "default" cannot be used: it was not given within 100 ms',
    );
    await using deaf = await start({ app: mpaas, sender: never, ledger }, quick);
    expect((await deaf.check()).unpush).toMatchObject({ apps: { default: { endpoint: 'timeout' } } });
    const store = directoryStore(ledger);
    const options = { app: mpaas, sender, ledger: { ...store, list: never } };
    await using silent = await start({ ...options, recalls: { resumeOnStart: false } }, quick);
    expect((await silent.check()).unpush).toEqual({
      status: 'down',
      message: 'recalls cannot be read (unreachable)',
    });
    await store.close();
  });

  it.each([
    [{ timeoutMs: '3s' }, 'health.timeoutMs: must be a time in milliseconds, 0 or more; got the string "3s"'],
    [{ timeoutMs: 2 ** 31 }, 'health.timeoutMs: must be 2147483647 at the most'],
    [{ app: 'bank' }, 'app: must be one of "default"; got "bank"'],
    [
      { every: 5 },
      'health.options: has no option "every": its options are app, reach, timeoutMs, everyMs, unreachableForMs, standingForMs, verdictForMs',
    ],
  ])('refuses what it cannot go by: %j', async (options, message) => {
    await using stage = await setStage();
    await using served = await start(shop(stage));
    const indicator = served.app.get(UnpushHealthIndicator, { strict: false });
    await expect(indicator.isHealthy('unpush', options as never)).rejects.toThrow(message);
    const given = { timeoutMs: undefined, app: undefined } as never;
    expect(await indicator.isHealthy('unpush', given)).toMatchObject({ unpush: { status: 'up' } });
  });

  it('asks nobody where it is told not to', async () => {
    await using stage = await setStage();
    await using served = await start(shop(stage), { ...NOW, reach: false });
    await stage.running.close();
    const { unpush } = await served.check();
    expect(unpush).toMatchObject({ status: 'up' });
    expect(unpush['apps']).not.toHaveProperty('default.endpoint');
  });

  it('is down where the key cannot be read any more, and says where it lay in the log only', async () => {
    await using stage = await setStage();
    const { mpaas, sender, ledger } = stage;
    const file = await stage.write('key.json', JSON.stringify(mpaas.accessKey));
    await using served = await start({ app: { ...mpaas, accessKey: { file } }, sender, ledger });
    await rm(file);
    const { httpStatus, unpush, text } = await served.check();
    expect(httpStatus).toBe(503);
    expect(unpush).toMatchObject({
      status: 'down',
      message: 'default: the credential cannot be used; the log says what is wrong with it',
      apps: { default: { credential: 'unusable' } },
    });
    expect(text).not.toContain('key.json');
    expect(served.log.join('\n')).toContain(file);
  });

  it('tells of recalls that are not finished, and complains of those that nobody works on', async () => {
    await using stage = await setStage({ phones: 30 });
    stage.running.emulator.faults.set([{ action: { type: 'stall' } }]);
    {
      await using served = await start(shop(stage));
      const recalls = served.app.get(RecallService, { strict: false });
      await recalls.start({ selector: SELECTOR, targets: stage.tokens });
      expect((await served.check()).unpush).toMatchObject({
        status: 'up',
        apps: { default: { recalls: { unfinished: 1, standing: 0 } } },
      });
    }
    const health = { ...NOW, standingForMs: 0 };
    await using served = await start({ ...shop(stage), recalls: { resumeOnStart: false } }, health);
    expect((await served.check()).unpush).toMatchObject({
      status: DEGRADED,
      message: 'default: 1 recall is not finished, and nobody works on it: resume or stop',
      apps: { default: { recalls: { unfinished: 1, standing: 1 } } },
    });
    const recalls = served.app.get(RecallService, { strict: false });
    const [left] = await recalls.list({ finished: false });
    await recalls.stop(left!.recallId);
    expect((await served.check()).unpush).toMatchObject({ status: 'up' });
  });

  it('is down where recalls cannot be read', async () => {
    await using stage = await setStage();
    await using served = await start(shop(stage));
    await rm(stage.ledger.directory, { recursive: true, force: true });
    await writeFile(stage.ledger.directory, 'no folder');
    const { unpush, text } = await served.check();
    expect(unpush).toEqual({ status: 'down', message: 'recalls cannot be read (unreachable)' });
    expect(text).not.toContain(stage.ledger.directory);
  });

  it('looks seldom, however often it is asked', async () => {
    await using stage = await setStage();
    await using pool = undiciSender(stage.sender);
    const asked: string[] = [];
    const sender: HttpSender = (request, options) => {
      asked.push(`${request.method} ${new URL(request.url).pathname} ${Object.keys(request.headers).join()}`);
      return pool(request, options);
    };
    await using served = await start({ ...shop(stage), sender }, {});
    await Promise.all([served.check(), served.check(), served.check()]);
    await served.check();
    expect(asked).toEqual(['GET / ']);
  });

  it('takes the answer to a revoke for a sign of life', async () => {
    await using stage = await setStage();
    await using pool = undiciSender(stage.sender);
    const asked: string[] = [];
    const sender: HttpSender = (request, options) => {
      asked.push(request.method);
      return pool(request, options);
    };
    await using served = await start({ ...shop(stage), sender }, {});
    await revoke(served, stage);
    expect((await served.check()).unpush).toMatchObject({ apps: { default: { endpoint: 'answers' } } });
    expect(asked).toEqual(['POST']);
  });
});
