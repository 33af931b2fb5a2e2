import { parentPort } from 'node:worker_threads';
import { createNames, type Names } from '../../core/answers/names.ts';
import { stepBehind } from '../../threads/behind.ts';
import type { ThreadAnswer } from '../../threads/thread.ts';
import type { SearchFound, SearchWork } from './search.ts';

stepBehind();

/** Of the data as they are, and as they were while those are being taken in. */
const VERSIONS = 2;
const kept = new Map<string, Names>();
const whole = new Set<string>();

function answer(work: SearchWork): SearchFound {
  if ('find' in work) {
    const names = whole.has(work.version) ? kept.get(work.version) : undefined;
    return names?.find(work.find, work.limit);
  }
  const names = work.isFirst ? createNames() : (kept.get(work.version) ?? createNames());
  kept.set(work.version, names);
  names.add(work.names);
  if (work.isLast) whole.add(work.version);
  for (const version of [...kept.keys()].slice(0, -VERSIONS)) {
    kept.delete(version);
    whole.delete(version);
  }
  return undefined;
}

const say = (said: ThreadAnswer<SearchFound>) => parentPort?.postMessage(said);

parentPort?.on('message', (work: SearchWork) => {
  try {
    say({ result: answer(work) });
  } catch (fault) {
    say({ fault });
  }
});
parentPort?.postMessage('started');
