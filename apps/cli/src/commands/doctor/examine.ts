import type { Endpoint } from '@unpush/transport';
import type { SettingsWorld } from '../../settings/resolve-settings.ts';
import { SETTINGS } from '../../settings/words.ts';
import { DEFAULT_VENDOR } from '../../settings/defaults.ts';
import { DOORS } from '../../vendors/doors.ts';
import { findDoor } from '../../vendors/open-door.ts';
import type { DoctorRoom, Identity } from '../../vendors/rooms/doctor-room.ts';
import type { Finding, NamedFinding } from '../../findings/finding.ts';
import { checkConnection, type Route, type RouteQuestion } from './checks/connection.ts';
import { checkEndpoint } from './checks/endpoint.ts';
import { checkNodeVersion } from './checks/node-version.ts';
import { checkSettings, type CheckedSettings } from './checks/settings.ts';
import { examineNetwork, type Way } from './examine-network.ts';
import { named, skip, skipped } from '../../findings/findings.ts';

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
  if (settings.value === undefined) yield* skipAll(patient);
  else yield* examineApp(patient, settings.value);
}

/** Without settings nobody knows the vendor either: what is skipped is called as the likeliest one calls it. */
async function* skipAll({ flags, env }: Patient): AsyncGenerator<NamedFinding, void, undefined> {
  const asked = flags['vendor'] ?? env[SETTINGS.vendor.variable];
  const meant = typeof asked === 'string' ? await findDoor(asked) : undefined;
  const door = meant ?? (await DOORS[DEFAULT_VENDOR].load());
  const { identity, signature } = await door.doctor();
  for (const name of [...identity, 'Endpoint', ...NETWORK, signature, 'Probe'])
    yield skipped(name, 'the settings come first');
}

async function* examineApp(
  patient: Patient,
  { settings, door }: CheckedSettings,
): AsyncGenerator<NamedFinding, void, undefined> {
  const { env, flags } = patient;
  const room = await door.doctor();
  const identity = yield* room.identify(settings, env);
  const endpoint = checkEndpoint(settings, { room: await door.connection(), flags, owner: room.owner });
  yield named('Endpoint', endpoint.finding);

  let route: Route | undefined;
  if (endpoint.value === undefined) {
    for (const name of NETWORK) yield skipped(name, 'without an endpoint there is nobody to reach');
  } else {
    const question = { settings, endpoint: endpoint.value, env };
    const clock = {
      dated: door.words.credential.many,
      toleranceMs: room.clockToleranceMs,
      isCorrected: room.correctsClock === true,
    };
    route = yield* examineWay(question, { path: identity.path, clock });
  }

  yield named(room.signature, await identity.sign());
  const parts = { room, identity, endpoint: endpoint.value, route };
  yield named('Probe', await examineProbe(patient, parts));
  await route?.send.close();
}

const CONNECT_S = 10;

/** The names of the checks that need an endpoint. */
const NETWORK = ['Connection', 'DNS', 'TCP', 'TLS', 'Answer', 'Clock'] as const;

async function* examineWay(
  question: RouteQuestion,
  known: Pick<Way, 'path' | 'clock'>,
): AsyncGenerator<NamedFinding, Route | undefined, undefined> {
  const { settings, endpoint } = question;
  const connection = await checkConnection(question);
  yield named('Connection', connection.finding);
  if (connection.value === undefined) {
    for (const name of NETWORK.slice(1)) yield skipped(name, 'the connection cannot be made');
    return undefined;
  }
  const timeoutMs = (settings.timeout?.value ?? CONNECT_S) * 1000;
  yield* examineNetwork({ endpoint, route: connection.value, timeoutMs, ...known });
  return connection.value;
}

interface ProbeParts {
  readonly room: DoctorRoom;
  readonly identity: Identity;
  readonly endpoint: Endpoint | undefined;
  readonly route: Route | undefined;
}

function examineProbe({ probe }: Patient, parts: ProbeParts): Promise<Finding> | Finding {
  const { room, identity, endpoint, route } = parts;
  if (!probe) return skip(`--probe ${room.probe.does}`);
  if (identity.probe === undefined || endpoint === undefined || route === undefined) {
    return skip(`it needs all of ${room.probe.needs}, endpoint and connection`);
  }
  return identity.probe({ endpoint, send: route.send });
}
