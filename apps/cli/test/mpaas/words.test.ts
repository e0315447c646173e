import { describe, expect, it } from 'vitest';
import { explainCommand } from '../../src/vendors/words/explain-command.ts';
import { wordsOf } from '../../src/vendors/words/words-of.ts';
import { callCli } from '../support/call-cli.ts';
import { setMpaasStage } from './support/mpaas-stage.ts';
import { callMpaas, messageFlags, taskFlags } from './support/revoke-mpaas.ts';

describe('the words of a recall by mPaaS', () => {
  it('are those of a message', async () => {
    const facts = {
      vendor: 'mpaas',
      app: 'ONEX570DA89211721/test',
      selector: { messageId: '1578807462788' },
    };
    expect(await wordsOf(facts)).toMatchObject({
      vendor: { catalog: 'mpaas', credential: { one: 'a signed request', many: 'signed requests' } },
      app: {
        text: 'app ONEX570DA89211721, workspace test',
        fields: { appId: 'ONEX570DA89211721', workspaceId: 'test' },
      },
      notification: {
        id: { name: 'messageId', value: '1578807462788' },
        target: { one: 'target', many: 'targets' },
      },
    });
  });

  it('are those of a task, of a workspace with a slash too', async () => {
    const facts = { vendor: 'mpaas', app: 'ONEX570DA89211721/a/b', selector: { taskId: '20842863' } };
    expect(await wordsOf(facts)).toMatchObject({
      app: { fields: { appId: 'ONEX570DA89211721', workspaceId: 'a/b' } },
      notification: { id: { name: 'taskId', value: '20842863' }, target: { one: 'task', many: 'tasks' } },
    });
  });

  it('tell a task from a message in the list of recalls', async () => {
    await using stage = await setMpaasStage();
    await callMpaas(stage, messageFlags(stage));
    await callMpaas(stage, taskFlags(stage));
    const { stdout } = await callMpaas(stage, ['recalls', 'list']);
    expect(stdout).toMatch(/^r-\w+ +finished +20842863 task +1 +0 /m);
    expect(stdout).toMatch(/^r-\w+ +finished +1578807462788 +3 +0 /m);
    expect(stdout).not.toContain('APP');
  });

  it('tell apps apart in the list of recalls, once there are several', async () => {
    await using stage = await setMpaasStage();
    await callMpaas(stage, messageFlags(stage));
    const workspaceId = 'test';
    const other = stage.running.emulator.mpaas.createApp({ workspaceId });
    await stage.write('ak.json', JSON.stringify(other.accessKey));
    const flags = ['--app-id', other.appId, '--workspace-id', workspaceId];
    await callMpaas(stage, [...taskFlags(stage), ...flags]);
    const { stdout } = await callMpaas(stage, ['recalls', 'list']);
    const [heading, ...rows] = stdout.trimEnd().split('\n');
    expect(heading).toMatch(/^RECALL +STATE +NOTIFICATION +VENDOR +APP +ACCEPTED +LEFT +BEGUN$/);
    expect(rows.map((row) => row.split(/ {2,}/).slice(3, 5))).toEqual([
      ['mpaas', `${other.appId}/test`],
      ['mpaas', `${stage.app.appId}/default`],
    ]);
  });
});

describe('what to type to have a code explained', () => {
  it.each([
    ['503', 'unpush explain 503 --vendor mpaas'],
    ['3007', 'unpush explain 3007'],
    ['-1', 'unpush explain -1'],
    ['Throttling.User', 'unpush explain Throttling.User'],
  ])('%s: %s', async (code, command) => {
    expect(explainCommand({ code, vendor: 'mpaas' })).toBe(command);
    const { exit, stdout } = await callCli(command.split(' ').slice(1));
    expect(exit).toBe(0);
    expect(stdout.match(/^(?:mPaaS|Huawei Push Kit) /gm)).toEqual(['mPaaS ']);
  });

  it('names the vendor in a summary where a bare code would be ambiguous', async () => {
    await using stage = await setMpaasStage({ phones: 11 });
    const last = String(stage.targets.at(-1));
    stage.running.emulator.faults.set([{ match: { target: last }, action: { type: 'status', status: 502 } }]);
    const { exit, stdout } = await callMpaas(stage, messageFlags(stage));
    expect(exit).toBe(3);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('(unpush explain 502 --vendor mpaas)');
  });
});
