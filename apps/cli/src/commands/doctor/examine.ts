import type { Endpoint } from '@unpush/transport';
import type { LoadedAccount } from '../../connection/service-account.ts';
import type { SettingsWorld } from '../../settings/resolve-settings.ts';
import type { Finding, NamedFinding } from './check.ts';
import { checkClientId } from './checks/client-id.ts';
import { checkConnection, type Route, type RouteQuestion } from './checks/connection.ts';
import { checkEndpoint } from './checks/endpoint.ts';
import { checkJwt } from './checks/jwt.ts';
import { checkKeyFile } from './checks/key-file.ts';
import { checkNodeVersion } from './checks/node-version.ts';
import { checkProbe } from './checks/probe.ts';
import { checkSettings } from './checks/settings.ts';
import { examineNetwork } from './examine-network.ts';
import { named, skip, skipped } from './findings.ts';

/** What is to be examined. */
export interface Patient extends SettingsWorld {
  /** Whether to send a revoke that can touch nobody. */
  readonly probe: boolean;
}

/** Examines everything a recall stands on, one thing after the other; what hangs on a failed one is skipped. */
export async function* examine(patient: Patient): AsyncGenerator<NamedFinding, void, undefined> {
  yield named('Node', checkNodeVersion(process.version));
  const settings = await checkSettings(patient);
  yield named('Settings', settings.finding);
  if (settings.value === undefined) {
    for (const name of [...MUST, ...NETWORK, 'JWT', 'Probe']) yield skipped(name, 'the settings come first');
    return;
  }
  const clientId = checkClientId(settings.value);
  yield named('Client id', clientId.finding);
  const key = await checkKeyFile(settings.value, patient.env);
  yield named('Key', key.finding);
  const endpoint = checkEndpoint(settings.value, patient.flags);
  yield named('Endpoint', endpoint.finding);

  let route: Route | undefined;
  if (endpoint.value === undefined) {
    for (const name of NETWORK) yield skipped(name, 'without an endpoint there is nobody to reach');
  } else {
    const way = {
      settings: settings.value,
      endpoint: endpoint.value,
      clientId: clientId.value,
      env: patient.env,
    };
    route = yield* examineWay(way);
  }

  yield key.value === undefined
    ? skipped('JWT', 'without a key there is nothing to sign with')
    : named('JWT', await checkJwt(key.value.account));
  const parts = { key: key.value, clientId: clientId.value, endpoint: endpoint.value, route };
  yield named('Probe', await examineProbe(patient, parts));
  await route?.send.close();
}

const CONNECT_S = 10;

/** The names of the checks that come after the settings, and of those that need an endpoint. */
const MUST = ['Client id', 'Key', 'Endpoint'] as const;
const NETWORK = ['Connection', 'DNS', 'TCP', 'TLS', 'Answer', 'Clock'] as const;

interface WayQuestion extends RouteQuestion {
  readonly clientId: string | undefined;
}

async function* examineWay(
  question: WayQuestion,
): AsyncGenerator<NamedFinding, Route | undefined, undefined> {
  const { settings, endpoint, clientId } = question;
  const connection = await checkConnection(question);
  yield named('Connection', connection.finding);
  if (connection.value === undefined) {
    for (const name of NETWORK.slice(1)) yield skipped(name, 'the connection cannot be made');
    return undefined;
  }
  const timeoutMs = (settings.timeout?.value ?? CONNECT_S) * 1000;
  yield* examineNetwork({ endpoint, route: connection.value, clientId, timeoutMs });
  return connection.value;
}

interface ProbeParts {
  readonly key: LoadedAccount | undefined;
  readonly clientId: string | undefined;
  readonly endpoint: Endpoint | undefined;
  readonly route: Route | undefined;
}

function examineProbe({ probe }: Patient, parts: ProbeParts): Promise<Finding> | Finding {
  const { key, clientId, endpoint, route } = parts;
  if (!probe) return skip('--probe tries the credentials end to end, on a token that no phone has');
  if (key === undefined || clientId === undefined || endpoint === undefined || route === undefined) {
    return skip('it needs all of client id, key, endpoint and connection');
  }
  return checkProbe({ serviceAccount: key.account, clientId, endpoint, send: route.send });
}
