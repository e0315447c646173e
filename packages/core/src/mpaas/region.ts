/** Alibaba Cloud's regions begin so. A bucket of a stranger's can have a host such as `mpaas.oss-cn-….aliyuncs.com`. */
const REGION = /^(?:cn|ap|eu|us|me|na|sa|af|rus)(?:-[a-z0-9]+){1,5}$/;

/** Whether a text has the shape of a region of Alibaba Cloud, such as `cn-hangzhou`, and may become part of a host name. */
export const isMpaasRegion = (text: string): boolean => REGION.test(text);
