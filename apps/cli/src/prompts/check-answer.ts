import { FIELDS } from '../settings/fields.ts';
import { SETTINGS, type FieldName } from '../settings/words.ts';
import { vendorFieldProblem } from '../vendors/fields.ts';

/** What is wrong with a value for the configuration file, if anything; as the end of a sentence. */
export function problemWith(name: FieldName, value: unknown): string | undefined {
  if (typeof value === 'string' && isSecret(value)) {
    return 'looks like a secret itself, and secrets have no place in the configuration file: give the path of a file, or the name of a variable';
  }
  const parsed = FIELDS[name].safeParse(value);
  if (!parsed.success)
    return `is ${JSON.stringify(value)}: ${parsed.error.issues.map(({ message }) => message).join('; ')}`;
  if ((name === 'proxy' || name === 'endpoint') && hasPassword(String(value))) {
    return `holds a password, which has no place in the configuration file: set ${SETTINGS[name].variable} instead`;
  }
  return vendorFieldProblem(name, String(value));
}

const PEM_OR_JSON_OR_JWT = /-----BEGIN |^\s*\{|\beyJ[\w-]+\.[\w-]+/;
/** Thirty letters and digits, of all three kinds: no path and no name that anybody would choose. */
const ACCESS_KEY_SECRET = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9]{30}$/;
const SECURITY_TOKEN = /^CAIS[A-Za-z0-9+/=]{60,}$/;

const isSecret = (text: string): boolean =>
  [PEM_OR_JSON_OR_JWT, ACCESS_KEY_SECRET, SECURITY_TOKEN].some((look) => look.test(text.trim()));

function hasPassword(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.password !== '';
}

const APP_NAME = /^[A-Za-z0-9][\w.-]{0,63}$/;

/** What is wrong with a profile's name, if anything. */
export function problemWithApp(name: string): string | undefined {
  if (APP_NAME.test(name)) return undefined;
  return `is ${JSON.stringify(name)}: up to 64 letters, digits, ".", "_" and "-", beginning with a letter or digit`;
}
