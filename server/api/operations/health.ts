import { Router } from 'express';
import { operatorRoutes } from '../../core/contract/operators.ts';
import type { DatabaseSource } from '../http/services.ts';

/** Liveness (the process answers) and readiness (it can serve graphs and is not shutting down). */
export function healthRouter(source: DatabaseSource, isDraining: () => boolean): Router {
  const router = Router();
  router.get(operatorRoutes.live.path, (_, response) => {
    response.set('Cache-Control', 'no-store').json({ live: true });
  });
  router.get(operatorRoutes.ready.path, (_, response) => {
    const { state, problem } = source.status();
    const ready = state === 'ready' && !isDraining();
    response.set('Cache-Control', 'no-store').status(ready ? 200 : 503);
    response.json({ ready, database: state, ...(problem && { problem }), draining: isDraining() });
  });
  return router;
}
