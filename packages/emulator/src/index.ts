export { type EmulatorClock, systemClock } from './clock.ts';
export { type Emulator, type EmulatorOptions, createEmulator } from './emulator.ts';
export type { Exchange } from './exchange.ts';
export type { CompleteFault, Fault, FaultAction } from './faults/fault.ts';
export type { FaultState } from './faults/fault-script.ts';
export { HUAWEI_MESSAGES, type HuaweiCode } from './huawei/answers.ts';
export type { HuaweiApp, HuaweiAppOptions } from './huawei/apps.ts';
export type { HuaweiBehaviour, HuaweiBehaviourOptions } from './huawei/behaviour.ts';
export type { Delivery, Huawei } from './huawei/huawei.ts';
export type { Quota } from './huawei/quota.ts';
export type { Revocations } from './huawei/revocations.ts';
export type { ServiceAccount } from './huawei/service-account.ts';
export type { MpaasAccessKey, MpaasAccessKeyOptions, AccessKeyPair } from './mpaas/accounts/access-keys.ts';
export type { MpaasAppOptions } from './mpaas/accounts/create-app.ts';
export { MPAAS_ACTIONS, type MpaasAction } from './mpaas/actions.ts';
export { MPAAS_MESSAGES, type MpaasCode } from './mpaas/answers/messages.ts';
export type { MpaasBehaviour, MpaasBehaviourOptions } from './mpaas/behaviour.ts';
export type {
  MpaasBinding,
  MpaasDelivery,
  MpaasDeviceOrder,
  MpaasPhone,
  MpaasRevoked,
  MpaasTaskDelivery,
  MpaasTouch,
} from './mpaas/console/types.ts';
export type { Mpaas } from './mpaas/console/mpaas.ts';
export type { MpaasQuota } from './mpaas/quota.ts';
export { MPAAS_CHANNELS, type MpaasChannel } from './mpaas/store/phones/channels.ts';
export type { MpaasRevocations } from './mpaas/store/pushes/revocations.ts';
export type { AppName } from './mpaas/accounts/app-name.ts';
export type { MpaasApp } from './mpaas/store/space.ts';
export type { MpaasTrayNotification } from './mpaas/console/tray.ts';
export type { Random } from './random.ts';
export { ConflictError, NotFoundError } from './world/errors.ts';
export type { Notification, TrayNotification } from './world/notification.ts';
export type { Page } from './world/page.ts';
export type { RecordedRequest } from './world/request-log.ts';
