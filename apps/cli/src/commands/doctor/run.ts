import type { CommandRun } from '../../command.ts';
import { EXIT } from '../../exit-codes.ts';
import { painter } from '../../terminal/style.ts';
import { textWidth } from '../../terminal/width.ts';
import type { NamedFinding } from '../../findings/finding.ts';
import { examine } from './examine.ts';
import { renderFinding } from './render-finding.ts';
import { renderVerdict } from './render-verdict.ts';

/** Runs `unpush doctor`. */
export const run: CommandRun = async ({ terminal, flags }) => {
  const { stdout, env, cwd } = terminal;
  const isJson = flags['json'] === true;
  const look = { paint: painter(stdout, env), width: textWidth(stdout.columns) };
  const findings: NamedFinding[] = [];
  for await (const finding of examine({ flags, env, cwd, probe: flags['probe'] === true })) {
    findings.push(finding);
    if (!isJson) stdout.write(renderFinding(finding, look));
  }
  const isWell = findings.every(({ status }) => status !== 'fail');
  if (!isJson) stdout.write(`\n${renderVerdict(findings, look)}\n`);
  if (isJson) stdout.write(`${JSON.stringify({ ok: isWell, checks: findings }, undefined, 2)}\n`);
  return isWell ? EXIT.ok : EXIT.usage;
};
