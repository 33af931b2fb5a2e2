import type { Status } from '../../../server/core/contract/status.ts';
import { useExplorerState } from '../common/context.ts';

const WHO: Readonly<Record<Exclude<Status['embeds'], 'everybody'>, string>> = {
  nobody:
    'No other site may show embeds of this server yet: start it with ENTENTE_FRAME_ANCESTORS set to the address of ' +
    'the site, such as https://example.org.',
  named: 'Only the sites that ENTENTE_FRAME_ANCESTORS names may show it; another one is added there.',
};

/** Tells who may show what is embedded, and how that is changed. */
export function ShareWho() {
  const embeds = useExplorerState((state) => state.status?.embeds);
  if (embeds === undefined || embeds === 'everybody') return null;
  return <p className="share-who">{WHO[embeds]}</p>;
}
