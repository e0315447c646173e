type Fields = Readonly<Record<string, unknown>>;

/** Says so if these are the fields of another product's key file, and names it. */
export function foreignFile(fields: Fields): string | undefined {
  if ('sub_account' in fields) return undefined;
  const product = PRODUCTS.find(({ has }) => has(fields))?.name;
  if (product === undefined) return undefined;
  return `This is ${product}, not a Huawei service account. Give the JSON file with key_id, private_key and sub_account that AppGallery Connect (or the Huawei developer console) gave out for a service account.`;
}

interface Product {
  readonly name: string;
  readonly has: (fields: Fields) => boolean;
}

/** Files that lie beside the right one on people's disks. */
const PRODUCTS: readonly Product[] = [
  { name: 'a Google (Firebase) service account', has: (fields) => 'client_email' in fields },
  {
    name: "an agconnect-services.json, which is an app's own configuration",
    has: (fields) => 'agcgw' in fields || 'agcgw_all' in fields || 'configuration_version' in fields,
  },
  { name: 'a google-services.json', has: (fields) => 'project_info' in fields },
  { name: 'a Google OAuth client', has: (fields) => 'installed' in fields || 'web' in fields },
  {
    name: 'an API or OAuth client (client_id with client_secret)',
    has: (fields) => 'client_secret' in fields || ('client_id' in fields && !('key_id' in fields)),
  },
];
