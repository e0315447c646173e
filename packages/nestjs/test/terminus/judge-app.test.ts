import { describe, expect, it } from 'vitest';
import type { LastExchanges } from '../../src/app/exchange-log.ts';
import type { AppFacts } from '../../src/terminus/facts/app-facts.ts';
import { HEALTH_DEFAULTS } from '../../src/terminus/index.ts';
import { judgeApp } from '../../src/terminus/judge/judge-app.ts';

const NOW = Date.parse('2026-11-27T02:00:00Z');
const MINUTE = 60_000;
const judging = { limits: HEALTH_DEFAULTS, now: NOW };

const well: AppFacts = {
  name: 'shop',
  vendor: 'huawei',
  canSign: true,
  reach: { answers: true },
  backlog: { unfinished: 0, standing: 0 },
};
const last = { inARow: 1, credentials: 1, advice: 'stop', since: NOW - MINUTE, at: NOW - MINUTE } as const;
const unreachable = (minutes: number): AppFacts => ({
  ...well,
  reach: { answers: false, failure: 'dns', since: NOW - minutes * MINUTE },
});

describe('an app is judged', () => {
  it('well where nothing is wrong', () => {
    expect(judgeApp(well, judging)).toEqual([]);
  });

  it.each([
    ['degraded', 4],
    ['down', 5],
  ])('%s where the vendor is out of reach for %i minutes', (level, minutes) => {
    expect(judgeApp(unreachable(minutes), judging)).toMatchObject([{ level }]);
  });

  it('by the word that the vendor gave in the last 15 minutes', () => {
    const said = (minutes: number): AppFacts => ({
      ...well,
      last: { ...last, outcome: 'refused', about: 'permission', at: NOW - minutes * MINUTE },
    });
    expect(judgeApp(said(15), judging)).toEqual([
      { level: 'down', reason: 'shop: the vendor does not let this app revoke' },
    ]);
    expect(judgeApp(said(16), judging)).toEqual([]);
  });

  describe('by what the vendor says of its credential:', () => {
    const REFUSED = { level: 'down', reason: 'shop: the vendor refuses the credential (80200005)' };
    const refused = (facts: Partial<LastExchanges>): AppFacts => {
      const now = { outcome: 'refused', about: 'credential', since: NOW - 1000, at: NOW } as const;
      return { ...well, last: { ...last, advice: 'renew', code: '80200005', ...now, ...facts } };
    };

    it('well while it is renewed, however many requests were on their way', () => {
      expect(judgeApp(refused({ inARow: 1 }), judging)).toEqual([]);
      expect(judgeApp(refused({ inARow: 128, credentials: 1 }), judging)).toEqual([]);
    });

    it('down where the new one is refused, too', () => {
      expect(judgeApp(refused({ inARow: 2, credentials: 2 }), judging)).toEqual([REFUSED]);
    });

    it('down where no request was taken since, or no other is to be had', () => {
      const since = (seconds: number): number => NOW - seconds * 1000;
      expect(judgeApp(refused({ inARow: 2, since: since(29) }), judging)).toEqual([]);
      expect(judgeApp(refused({ inARow: 2, since: since(30) }), judging)).toEqual([REFUSED]);
      expect(judgeApp(refused({ inARow: 2, advice: 'stop' }), judging)).toEqual([REFUSED]);
    });
  });

  it('degraded where the vendor has failed, or not answered', () => {
    const fault = { ...last, outcome: 'refused', about: 'vendor-fault', code: '80000001' } as const;
    const lost = { ...last, outcome: 'no-answer', about: 'unknown', failure: 'reset' } as const;
    expect(judgeApp({ ...well, last: fault }, judging)).toEqual([
      { level: 'degraded', reason: 'shop: the vendor has failed (80000001)' },
    ]);
    expect(judgeApp({ ...well, last: lost }, judging)).toEqual([
      { level: 'degraded', reason: 'shop: the last request got no answer (reset)' },
    ]);
  });

  it('well under flow control: a recall is slower then, and that is all', () => {
    const throttled = { ...last, outcome: 'throttled', about: 'quota' } as const;
    expect(judgeApp({ ...well, last: throttled }, judging)).toEqual([]);
  });

  it('by recalls that nobody works on for a minute', () => {
    const since = (seconds: number): AppFacts => ({
      ...well,
      backlog: { unfinished: 3, standing: 2, standingSince: NOW - seconds * 1000 },
    });
    expect(judgeApp(since(59), judging)).toEqual([]);
    expect(judgeApp(since(60), judging)).toEqual([
      {
        level: 'degraded',
        reason: 'shop: 2 recalls are not finished, and nobody works on them: resume or stop',
      },
    ]);
  });

  it('degraded where the queue does not answer', () => {
    const backlog = { unfinished: 0, standing: 0, queue: { answers: false } } as const;
    expect(judgeApp({ ...well, backlog }, judging)).toEqual([
      { level: 'degraded', reason: 'shop: the queue cannot be reached; recalls go on once it can' },
    ]);
  });

  it('with the worst first', () => {
    const levels = judgeApp({ ...unreachable(1), canSign: false }, judging).map(({ level }) => level);
    expect(levels).toEqual(['down', 'degraded']);
  });
});
