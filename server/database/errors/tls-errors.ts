import type { TLSSocket } from 'node:tls';
import type { Refusal } from './sign-in-outcome.ts';

const OWN = 'begin NEO4J_URI with neo4j+ssc:// or bolt+ssc:// if that is its own certificate';

/** What is wrong with a certificate, by the code that OpenSSL or Node gives. Any other means that nobody vouches for it. */
const CERTIFICATES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: `The certificate of the database at NEO4J_URI has expired: renew it there; until then ${OWN}.`,
  CERT_NOT_YET_VALID:
    "The certificate of the database at NEO4J_URI is not valid yet: set this machine's clock, or renew the certificate.",
  CERT_REVOKED: 'The certificate of the database at NEO4J_URI was revoked: renew it there.',
  ERR_TLS_CERT_ALTNAME_INVALID: `The certificate of the database is for another name than the one in NEO4J_URI: write the name of the certificate into NEO4J_URI, or ${OWN}.`,
};
const UNTRUSTED = `The certificate of the database at NEO4J_URI comes from nobody that this machine trusts: name its authority in NODE_EXTRA_CA_CERTS, or ${OWN}.`;

/** What is wrong with the certificate that a server showed; nothing when it is good. */
export function certificateFault(socket: TLSSocket): Refusal | undefined {
  if (socket.authorized) return undefined;
  // Of one that is untrusted as well, the end of its time is what its owner can mend.
  const expired = Date.parse(socket.getPeerCertificate().valid_to) < Date.now();
  const code = expired ? 'CERT_HAS_EXPIRED' : String(socket.authorizationError);
  return { outcome: 'refused', reason: CERTIFICATES[code] ?? UNTRUSTED };
}

/** The other side answers a TLS handshake with something else, or hangs up. */
export function noTls(): Refusal {
  const reason =
    'The database at NEO4J_URI does not speak TLS at that port: begin NEO4J_URI with neo4j:// or bolt://, or correct its port.';
  return { outcome: 'refused', reason };
}
