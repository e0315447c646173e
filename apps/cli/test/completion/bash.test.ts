import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));

/** Sources the script in a bash without any settings, as often as asked, and completes a line at its end. */
async function completeInBash(
  line: string,
  { times = 1 } = {},
): Promise<{ replies: string[]; stderr: string }> {
  const script = `
    unpush() { "$NODE" --conditions=@unpush/source "$BIN" "$@"; }
    for ((i = 0; i < TIMES; i++)); do source <(unpush completion bash); done
    read -r _ _ _ _ function _ < <(complete -p unpush)
    COMP_LINE="$LINE" COMP_POINT=\${#LINE}
    "$function"
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = await promisify(execFile)('bash', ['--noprofile', '--norc', '-c', script], {
    env: { PATH: process.env['PATH'], NODE: process.execPath, BIN, LINE: line, TIMES: String(times) },
  });
  return { replies: stdout.split('\n').filter((reply) => reply !== ''), stderr };
}

describe('the script for bash, in a real one', () => {
  it.each([
    ['unpush exp', ['explain']],
    ['unpush explain --vendor ', ['huawei', 'mpaas']],
    ['unpush explain --vendor=hu', ['huawei']],
    ['unpush explain 8030002', ['80300028']],
    ['unpush explain -1 --js', ['--json']],
    ['unpush revoke --tokens exp', []],
  ])('completes %j', async (line, replies) => {
    expect(await completeInBash(line)).toEqual({ replies, stderr: '' });
  });

  it('runs nothing of what stands on the line', async () => {
    const { replies, stderr } = await completeInBash('unpush explain $(echo oops >&2) --la');
    expect({ replies, stderr }).toEqual({ replies: ['--lang'], stderr: '' });
  });

  it('can be sourced twice', async () => {
    expect(await completeInBash('unpush tok', { times: 2 })).toEqual({ replies: ['token'], stderr: '' });
  });

  it('leaves file names to bash where it has nothing to say', async () => {
    const { stdout } = await promisify(execFile)('bash', [
      '--noprofile',
      '--norc',
      '-c',
      `source <("${process.execPath}" --conditions=@unpush/source "${BIN}" completion bash); complete -p unpush`,
    ]);
    expect(stdout).toBe('complete -o default -F _unpush unpush\n');
  });
});
