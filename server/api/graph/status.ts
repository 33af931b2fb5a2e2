import type { Status } from '../../core/contract/status.ts';
import { EntenteError } from '../../core/model/errors.ts';
import type { Handler } from '../http/endpoint.ts';
import type { Services } from '../http/services.ts';

type Held = Pick<Status, 'snapshot' | 'counts' | 'seedCommand'>;
/** What was told last of the data, for while the database is away. */
const lastRead = new WeakMap<Services, Held>();

/** The command that fills an empty database. */
const SEED_COMMAND = 'npm run seed';

export const statusHandler: Handler<'status'> = {
  name: 'status',
  async answer({ services, signal }) {
    const value = standing(services);
    const { database } = value;
    if (database.state !== 'ready') return { value: { ...value, ...lastRead.get(services) } };
    try {
      return { value: await withCounts(value, services, signal) };
    } catch (cause) {
      if (!(cause instanceof EntenteError) || signal.aborted) throw cause;
      // It went away between the two: the state tells that better than an error would. One that is busy is there.
      const lost = cause.code === 'database_not_ready';
      return {
        value: {
          ...value,
          ...lastRead.get(services),
          ...(lost && { database: { ...database, state: 'lost', problem: cause.message } }),
        },
      };
    }
  },
};

/** Somebody who has mended something, or lost patience, need not wait for the next try. */
export const retryHandler: Handler<'retry'> = {
  name: 'retry',
  async answer({ services }) {
    services.source.hurry?.();
    return { value: standing(services) };
  },
};

function standing({ version, embeds, source }: Services): Status {
  return { product: { name: 'Entente', version }, database: source.status(), embeds };
}

async function withCounts(value: Status, services: Services, signal: AbortSignal): Promise<Status> {
  const { value: counts, context } = await services.graph.read(async (reader) => {
    const [row] = await reader.rows('describe/counts');
    return { nodes: Number(row?.nodes ?? 0), edges: Number(row?.edges ?? 0) };
  }, signal);
  const held = {
    snapshot: context.snapshot,
    counts,
    ...(counts.nodes === 0 ? { seedCommand: SEED_COMMAND } : {}),
  };
  lastRead.set(services, held);
  return { ...value, ...held };
}
