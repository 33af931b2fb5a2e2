import { directionOf, weightSum } from '../../../../server/core/reading/network.ts';
import { type ReadOptions, readFiles } from '../../../../server/core/reading/read.ts';

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** Reads files given by name and content. */
export function read(files: Readonly<Record<string, string | Uint8Array>>, options?: ReadOptions) {
  return readFiles(
    Object.entries(files).map(([name, content]) => ({ name, bytes: bytesOf(content) })),
    options,
  );
}

/** What a file holds, in short. */
export async function inShort(name: string, content: string | Uint8Array, options?: ReadOptions) {
  const network = await read({ [name]: content }, options);
  const { format, nodes, edges } = network;
  return [format, nodes.length, edges.length, directionOf(network), weightSum(network)];
}

/** Why a file is refused: each place and what is said of it. */
export async function refusalOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options?: ReadOptions,
): Promise<string> {
  try {
    await read(files, options);
  } catch (error) {
    const { details } = error as { details?: { path: string; message: string }[] };
    if (details) return details.map(({ path, message }) => `${path} ${message}`).join('\n');
    throw error;
  }
  return 'not refused';
}
