import { gzipSync } from 'node:zlib';
import type { Recall, RecallPage } from '../../../public/api/types.d.ts';
import { breakOff } from './break-off.ts';
import { upload, type Guarded } from './guarded.ts';
import type { Sought } from './sought.ts';
import { listenTo, type Listener, type Told } from './told.ts';
import { BANKS, SHOPS, startTroubled } from './troubled.ts';

/** All that a gateway has said in its life, and what should be nowhere in it. */
export interface AllTold {
  readonly told: readonly Told[];
  readonly log: string;
  /** What the recall of each app has come to. */
  readonly states: Readonly<Record<string, string>>;
  /** What vendors have said again of what they were sent. */
  readonly echo: string;
  readonly sought: Sought;
}

const WRONG_KEY = 'kZ3v9-a-key-that-nobody-was-given-and-that-is-as-long-as-one';
const KEYS = ['oncall', 'reader', 'banker', 'starter', 'stopper'];
const RECALLS = '/v1/apps/shop/recalls';
const JSON_HEADERS = { 'Content-Type': 'application/json' };

/** The life of a gateway in which keys are no good, vendors say again what they are told, and callers are wrong. */
export async function tellAll(): Promise<AllTold> {
  await using troubled = await startTroubled();
  const { guarded, echoing, secrets } = troubled;
  const { scene } = guarded.gateway;
  const ear = listenTo(guarded);
  const states = await recallEverywhere(guarded, ear);
  await askWrongly(guarded, ear);
  await breakOffAnUpload(guarded, ear);
  for (const path of ['/openapi.json', '/healthz', '/v1/apps', RECALLS, '/v1/apps/bank/recalls']) {
    await ear.call(path);
  }
  const echo = echoing.map((vendor) => vendor.heard()).join('\n');
  return {
    told: ear.told,
    log: guarded.gateway.said(),
    states,
    echo,
    sought: {
      ...secrets,
      'a bearer key': [WRONG_KEY, ...KEYS.map(scene.keyOf)],
      'the signature of a JWT': partsOf(echo, /eyJ[\w-]+\.[\w-]+\.([\w-]+)/g),
      'the signature of a request': partsOf(echo, /Signature=([0-9a-f]{64})/g),
      'a whole target': [...scene.tokens, ...scene.bank.targets],
    },
  };
}

const partsOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, part = '']) => part);

async function recallEverywhere({ gateway }: Guarded, ear: Listener): Promise<AllTold['states']> {
  const { notifyId, bank, tokens } = gateway.scene;
  const [first = ''] = tokens;
  const inShops = { selector: { notifyId }, targets: [...tokens.slice(0, 60), `${first} pasted twice`] };
  const inBanks = { selector: { messageId: bank.messageId }, targets: bank.targets.slice(0, 2) };
  const follow = async (app: string, recall: object): Promise<readonly [string, string]> => {
    const ended = await ear.follow(app, recall);
    return [app, ended?.state ?? 'refused'];
  };
  return Object.fromEntries(
    await Promise.all([
      ...['shop', ...SHOPS].map((app) => follow(app, inShops)),
      ...['bank', ...BANKS].map((app) => follow(app, inBanks)),
    ]),
  );
}

/** Requests that are refused, with what is secret in them. */
async function askWrongly({ gateway }: Guarded, ear: Listener): Promise<void> {
  const { key, tokens } = gateway.scene;
  await ear.call('/v1/apps', { as: { key: WRONG_KEY } });
  await ear.call(`/v1/apps?access_token=${key}`, { as: { key: '' } });
  await ear.call('/v1/apps/nowhere/recalls');
  await ear.call(RECALLS, { as: 'banker' });

  const targets = tokens.slice(0, 60);
  const cutShort = JSON.stringify({ selector: { notifyId: 80 }, targets }).slice(0, -9);
  await ear.call(RECALLS, { method: 'POST', headers: JSON_HEADERS, body: cutShort });
  const otherwise = JSON.stringify({ selector: { notifyId: targets[0] }, targets });
  await ear.call(RECALLS, { method: 'POST', headers: JSON_HEADERS, body: otherwise });
  const line = JSON.stringify({ token: targets[0] }).slice(0, -2);
  const lines = upload(line, { 'Content-Type': 'application/x-ndjson' });
  await ear.call(`${RECALLS}?notifyId=81&field=token`, lines);
  const packed = gzipSync(tokens.join('\n'));
  await ear.call(`${RECALLS}?notifyId=82`, upload(packed.fill(0xff, packed.length >> 1)));
}

async function breakOffAnUpload({ gateway }: Guarded, ear: Listener): Promise<void> {
  const { key, tokens } = gateway.scene;
  const newest = async (): Promise<Recall | undefined> => {
    const { body } = await ear.call(`${RECALLS}?limit=1`);
    return (JSON.parse(body) as RecallPage).recalls[0]; // the contract says so
  };
  const url = `${gateway.url}${RECALLS}?notifyId=83`;
  await breakOff({ url, key, half: tokens.join('\n') }, async () => {
    const recall = await newest();
    return recall?.selector['notifyId'] === 83;
  });
  const begun = await newest();
  await gateway.until(begun?.recallId ?? '', (recall) => recall.upload?.underWay === false);
}
