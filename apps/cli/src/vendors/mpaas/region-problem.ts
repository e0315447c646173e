/** As `mpaasEndpoint` has it, which is loaded with all that sends, and checks it once more. */
const REGION = /^(?:cn|ap|eu|us|me|na|sa|af|rus)(?:-[a-z0-9]+){1,5}$/;

/** What is wrong with a region, if anything; as the end of a sentence that begins with its flag. */
export const regionProblem = (region: string): string | undefined =>
  REGION.test(region)
    ? undefined
    : `must be a region of Alibaba Cloud such as cn-hangzhou, but is ${JSON.stringify(region)}`;
