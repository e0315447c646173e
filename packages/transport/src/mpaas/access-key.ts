import { CredentialError, show } from '@unpush/core';

/** The fields of an access key, as Alibaba Cloud's own SDKs name them. */
export interface AccessKeyFields {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Of temporary credentials (STS). */
  readonly securityToken?: string | null | undefined;
}

/** An access key in any of its forms: the JSON text of a file, the object in it, or one that was read already. */
export type AccessKeySource = AccessKey | AccessKeyFields | string;

/** Reads an access key unless that was done. Throws {@link CredentialError}. */
export const readAccessKey = (source: AccessKeySource): AccessKey =>
  source instanceof AccessKey ? source : new AccessKey(source);

/** An Alibaba Cloud access key, checked, as far as it is needed to sign. It never shows its secret. */
export class AccessKey {
  /** `accessKeyId`: which key this is. */
  readonly accessKeyId: string;
  // Private for good, so that no logger, inspector or JSON.stringify comes upon them
  readonly #secret: string;
  readonly #securityToken: string | undefined;

  /**
   * Reads an access key: the JSON text of a file, or the object in it, with `accessKeyId`, `accessKeySecret` and,
   * of temporary credentials (STS), `securityToken`, as Alibaba Cloud's own SDKs name them.
   *
   * Throws {@link CredentialError}, which names the field and never shows the secret.
   */
  constructor(source: unknown) {
    const fields = fieldsOf(source);
    this.accessKeyId = readField(fields, 'accessKeyId');
    this.#secret = readField(fields, 'accessKeySecret');
    this.#securityToken =
      fields['securityToken'] === undefined || fields['securityToken'] === null
        ? undefined
        : readField(fields, 'securityToken');
    checkTogether({ id: this.accessKeyId, secret: this.#secret, isTemporary: this.isTemporary });
  }

  /** Whether it is temporary (STS): it ends by itself, after an hour or so. */
  get isTemporary(): boolean {
    return this.#securityToken !== undefined;
  }

  /** The secret, for the signer alone. */
  secret(): string {
    return this.#secret;
  }

  /** The security token of temporary credentials, for the request alone. */
  securityToken(): string | undefined {
    return this.#securityToken;
  }

  /** Whether it is the same key with the same secret and token. */
  equals(other: AccessKey): boolean {
    return (
      this.accessKeyId === other.accessKeyId &&
      this.#secret === other.#secret &&
      this.#securityToken === other.#securityToken
    );
  }
}

type Fields = Readonly<Record<string, unknown>>;
type FieldName = 'accessKeyId' | 'accessKeySecret' | 'securityToken';

const GIVE_IT =
  'Give a JSON object with accessKeyId, accessKeySecret and, of temporary credentials, securityToken.';

function fieldsOf(source: unknown): Fields {
  const value = typeof source === 'string' ? parse(source) : source;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CredentialError(
      `The access key must be a JSON object, but is ${Array.isArray(value) ? 'an array' : `of type ${typeof value}`}. ${GIVE_IT}`,
    );
  }
  const fields: Fields = { ...value };
  const foreign = FOREIGN.find(({ has }) => has(fields))?.name;
  if (foreign !== undefined && !('accessKeyId' in fields)) {
    throw new CredentialError(`This is ${foreign}, not an access key of Alibaba Cloud. ${GIVE_IT}`);
  }
  return fields;
}

/** Files that lie beside the right one on people's disks. */
const FOREIGN: readonly { readonly name: string; readonly has: (fields: Fields) => boolean }[] = [
  { name: "the Alibaba Cloud command line's own configuration", has: (fields) => 'profiles' in fields },
  { name: 'a Huawei service account', has: (fields) => 'sub_account' in fields },
  {
    name: 'an answer of STS as it came (its fields begin with capitals)',
    has: (fields) => 'AccessKeyId' in fields,
  },
  {
    name: 'an answer of STS as it came (its Credentials begin with capitals)',
    has: (fields) => 'Credentials' in fields,
  },
];

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    // The parser's own words quote the text, and the text holds the secret: neither message nor cause may stay
    throw new CredentialError(`The access key is not JSON (${describe(text)}). ${GIVE_IT}`);
  }
}

function describe(text: string): string {
  if (text.trim() === '') return 'it is empty';
  if (/^\s*"?AccessKey ?ID"?\s*,/i.test(text)) return 'it is the CSV file of the console';
  return `${text.length} characters`;
}

/** They stand in HTTP headers: visible ASCII, without a blank. */
const SENDABLE = /^[!-~]+$/;

function readField(fields: Fields, field: FieldName): string {
  const value = fields[field];
  const text = typeof value === 'string' ? value.trim() : undefined;
  if (text !== undefined && SENDABLE.test(text)) return text;
  throw new CredentialError(`The access key's ${field} ${problemOf(value)}. ${GIVE_IT}`);
}

/** How an id begins: that of a permanent key, and that of temporary credentials. */
const ID = /^(?:LTAI|STS\.)/;

/** What may be shown of an id, to tell whose it is: little where it does not look like one, for it may be a secret. */
export const hintOf = (id: string): string =>
  id.slice(0, Math.min(ID.test(id) ? 6 : 2, Math.floor(id.length / 3)));

/** Each field may be well, and all of them together no key. The secret itself is looked at, and never shown. */
function checkTogether({ id, secret, isTemporary }: Together): void {
  if (ID.test(secret) && !ID.test(id)) {
    throw new CredentialError(`The access key's accessKeyId and accessKeySecret are swapped. ${GIVE_IT}`);
  }
  if (id.startsWith('STS.') && !isTemporary) {
    throw new CredentialError(
      `The access key's securityToken is missing: its accessKeyId begins with STS., and temporary credentials need all three. ${GIVE_IT}`,
    );
  }
}

interface Together {
  readonly id: string;
  readonly secret: string;
  readonly isTemporary: boolean;
}

function problemOf(value: unknown): string {
  if (value === undefined) return 'is missing';
  if (typeof value === 'string') {
    return value.trim() === ''
      ? 'is empty'
      : 'holds a character that no access key has (a blank inside, a control or a letter beyond ASCII)';
  }
  return `must be a text in quotation marks, but is ${typeof value === 'number' ? 'a number' : show(value)}`;
}
