import './plain-end.mjs';
import { main } from '../../main.ts';

await main({ clientFolder: process.env.ENTENTE_DEVELOPMENT_PAGE });
