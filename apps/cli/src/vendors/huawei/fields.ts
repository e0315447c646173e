import * as z from 'zod';
import { textField } from '../../settings/text-field.ts';
import { clientIdProblem } from './client-id-problem.ts';
import { HUAWEI_SETTINGS } from './settings.ts';

/** What the settings that only Huawei knows can be. */
export const HUAWEI_FIELDS = {
  clientId: textField().describe(HUAWEI_SETTINGS.clientId.about),
  serviceAccount: textField().describe(HUAWEI_SETTINGS.serviceAccount.about),
  serviceAccountVariable: z
    .string()
    .regex(/^[A-Za-z_]\w*$/, { error: 'must be the name of a variable: letters, digits and "_"' })
    .describe(HUAWEI_SETTINGS.serviceAccountVariable.about),
} as const satisfies Readonly<Record<keyof typeof HUAWEI_SETTINGS, z.ZodType>>;

/** What is wrong with a value that its field lets pass, if anything; as the end of a sentence. */
export const huaweiFieldProblem = (name: string, value: string): string | undefined =>
  name === 'clientId' ? clientIdProblem(value) : undefined;
