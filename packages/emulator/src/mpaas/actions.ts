/** The actions of Message Push that the emulator knows, as they stand in `x-acs-action` or `Action`. */
export const MPAAS_ACTIONS = [
  'RevokePushMessage',
  'RevokePushTask',
  'PushSimple',
  'PushTemplate',
  'PushMultiple',
  'PushBroadcast',
  'QueryPushSchedulerList',
  'CancelPushScheduler',
  'CreateTemplate',
  'DeleteTemplate',
  'GetTemplate',
  'ListTemplatePage',
  'PushQueryDeviceState',
  'PushBind',
  'PushUnBind',
  'PushReport',
] as const;

export type MpaasAction = (typeof MPAAS_ACTIONS)[number];

/** Whether the emulator knows the action. */
export function isMpaasAction(action: string): action is MpaasAction {
  return (MPAAS_ACTIONS as readonly string[]).includes(action);
}
