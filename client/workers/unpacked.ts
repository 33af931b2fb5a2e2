/** What the build puts at the end of the address of a file that it packed. */
const PACKED = /\.deflate$/;

/** Fetches a file that the build packed, as it was before; while the page is developed files are as they are. */
export async function fetchUnpacked(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`${address} answers ${response.status}`);
  if (!PACKED.test(new URL(address, location.href).pathname)) return response.arrayBuffer();
  return new Response(response.body.pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
}
