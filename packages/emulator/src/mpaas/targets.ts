import type { Call } from './call.ts';

/** The targets that a request names, as far as it can be read. Of a task revoke the task is the one target. */
export function targetsOf({ action, parameters }: Pick<Call, 'action' | 'parameters'>): readonly string[] {
  switch (action) {
    case 'RevokePushMessage':
      return given(parameters.get('TargetId'));
    case 'RevokePushTask':
      return given(parameters.get('TaskId'));
    case 'PushSimple':
    case 'PushTemplate':
      return Object.keys(parseObject(parameters.text('TargetMsgkey')) ?? {});
    case 'PushMultiple':
      return parameters
        .names('TargetMsg.')
        .filter((name) => /^TargetMsg\.\d+\.Target$/.test(name))
        .map((name) => parameters.text(name));
    case 'PushQueryDeviceState':
      return given(parameters.get('Target'));
    case 'PushBind':
    case 'PushUnBind':
    case 'PushReport':
      return given(parameters.get('DeliveryToken'));
    default:
      return [];
  }
}

function given(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [value];
}

/** A JSON object; undefined if the text is anything else. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>) // an object that is no array is such a record
      : undefined;
  } catch {
    return undefined;
  }
}
