// What `npm run seed` runs: packages, build, then the command with the arguments given.
import './steps/plain-end.mjs';
import { prepare } from './steps/prepare.mjs';

await prepare({ built: true });
const { main } = await import('../../dist/seed/main.js');
process.exitCode = await main(process.argv.slice(2));
