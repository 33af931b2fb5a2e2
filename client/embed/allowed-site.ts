/**
 * Whether a site is named by a setting, such as `https://example.org https://*.example.com http://localhost:*`.
 *
 * @param origin Of the site.
 * @param hosts The setting, in the form of the policy's `frame-ancestors`; `*` names nobody.
 * @param own The origin of the server, whose own page is always told all.
 */
export function isNamed(origin: string, hosts: string, own: string): boolean {
  if (origin === own) return true;
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  return hosts.split(' ').some((each) => {
    const anyPort = each.endsWith(':*');
    // A name below the one that is given stands for all of them.
    const sample = (anyPort ? each.slice(0, -2) : each).replace('://*.', '://any.');
    if (!/^https?:/.test(sample) || !URL.canParse(sample)) return false;
    const wanted = new URL(sample);
    if (given.protocol !== wanted.protocol || !(anyPort || given.port === wanted.port)) return false;
    return each.includes('://*.')
      ? given.hostname.endsWith(wanted.hostname.slice('any'.length))
      : given.hostname === wanted.hostname;
  });
}
