import type { Refusal } from './reach.ts';

const OWN = 'begin NEO4J_URI with neo4j+ssc:// or bolt+ssc:// if that is its own certificate';

/** What is wrong with a certificate, by the code that OpenSSL or Node gives. */
const CERTIFICATES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: `The certificate of the database at NEO4J_URI has expired: renew it there; until then ${OWN}.`,
  CERT_NOT_YET_VALID:
    "The certificate of the database at NEO4J_URI is not valid yet: set this machine's clock, or renew the certificate.",
  CERT_REVOKED: 'The certificate of the database at NEO4J_URI was revoked: renew it there.',
  ERR_TLS_CERT_ALTNAME_INVALID: `The certificate of the database is for another name than the one in NEO4J_URI: write the name of the certificate into NEO4J_URI, or ${OWN}.`,
};
const UNTRUSTED = `The certificate of the database at NEO4J_URI comes from nobody that this machine trusts: name its authority in NODE_EXTRA_CA_CERTS, or ${OWN}.`;

/** What a failed TLS handshake means. */
export function tlsRefusal({ code = '' }: NodeJS.ErrnoException): Refusal {
  const known = CERTIFICATES[code];
  if (known) return { outcome: 'refused', reason: known };
  const untrusted = /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_UNTRUSTED|CERT_CHAIN|INVALID_CA/.test(code);
  return untrusted ? { outcome: 'refused', reason: UNTRUSTED } : noTls();
}

/** The other side answers a TLS handshake with something else, or hangs up. */
export function noTls(): Refusal {
  const reason =
    'The database at NEO4J_URI does not speak TLS at that port: begin NEO4J_URI with neo4j:// or bolt://, or correct its port.';
  return { outcome: 'refused', reason };
}
