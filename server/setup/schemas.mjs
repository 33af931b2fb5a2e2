// What `npm run schemas` runs: packages, then the program that writes the published JSON Schemas.
import './steps/plain-end.mjs';
import { pathToFileURL } from 'node:url';
import { prepare } from './steps/prepare.mjs';
import { inProject } from './steps/project.mjs';
import { runNode } from './steps/run.mjs';

await prepare({ built: false });
process.exitCode = await runNode(inProject('node_modules/tsx/dist/cli.mjs'), [
  `--import=${pathToFileURL(inProject('server/setup/steps/plain-end.mjs'))}`,
  inProject('seed/format/write-schemas.ts'),
]);
