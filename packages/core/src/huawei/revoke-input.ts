import * as z from 'zod/mini';
import { huaweiSelectorSchema } from './selector.ts';
import { huaweiTokensSchema } from './tokens.ts';

/** Checks a selector with the tokens of one request beside it. */
export const huaweiRevokeSchema = z.extend(huaweiSelectorSchema, { tokens: huaweiTokensSchema });
