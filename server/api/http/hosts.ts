import { isIP } from 'node:net';
import { hostname as machineName } from 'node:os';
import type { RequestHandler } from 'express';
import { EntenteError } from '../../core/model/errors.ts';

/** Whether a server answers under a name: a host without its port, in small letters, IPv6 in brackets. */
export type IsServed = (name: string) => boolean;

const HOST = /^(\[[\da-f:.]+\]|[a-z\d._-]+)(:\d{1,5})?$/i;
const LOOPBACK = /^(localhost|([a-z\d-]+\.)+localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Which names a server answers under. A name that anybody can point at this machine would let their page read the
 * answers as its own (DNS rebinding): on a loopback address only its names are served, elsewhere also addresses,
 * which nobody can point elsewhere, and the name of the machine; besides, those that a setting names.
 *
 * @param listening The address or name that the server listens on.
 * @param named The setting: names separated by commas or spaces, `*.example.org` for all below it, `*` for all.
 */
export function servedHosts(listening: string, named: string): IsServed {
  const given = named
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (given.includes('*')) return () => true;
  const own = listening.toLowerCase();
  const local = isLoopback(own);
  const machine = machineName().toLowerCase();
  const names = new Set(local ? given : [...given, own, machine, `${machine}.local`]);
  const endings = given.filter((each) => each.startsWith('*.')).map((each) => each.slice(1));
  return (name) =>
    LOOPBACK.test(name) ||
    names.has(name) ||
    (!local && isIP(name.replace(/^\[|\]$/g, '')) > 0) ||
    endings.some((ending) => name.endsWith(ending));
}

/** Whether only this machine can reach an address to listen on. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host.includes(':') ? `[${host}]` : host.toLowerCase());
}

/** Refuses requests that name their host in no readable way, or one that is not served. */
export function checkHost(isServed: IsServed): RequestHandler {
  return (request, _, next) => {
    const { rawHeaders, headers, httpVersion } = request;
    const given = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
    // What speaks HTTP/1.0 need not say it; no browser does.
    if (given === 0 && httpVersion === '1.0') return next();
    const name = HOST.exec(headers.host ?? '')?.[1]
      ?.toLowerCase()
      .replace(/\.$/, '');
    if (given !== 1 || name === undefined)
      return next(
        new EntenteError(
          'invalid_request',
          'The Host header cannot be read; send it once, as name or name:port.',
        ),
      );
    if (isServed(name)) return next();
    next(
      new EntenteError(
        'misdirected',
        `This server does not answer under the name ${name}. ENTENTE_HOSTS is the setting for the names it answers under.`,
      ),
    );
  };
}
