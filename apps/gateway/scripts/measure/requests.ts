// `pnpm --filter gateway measure [requests] [control] [huawei] [mpaas]`: the processor time of each kind of request and of alarms.
// The figures of docs/gateway-limits.md come from here.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { begin, goOn, selectorOf, startGateway, type MeasuredGateway } from './measured-gateway.ts';
import { partsOf, type Part } from './random-list.ts';
import { cpuOf } from './process-figures.ts';
import { figuresOf, round, sample, type Measured } from './samples.ts';

const MIB = 2 ** 20;
const WARM_UP = 200;
const WATCHED_SECONDS = 15;
const WATCHERS = 10;

/** Takes one kind of work into the table. */
type Row = (name: string, measured: Measured) => Promise<void>;

function tableOf({ workerd }: MeasuredGateway): Row {
  return async (name, measured) => {
    const { times, median, p99, most } = figuresOf(await sample(workerd.pid, measured));
    line(name, String(times), `${String(median)} ms`, `${String(p99)} ms`, `${String(most)} ms`);
  };
}

const line = (...cells: readonly string[]): void => {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
};

function onlyPart(targets: number): Part {
  const [part] = [...partsOf(targets, Infinity)];
  if (part === undefined) throw new RangeError('a list has a target at least');
  return part;
}

async function requests(gateway: MeasuredGateway): Promise<void> {
  const { call, alarm, open } = gateway;
  const row = tableOf(gateway);
  const refuse = async (): Promise<void> => {
    const answer = await open('/recalls', { headers: { Authorization: 'Bearer of-nobody' } });
    await answer.arrayBuffer();
    if (answer.status !== 401) throw new Error(`a wrong key was answered ${String(answer.status)}`);
  };

  await row('the first request of a new isolate', { times: 1, act: () => call('/recalls') });
  for (let time = 0; time < WARM_UP; time++) await call('/recalls');
  for (let time = 0; time < WARM_UP; time++) await refuse();
  await row('for comparison: a Worker that does nothing', { times: 200, act: gateway.nothing });
  await row('for comparison: an object that does nothing', { times: 200, act: gateway.nothingByObject });
  await row('a refused key', { times: 200, act: refuse });

  const few = onlyPart(10);
  const again = (number: number): string => `${selectorOf('huawei', number)}&canary=0`;
  await row('`POST` of a list of 10', { times: 200, act: (time) => begin(gateway, again(1000 + time), few) });
  const thousand = onlyPart(1000);
  await row('`POST` of a list of 1000', {
    times: 100,
    act: (time) => begin(gateway, again(2000 + time), thousand),
  });
  await row('`GET` of the list: a hundred recalls', { times: 200, act: () => call('/recalls') });
  for (let time = 0; time < 60; time++) await alarm();
  await row('an alarm with nothing to do', { times: 200, act: alarm });

  for (const [mib, times] of [
    [8, 10],
    [64, 3],
  ] as const) {
    const parts = [...partsOf(Math.ceil((mib * MIB * times) / 113) + 1, mib * MIB)].slice(0, times);
    const recallId = await begin(gateway, again(3000 + mib), { body: Buffer.alloc(0), isLast: false });
    await row(`\`PATCH\` of ${String(mib)} MiB, with a \`HEAD\``, {
      times: parts.length,
      act: async (time) => {
        const part = parts[time];
        if (part !== undefined) await goOn(gateway, recallId, { ...part, isLast: false });
      },
    });
    if (mib === 8)
      await row('`HEAD` of an upload', {
        times: 200,
        act: () => call(`/recalls/${recallId}/targets`, { method: 'HEAD' }),
      });
    await row(`\`DELETE\` of an upload of ${String(parts.length * mib)} MiB`, {
      times: 1,
      act: () => call(`/recalls/${recallId}`, { method: 'DELETE' }),
    });
  }
}

/** Of a recall that is sent: to look at it, to watch it, to stop it and to go on. */
async function control(gateway: MeasuredGateway): Promise<void> {
  const { call, alarm } = gateway;
  const row = tableOf(gateway);
  const query = `${selectorOf('huawei')}&canary=0&batchSize=100`;
  const recallId = await begin(gateway, query, onlyPart(100_000));
  await alarm();
  await row('`GET` of a recall under way', { times: 200, act: () => call(`/recalls/${recallId}`) });
  const post = (action: string) => () =>
    call(`/recalls/${recallId}/${action}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
  await row('`POST` of stop, to a recall at full pace', {
    times: 40,
    before: async (time) => {
      if (time > 0) await post('resume')();
      await alarm();
    },
    act: post('stop'),
  });
  await row('`POST` of resume', { times: 40, before: post('stop'), act: post('resume') });
  await watch(gateway, recallId);
}

/** What each of some who watch costs in a minute. */
async function watch({ workerd, open }: MeasuredGateway, recallId: string): Promise<void> {
  const cpu = async (): Promise<number> => {
    const before = await cpuOf(workerd.pid);
    await wait(1000 * WATCHED_SECONDS);
    return (await cpuOf(workerd.pid)) - before;
  };
  const idle = await cpu();
  const gone = new AbortController();
  const watched = Array.from({ length: WATCHERS }, async () => {
    const { body } = await open(`/recalls/${recallId}/events`, { signal: gone.signal });
    await body?.pipeTo(new WritableStream(), { signal: gone.signal }).catch(() => undefined);
  });
  await wait(1000);
  const busy = await cpu();
  gone.abort();
  await Promise.allSettled(watched);
  const perMinute = (1000 * (busy - idle) * 60) / WATCHED_SECONDS / WATCHERS;
  line('events of a recall that waits, a minute of them', '1', `${String(round(perMinute))} ms`, '', '');
}

/** Alarms at full pace, and what is written down then. */
async function sending(
  gateway: MeasuredGateway,
  {
    vendor,
    targets,
    alarms,
  }: { readonly vendor: 'huawei' | 'mpaas'; readonly targets: number; readonly alarms: number },
): Promise<void> {
  const { call, alarm } = gateway;
  const row = tableOf(gateway);
  let recallId = '';
  for (const part of partsOf(targets)) {
    if (recallId === '') recallId = await begin(gateway, `${selectorOf(vendor)}&canary=0&dedupe=false`, part);
    else await goOn(gateway, recallId, part);
  }
  const size = vendor === 'huawei' ? '1000' : 'one';
  await row(`${vendor}: an alarm of 1000 requests of ${size}`, { times: alarms, act: alarm });
  for (;;) {
    const { text } = await call(`/recalls/${recallId}`);
    const { state } = JSON.parse(text()) as { readonly state: string }; // The contract says so
    if (state === 'finished') break;
    if (state === 'stopped') throw new Error(`it has stopped: ${text()}`);
    await alarm();
  }
  for (const [name, path] of [
    ['the report of all', 'report?all=true'],
    ['the report without those accepted', 'report'],
    ['the evidence', 'evidence'],
  ] as const) {
    const before = await cpuOf(gateway.workerd.pid);
    const { bytes } = await call(`/recalls/${recallId}/${path}`);
    const used = 1000 * ((await cpuOf(gateway.workerd.pid)) - before);
    const perMb = bytes > 1e5 ? `${String(round(used / (bytes / 1e6)))} ms a MB` : '';
    line(
      `${vendor}: ${name}, ${String(targets)} targets`,
      '1',
      `${String(round(used))} ms`,
      `${String(round(bytes / 1e6))} MB`,
      perMb,
    );
  }
}

async function withGateway(
  setup: { readonly vendor: 'huawei' | 'mpaas'; readonly requestsPerAlarm: number },
  work: (gateway: MeasuredGateway) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'unpush-measure-'));
  try {
    await using gateway = await startGateway({ ...setup, folder });
    await work(gateway);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2);
const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name);
line('what', 'times', 'median', 'p99', 'most');
line('---', '---', '---', '---', '---');
if (isAsked('requests')) await withGateway({ vendor: 'huawei', requestsPerAlarm: 10 }, requests);
if (isAsked('control')) await withGateway({ vendor: 'huawei', requestsPerAlarm: 10 }, control);
if (isAsked('huawei'))
  await withGateway({ vendor: 'huawei', requestsPerAlarm: 1000 }, (gateway) =>
    sending(gateway, { vendor: 'huawei', targets: 2_000_000, alarms: 2 }),
  );
if (isAsked('mpaas'))
  await withGateway({ vendor: 'mpaas', requestsPerAlarm: 1000 }, (gateway) =>
    sending(gateway, { vendor: 'mpaas', targets: 6000, alarms: 6 }),
  );
