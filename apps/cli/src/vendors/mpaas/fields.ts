import type * as z from 'zod';
import { textField } from '../../settings/text-field.ts';
import { idProblem } from './id-problem.ts';
import { regionProblem } from './region-problem.ts';
import { MPAAS_SETTINGS } from './settings.ts';

/** What the settings that only mPaaS knows can be. */
export const MPAAS_FIELDS = {
  appId: textField().describe(MPAAS_SETTINGS.appId.about),
  workspaceId: textField().describe(MPAAS_SETTINGS.workspaceId.about),
  tenantId: textField().describe(MPAAS_SETTINGS.tenantId.about),
  region: textField().describe(MPAAS_SETTINGS.region.about),
  accessKeyFile: textField().describe(MPAAS_SETTINGS.accessKeyFile.about),
} as const satisfies Readonly<Record<keyof typeof MPAAS_SETTINGS, z.ZodType>>;

/** What is wrong with a value that its field lets pass, if anything; as the end of a sentence. */
export function mpaasFieldProblem(name: string, value: string): string | undefined {
  switch (name) {
    case 'appId':
    case 'workspaceId':
    case 'tenantId':
      return idProblem(name, value);
    case 'region':
      return regionProblem(value);
    default:
      return undefined;
  }
}
