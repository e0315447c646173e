/** For codes that a revoke has no field for. */
export const PUSH_ONLY =
  'A code of pushing: a revoke carries no such field, so it should not be met there. Alibaba Cloud gives it one line; the causes are our reading.';

/** For codes whose causes nobody documents. */
export const OUR_READING = 'Alibaba Cloud gives this code one line; the causes are our reading.';

/** For codes of the gateway that no page names for Message Push. */
export const GATEWAY_ONLY =
  'A code of the Alibaba Cloud gateway, before Message Push; no page names it for this product.';
