/** The address at which the build puts a file. */
declare module '*?url' {
  const url: string;
  export default url;
}

/** The address at which the build puts a worker. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
