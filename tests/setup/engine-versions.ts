/** The releases that everything is tested on: the long-term one and the newest. */
export const ENGINE_VERSIONS = ['5.26.28', '2026.09.0'] as const;
export type EngineVersion = (typeof ENGINE_VERSIONS)[number];
