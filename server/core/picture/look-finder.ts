import { findGroups } from './find-groups.ts';
import { areFound, findLooks } from './find-looks.ts';
import type { Looking } from './state.ts';

/** Finds looks and groups other than the usual. */
export const looking: Looking = { looks: findLooks, groups: findGroups, found: areFound };
