import { beforeAll, describe, expect, it } from 'vitest';
import { INTERNALS } from './support/problems.ts';
import { createFinder } from './support/sought.ts';
import type { Told } from './support/told.ts';
import { tellAll, type AllTold } from './support/tell-all.ts';

describe('a gateway where most goes wrong', () => {
  let all: AllTold;
  let foundIn: (text: string) => readonly string[];
  beforeAll(async () => {
    all = await tellAll();
    foundIn = createFinder(all.sought);
  }, 120_000);

  const isReport = ({ what }: Told): boolean => /^GET \S+\/report(?:\?|$)/.test(what);
  const secretsIn = ({ head, body }: Told): readonly string[] => foundIn(`${head}\n${body}`);

  it('comes to an end with every recall that it could begin', () => {
    expect(all.states).toEqual({
      shop: 'finished',
      damaged: 'stopped',
      cut: 'refused',
      absent: 'refused',
      pasted: 'refused',
      unknown: 'stopped',
      echoed: 'stopped',
      failing: 'stopped',
      bank: 'finished',
      'bare-bank': 'refused',
      'unknown-bank': 'stopped',
      'echoed-bank': 'stopped',
      'failing-bank': 'finished',
    });
  });

  it('is told again by a vendor what that was sent', () => {
    expect(foundIn(all.echo)).toEqual([
      'the id of an access key',
      'the signature of a JWT',
      'the signature of a request',
      'a whole target',
      'a JWT',
    ]);
  });

  it('logs what went wrong, and nothing secret', () => {
    const { log, told } = all;
    expect(log).toContain('there is no secret ABSENT: run "wrangler secret put ABSENT"');
    expect(log).toContain('serviceAccount or accessKey of an app in APPS is no name of a secret');
    expect(log).toContain('The service account is not JSON (900 characters)');
    expect(log).toContain('The access key is not JSON (30 characters)');
    const failed = told.filter(({ status }) => status === 500);
    expect(failed).toHaveLength(4);
    for (const { body } of failed) {
      const { instance } = JSON.parse(body) as { readonly instance: string }; // what RFC 9457 says
      expect(log).toContain(`${instance} INVALID_CREDENTIAL: `);
    }
    expect(foundIn(log)).toEqual([]);
  });

  it('answers without anything secret, and without a whole target but in reports', () => {
    const others = all.told.filter((answer) => !isReport(answer));
    expect(others.length).toBeGreaterThan(40);
    const found = others.map((answer) => [answer.what, secretsIn(answer)] as const);
    expect(found.filter(([, secrets]) => secrets.length > 0)).toEqual([]);
  });

  it('reports whole targets, and nothing else that is sought', () => {
    const reports = all.told.filter((answer) => isReport(answer) && answer.body !== '');
    // Two of each recall that was begun, of whom not accepted and of all; one holds nobody, as bank accepted all
    expect(reports.map(secretsIn)).toEqual(Array.from({ length: 17 }, () => ['a whole target']));
  });

  it('tells nobody of its inside', () => {
    const telling = all.told.filter(({ head, body }) => INTERNALS.test(`${head}\n${body}`));
    expect(telling).toEqual([]);
  });
});
