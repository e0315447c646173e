import { isMpaasRegion } from '@unpush/core';

/** What is wrong with a region, if anything; as the end of a sentence that begins with its flag. */
export const regionProblem = (region: string): string | undefined =>
  isMpaasRegion(region)
    ? undefined
    : `must be a region of Alibaba Cloud such as cn-hangzhou, but is ${JSON.stringify(region)}`;
