/** `Authorization` of the newer signature, in its parts. */
export interface Acs3Authorization {
  readonly algorithm: string;
  readonly accessKeyId: string;
  /** The names as they came, in the caller's order. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const FORM = /^([^\s,=]+) Credential=([^,]*),SignedHeaders=([^,]*),Signature=([^,]*)$/;

/** Reads `ALGORITHM Credential=ID,SignedHeaders=a;b,Signature=HEX`; undefined if it is anything else. */
export function parseAuthorization(header: string): Acs3Authorization | undefined {
  const [, algorithm, accessKeyId, names, signature] = FORM.exec(header) ?? [];
  if (algorithm === undefined || !accessKeyId || !names || !signature) return undefined;
  return { algorithm, accessKeyId, signedHeaders: names.split(';'), signature };
}
