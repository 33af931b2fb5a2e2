// What `npm run schemas` runs: packages, then the program that writes the published JSON Schemas.
import './plain-end.mjs';
import { pathToFileURL } from 'node:url';
import { prepare } from './prepare.mjs';
import { inProject } from './project.mjs';
import { runNode } from './run.mjs';

await prepare({ built: false });
process.exitCode = await runNode(inProject('node_modules/tsx/dist/cli.mjs'), [
  `--import=${pathToFileURL(inProject('server/setup/plain-end.mjs'))}`,
  inProject('seed/format/write-schemas.ts'),
]);
