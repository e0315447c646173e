/** For codes that a revoke has no field for. */
export const PUSH_ONLY =
  '这是推送类接口的结果码：撤回请求里没有这样的字段，正常不会遇到。官方只有一行说明，原因是我们的解读。';

/** For codes whose causes nobody documents. */
export const OUR_READING = '官方对此码只有一行说明，原因是我们的解读。';

/** For codes of the gateway that no page names for Message Push. */
export const GATEWAY_ONLY = '这是阿里云网关的错误码，先于消息推送服务返回；没有文档说明它在本产品中的含义。';
