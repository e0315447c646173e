import type { Verdict } from '@unpush/core';
import { NONE_REJECTED } from '@unpush/core';
import type { EndedExchange } from '@unpush/transport';
import { expect, it } from 'vitest';
import { createExchangeLog, type ExchangeLog } from '../../src/app/exchange-log.ts';

const accepted: EndedExchange = {
  vendor: 'huawei',
  outcome: 'accepted',
  verdict: verdict({ advice: 'done', about: 'success', code: '80000000' }),
};
const refused: EndedExchange = {
  vendor: 'huawei',
  outcome: 'refused',
  verdict: verdict({ advice: 'stop', about: 'permission', code: '80300032' }),
};
const aborted: EndedExchange = {
  vendor: 'huawei',
  outcome: 'no-answer',
  verdict: verdict({ advice: 'retry', about: 'unknown', failure: 'aborted' }),
};

function verdict(facts: Pick<Verdict, 'advice' | 'about'> & Partial<Verdict>): Verdict {
  return { rejected: NONE_REJECTED, mayHaveBeenReceived: true, ...facts };
}

/** Notes one exchange a second, from the first second on. */
function noted(...exchanges: readonly EndedExchange[]): ReturnType<ExchangeLog['last']> {
  let second = 0;
  const log = createExchangeLog({ wall: () => second * 1000 });
  for (const exchange of exchanges) {
    second += 1;
    log.note(exchange);
  }
  return log.last();
}

it('knows nothing before the first exchange', () => {
  expect(noted()).toBeUndefined();
});

it('counts what ends alike, from the first of it on', () => {
  expect(noted(accepted, refused, refused, refused)).toEqual({
    outcome: 'refused',
    about: 'permission',
    advice: 'stop',
    code: '80300032',
    inARow: 3,
    credentials: 0,
    since: 2000,
    at: 4000,
  });
});

it('begins anew where one ends otherwise', () => {
  expect(noted(refused, refused, accepted)).toMatchObject({ outcome: 'accepted', inARow: 1, since: 3000 });
});

it('passes over what was given up here', () => {
  expect(noted(accepted, aborted)).toMatchObject({ outcome: 'accepted', inARow: 1, at: 1000 });
});

it('counts the credentials that end alike', () => {
  const expired = (credentialId: string): EndedExchange => {
    const said = verdict({ advice: 'renew', about: 'credential', code: '80200003' });
    return { ...refused, verdict: { ...said, credentialId } };
  };
  expect(noted(expired('a'), expired('a'), expired('b'))).toMatchObject({ inARow: 3, credentials: 2 });
  expect(noted(expired('a'), accepted, expired('b'))).toMatchObject({ inARow: 1, credentials: 1 });
});
