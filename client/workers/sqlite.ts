import sqliteAddress from 'sql.js/dist/sql-wasm-browser.wasm?packed';
import { fetchUnpacked } from './unpacked.ts';

/**
 * Opens SQLite, as its package does with its WebAssembly in the same script: the build puts this in the place of that,
 * as the script is twice as large.
 */
export default async function openSqlite() {
  const [{ default: open }, wasmBinary] = await Promise.all([
    import('sql.js/dist/sql-wasm-browser.js'),
    fetchUnpacked(sqliteAddress),
  ]);
  return open({ wasmBinary });
}
