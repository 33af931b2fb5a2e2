/** SQLite with its WebAssembly in the same file; the package declares its main entry only. */
declare module 'sql.js/dist/sql-wasm-inline.js' {
  export { default } from 'sql.js';
}
