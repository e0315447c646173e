#!/usr/bin/env node
// The whole module, not its names: a name that an older Node does not have would end it before a word is said
import * as nodeModule from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(`error unpush needs Node 22.19 or newer, but this is ${process.versions.node}\n`);
  process.exitCode = 2;
} else {
  // What is loaded after this line comes compiled from the second start on
  nodeModule.enableCompileCache();
  const { main } = await import('./main.ts');
  await main();
}
