import { CredentialError, show } from '@unpush/core';
import { foreignFile } from './foreign-file.ts';
import { privateKeyPem } from './private-key-pem.ts';

/** A Huawei service account, checked, as far as it is needed to sign. It never shows its key. */
export class ServiceAccount {
  /** `key_id`: which of the account's keys this is. */
  readonly keyId: string;
  /** `sub_account`: the issuer of its tokens. */
  readonly subAccount: string;
  /** `project_id`, where the file names one. */
  readonly projectId: string | undefined;
  // Private for good, so that no logger, inspector or JSON.stringify comes upon it
  readonly #pem: string;

  /**
   * Reads a service account: the JSON text of the file that AppGallery Connect gives out, or the object in it.
   *
   * Only `key_id`, `private_key` and `sub_account` are needed. The token's audience is fixed by Huawei and
   * never read from the file. A key with literal `\n` in it is mended.
   *
   * Throws {@link CredentialError}, which names the field and never shows the key.
   */
  constructor(source: unknown) {
    const fields = fieldsOf(source);
    this.keyId = readText(fields, 'key_id');
    this.subAccount = readText(fields, 'sub_account');
    this.#pem = privateKeyPem(readText(fields, 'private_key'));
    const projectId = fields['project_id'];
    this.projectId = typeof projectId === 'string' && projectId !== '' ? projectId : undefined;
  }

  /** The key as PKCS#8 PEM, for the signer alone. */
  privateKey(): string {
    return this.#pem;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(source: unknown): Fields {
  const value = typeof source === 'string' ? parse(source) : source;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CredentialError(
      `The service account must be a JSON object, but is ${Array.isArray(value) ? 'an array' : `of type ${typeof value}`}. Give the JSON file that AppGallery Connect gave out.`,
    );
  }
  const fields: Fields = { ...value };
  const foreign = foreignFile(fields);
  if (foreign !== undefined) throw new CredentialError(foreign);
  return fields;
}

function parse(text: string): unknown {
  if (/^\s*-----BEGIN /.test(text)) {
    throw new CredentialError(
      'The service account is a bare PEM key, not JSON. Give the whole JSON file that AppGallery Connect gave out: key_id and sub_account are needed as well.',
    );
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    // The parser's own words quote the text, and the text holds the key: neither message nor cause may stay
    throw new CredentialError(
      `The service account is not JSON (${text.trim() === '' ? 'it is empty' : `${text.length} characters`}). Download the file from AppGallery Connect anew, and do not edit it.`,
    );
  }
}

function readText(fields: Fields, field: 'key_id' | 'private_key' | 'sub_account'): string {
  const value = fields[field];
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  const problem =
    value === undefined
      ? 'is missing'
      : typeof value === 'string'
        ? 'is empty'
        : `must be a text in quotation marks, but is ${typeof value === 'number' ? 'a number' : show(value)}`;
  throw new CredentialError(
    `The service account's ${field} ${problem}. Give the JSON file that AppGallery Connect gave out, unchanged.`,
  );
}
