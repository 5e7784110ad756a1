const YEAR_SECONDS = 31_536_000;

/**
 * On every answer of an origin, the parser's own included; a page or a file may say more, or otherwise. HTTPS once means
 * HTTPS for ever, subdomains as well: on the content origin they are the hosts of versions.
 * @param origin the address people see: `https://…` when a proxy speaks TLS for us
 */
export function alwaysHeaders(origin: string): Record<string, string> {
  return {
    'content-security-policy': `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...transportHeaders(origin),
  };
}

export const transportHeaders = (origin: string): Record<string, string> =>
  origin.startsWith('https:') ? { 'strict-transport-security': `max-age=${YEAR_SECONDS}; includeSubDomains` } : {};
