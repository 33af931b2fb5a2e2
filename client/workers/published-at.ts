/**
 * Where the published folder is whose page this is, relative to it, such as `../`; undefined where a server gives the
 * page.
 */
export const PUBLISHED_AT: string | undefined = document.documentElement.dataset.published;
