/** The address at which the build puts a file. */
declare module '*?url' {
  const url: string;
  export default url;
}

/** The address at which the build puts a file that it packs; `fetchUnpacked` gives it as it was. */
declare module '*?packed' {
  const url: string;
  export default url;
}

/** SQLite without its WebAssembly; the package declares its main entry only. */
declare module 'sql.js/dist/sql-wasm-browser.js' {
  export { default } from 'sql.js';
}

/** The address at which the build puts a worker. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
