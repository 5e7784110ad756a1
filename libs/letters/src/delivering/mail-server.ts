import type { Config } from '@induct/platform';

const PATIENCE_MS = 20_000;
const isThisMachine = (host: string): boolean => /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/i.test(host);

/**
 * How the mail server is spoken to. Letters hold links to sign in with: they leave this machine over TLS or not at all, unless
 * SMTP_TLS=optional says that the way is safe otherwise. A mail catcher on this machine needs none. What the address says after
 * its `?` counts for nothing: it could take the checks away.
 */
export function mailServer({ SMTP_URL, SMTP_TLS }: Pick<Config, 'SMTP_TLS'> & { SMTP_URL: string }) {
  const { protocol, hostname, port, username, password } = new URL(SMTP_URL);
  const secure = protocol === 'smtps:';
  return {
    pool: true as const,
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port && { port: Number(port) }),
    secure,
    requireTLS: !secure && SMTP_TLS === 'required' && !isThisMachine(hostname),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    tls: { minVersion: 'TLSv1.2' as const },
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
}
