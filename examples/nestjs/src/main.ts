import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { emulateHuawei } from './play/emulated-huawei.ts';
import { whatToTry } from './play/what-to-try.ts';

// @nestjs/config reads it too, but only after it was decided whom this application speaks to
if (existsSync('.env')) process.loadEnvFile();
const { env } = process;
const { HUAWEI_CLIENT_ID, EMULATOR_PORT = '4400' } = env;
const emulated =
  HUAWEI_CLIENT_ID === undefined ? await emulateHuawei({ port: Number(EMULATOR_PORT) }) : undefined;
if (emulated !== undefined) {
  // As a team would set them: the application itself knows of no emulator
  Object.assign(env, emulated.settings);
  env['API_KEY'] ??= randomBytes(16).toString('hex');
  process.once('exit', () => {
    rmSync(emulated.folder, { recursive: true, force: true });
  });
}

// The module reads the settings as soon as it is loaded
const { createApp } = await import('./create-app.ts');
const app = await createApp();
await app.listen(env['PORT'] ?? 3000);

if (emulated !== undefined) {
  const url = `http://localhost:${new URL(await app.getUrl()).port}`;
  process.stdout.write(
    whatToTry({ url, emulated, apiKey: env['API_KEY'] ?? '', isOnQueue: env['REDIS_URL'] !== undefined }),
  );
}
