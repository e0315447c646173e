export { freePort, isListening } from './free-port.ts';
export { type PostgresServer } from './postgres.ts';
export { type RedisServer } from './redis-server.ts';
export { startServer, type Servers } from './start-server.ts';
