// What `npm start` runs, on a fresh clone as later: packages, build, server.
import './steps/plain-end.mjs';
import { prepare } from './steps/prepare.mjs';

if (process.argv.includes('--offline')) process.env.ENTENTE_OFFLINE = 'true';
await prepare({ built: true });
// In this very process: one less to keep in memory and to hand signals to.
const { main } = await import('../../dist/server/main.js');
await main();
