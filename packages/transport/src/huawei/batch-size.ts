import { HUAWEI_LIMITS, InvalidRequestError, show } from '@unpush/core';

/** Checks how many tokens go into one request, and gives it back. Throws {@link InvalidRequestError}. */
export function checkBatchSize(batchSize: number): number {
  const most = HUAWEI_LIMITS.tokensPerRequest;
  if (Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= most) return batchSize;
  const problem = `must be an integer from 1 to ${most}, but is ${show(batchSize)}`;
  throw new InvalidRequestError([{ field: 'batchSize', problem }]);
}
