import { NOTIFY_ID, type EmulatedHuawei } from './emulated-huawei.ts';

/** Where everything is. */
export interface Places {
  readonly url: string;
  readonly emulated: Pick<EmulatedHuawei, 'url' | 'clientId' | 'settings'>;
  readonly apiKey: string;
  /** Whether other processes can join. */
  readonly isOnQueue: boolean;
}

/** Lines to paste into a shell, each of which works as it is. */
export function linesToTry({ url, emulated, apiKey }: Places): string {
  return `APP=${url} KEY=${apiKey} HUAWEI=${emulated.url}

# Whom it went to, with two lines that are no good; and what one of the phones shows
curl -s "$HUAWEI/_emulator/tokens?clientId=${emulated.clientId}&format=txt" -o tokens.txt
printf '%s\\n' a-phone-that-is-gone 'no token' >> tokens.txt
curl -s $HUAWEI/_emulator/trays/$(head -1 tokens.txt); echo

# The recall, and its events until it ends
curl -s -H "Authorization: Bearer $KEY" -H 'Content-Type: text/plain' --data-binary @tokens.txt \\
  "$APP/recalls?notifyId=${NOTIFY_ID}&reason=INC-4711" -o recall.json
ID=$(sed 's/.*"recallId":"\\([^"]*\\)".*/\\1/' recall.json)
curl -sN $APP/recalls/$ID/events

# What the phone shows now; the tokens that were not accepted; the evidence
curl -s $HUAWEI/_emulator/trays/$(head -1 tokens.txt); echo
curl -s -H "Authorization: Bearer $KEY" $APP/recalls/$ID/report
curl -s -H "Authorization: Bearer $KEY" $APP/recalls/$ID/evidence -o evidence.ndjson`;
}

/** What is said once the application listens. */
export const whatToTry = (places: Places): string => `
Huawei is played by an emulator on this machine, at ${places.emulated.url}: a wrong notification lies on
20,000 phones. Take it back, from another shell:

${linesToTry(places)}

All routes: ${places.url}/docs  Health: ${places.url}/health
${places.isOnQueue ? secondProcess(places) : ''}
`;

/** Without the addresses of Redis and PostgreSQL, which may hold passwords. */
function secondProcess({ emulated, apiKey }: Places): string {
  const { HUAWEI_CLIENT_ID, HUAWEI_SERVICE_ACCOUNT, HUAWEI_ENDPOINT } = emulated.settings;
  const settings = {
    HUAWEI_CLIENT_ID,
    HUAWEI_SERVICE_ACCOUNT,
    HUAWEI_ENDPOINT,
    API_KEY: apiKey,
    PORT: '3001',
  };
  const words = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return `
A second process on the same queue, in a shell with the same REDIS_URL and DATABASE_URL:

${words.join(' ')} \\
  pnpm --filter @unpush/example-nestjs start
`;
}
