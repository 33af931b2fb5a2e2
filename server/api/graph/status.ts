import type { Status } from '../../core/contract/status.ts';
import { EntenteError } from '../../core/model/errors.ts';
import type { Handler } from '../http/endpoint.ts';
import type { Caller, Services } from '../http/services.ts';

type Held = Pick<Status, 'snapshot' | 'counts' | 'seedCommand'>;
/** What was told last of the data, and at which version: for as long as there is no other, and while the database is away. */
const lastRead = new WeakMap<Services, { version: string; held: Held }>();

/** The command that fills an empty database. */
const SEED_COMMAND = 'npm run seed';

export const statusHandler: Handler<'status'> = {
  name: 'status',
  async answer({ services, caller }) {
    const value = standing(services);
    const { database } = value;
    if (database.state !== 'ready') return { value: { ...value, ...lastRead.get(services)?.held } };
    try {
      return { value: await withCounts(value, services, caller) };
    } catch (cause) {
      if (!(cause instanceof EntenteError) || caller.signal.aborted) throw cause;
      // It went away between the two: the state tells that better than an error would. One that is busy is there.
      const lost = cause.code === 'database_not_ready';
      return {
        value: {
          ...value,
          ...lastRead.get(services)?.held,
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

async function withCounts(value: Status, services: Services, caller: Caller): Promise<Status> {
  const last = lastRead.get(services);
  const { version } = await services.graph.current(caller.signal);
  if (last?.version === version) return { ...value, ...last.held };
  const { value: counts, context } = await services.graph.read(async (reader) => {
    const [row] = await reader.rows('describe/counts');
    return { nodes: Number(row?.nodes ?? 0), edges: Number(row?.edges ?? 0) };
  }, caller);
  const held = {
    snapshot: context.snapshot,
    counts,
    ...(counts.nodes === 0 ? { seedCommand: SEED_COMMAND } : {}),
  };
  lastRead.set(services, { version: context.version, held });
  return { ...value, ...held };
}
