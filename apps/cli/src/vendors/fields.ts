import { HUAWEI_LIMITS, MPAAS_LIMITS } from '@unpush/core';
import { HUAWEI_FIELDS, huaweiFieldProblem } from './huawei/fields.ts';
import { MPAAS_FIELDS, mpaasFieldProblem } from './mpaas/fields.ts';

/** What the settings that only one vendor knows can be. */
export const VENDOR_FIELDS = { ...HUAWEI_FIELDS, ...MPAAS_FIELDS } as const;

/** The most targets that any vendor takes in one request. */
export const LARGEST_BATCH: number = Math.max(HUAWEI_LIMITS.tokensPerRequest, MPAAS_LIMITS.targetsPerRevoke);

const LOOKS = [huaweiFieldProblem, mpaasFieldProblem] as const;

/** What is wrong with a value that its field lets pass, if anything; as the end of a sentence. */
export const vendorFieldProblem = (name: string, value: string): string | undefined =>
  LOOKS.map((look) => look(name, value)).find((problem) => problem !== undefined);
