import { expect, describe, it } from 'vitest';
import type { RecallAnswer } from '../../src/gateway/client/api.ts';
import { callGateway } from './support/call-gateway.ts';
import { ID, recallAnswer, running } from './support/answers.ts';
import { bodyOf, json, startFaultServer, type FaultServer } from './support/fault-server.ts';

const answering = (answer: RecallAnswer): Promise<FaultServer> =>
  startFaultServer(async (request, response) => {
    await bodyOf(request);
    json(response, 202, answer);
  });

describe('a recall that is resumed and not watched', () => {
  it('goes on, and is told of as that, with what watches it', async () => {
    await using server = await answering({ ...running(1), stoppedBy: { cause: 'interrupt' } });
    const { exit, stdout } = await callGateway(server.url, ['resume', ID, '--no-watch']);
    expect(exit).toBe(0);
    expect(stdout).toContain(`Recall ${ID} running`);
    expect(stdout).toContain('not sent yet');
    expect(stdout).not.toContain('Ended early');
    expect(stdout).toContain(`Watch it: unpush recalls watch ${ID} --gateway ${server.url} --app shop\n`);
  });

  it('that has ended by then ends the command as it ends', async () => {
    const { targets } = recallAnswer();
    await using finished = await answering(
      recallAnswer({ targets: { ...targets, accepted: 2, rejected: 1 } }),
    );
    expect((await callGateway(finished.url, ['resume', ID, '--no-watch'])).exit).toBe(3);
    await using stopped = await answering(
      recallAnswer({ state: 'stopped', stoppedBy: { cause: 'nothing-accepted' } }),
    );
    const { exit, stdout } = await callGateway(stopped.url, ['resume', ID, '--no-watch']);
    expect(exit).toBe(4);
    expect(stdout).toContain('Ended early.');
    expect(stdout).not.toContain('Watch it');
  });
});
