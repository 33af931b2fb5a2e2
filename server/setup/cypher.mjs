// What `npm run cypher` runs.
import { runCommand } from './steps/command.mjs';

await runCommand('seed/script/main.js');
