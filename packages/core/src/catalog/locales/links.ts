/** Pages that the texts send people to, in whichever language. */
export const LINKS = {
  huaweiTicket: 'https://developer.huawei.com/consumer/cn/support/feedback/#/',
  huaweiJwt: 'https://developer.huawei.com/consumer/cn/doc/harmonyos-guides/push-jwt-token',
  huaweiEnablePush: 'https://developer.huawei.com/consumer/cn/doc/harmonyos-guides/push-config-setting',
  huaweiClientId: 'https://developer.huawei.com/consumer/cn/doc/app/agc-help-view-app-info-0000002282674569',
  huaweiRevoke: 'https://developer.huawei.com/consumer/cn/doc/harmonyos-references/push-msg-revoke',
  huaweiSendBody:
    'https://developer.huawei.com/consumer/cn/doc/harmonyos-references/push-scenariozed-api-request-param',
  appGallery: 'https://developer.huawei.com/consumer/cn/service/josp/agc/index.html',
  alibabaErrors: 'https://error-center.aliyun.com/status/search',
} as const;
