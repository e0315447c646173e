import { verifyEvidenceFile } from '@unpush/recall/node';
import { describe, expect, it } from 'vitest';
import { openShop } from '../../support/open-module.ts';
import { linesOf, textOf } from '../../support/report.ts';
import { SELECTOR, setStage } from '../../support/stage.ts';

describe('report', () => {
  it('has a line for each target that was not accepted, or for each', async () => {
    await using stage = await setStage({ phones: 4 });
    await using shop = await openShop(stage);
    const stranger = 'stranger-of-nobody';
    const { recallId } = await shop.recalls.start({
      selector: SELECTOR,
      targets: [...stage.tokens, stranger],
    });
    expect(await shop.recalls.finished(recallId)).toMatchObject({ targets: { accepted: 4, rejected: 1 } });
    expect(linesOf(await textOf(await shop.recalls.report(recallId)))).toEqual([
      expect.objectContaining({ target: stranger, outcome: 'rejected', reason: 'tokenFormatError' }),
    ]);
    const all = linesOf(await textOf(await shop.recalls.report(recallId, { all: true })));
    expect(all.map(({ target, outcome }) => [target, outcome])).toEqual([
      ...stage.tokens.map((token) => [token, 'accepted']),
      [stranger, 'rejected'],
    ]);
  });

  it('of a recall whose targets were deleted says that they were', async () => {
    await using stage = await setStage();
    await using shop = await openShop(stage);
    const { recallId } = await shop.recalls.start({ selector: SELECTOR, targets: stage.tokens });
    await shop.recalls.finished(recallId);
    await shop.recalls.forget(recallId);
    await expect(shop.recalls.report(recallId)).rejects.toMatchObject({ problem: 'forgotten' });
  });
});

describe('evidence', () => {
  it('holds when it is verified, tells the head that the status has, and holds no whole target', async () => {
    await using stage = await setStage({ phones: 30 });
    await using shop = await openShop(stage);
    const { recallId } = await shop.recalls.start({ selector: SELECTOR, targets: stage.tokens });
    const { evidenceHead } = await shop.recalls.finished(recallId);
    const evidence = await textOf(await shop.recalls.evidence(recallId));
    const report = await verifyEvidenceFile(await stage.write('evidence.ndjson', evidence));
    expect(report).toMatchObject({ holds: true, sealed: true, problems: [], headHash: evidenceHead });
    expect(report.targets).toMatchObject({ read: 30, accepted: 30 });
    for (const token of stage.tokens) expect(evidence).not.toContain(token);
  });
});
