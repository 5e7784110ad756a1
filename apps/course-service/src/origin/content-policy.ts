import type { HostUse } from '@induct/course';

/** A website that a version's pages may load from, and what. */
export interface PolicyHost {
  host: string;
  uses: readonly HostUse[];
}

/** What each use needs of a browser. Films that are played by scripts, and their subtitles, are fetched. */
const DIRECTIVES: Record<HostUse, readonly string[]> = {
  frames: ['frame-src', 'object-src'],
  media: ['img-src', 'media-src', 'connect-src'],
  styles: ['style-src', 'font-src'],
  scripts: ['script-src', 'connect-src'],
};

/** The module itself: whatever vendors make must run. */
const OWN = "'self' data: blob:";
const OWN_CODE = `${OWN} 'unsafe-inline' 'unsafe-eval'`;

/**
 * The policy of a package's page: its own files, the websites that an officer has agreed to, and nothing else, only inside
 * our player, and without sending forms to anybody.
 * @param isSecure the content origin is https: what a page asks of http: is asked of https: instead
 */
export function contentPolicy(hosts: readonly PolicyHost[], isSecure: boolean): string {
  const sources = new Map<string, Set<string>>();
  for (const { host, uses } of hosts) {
    for (const directive of uses.flatMap((use) => DIRECTIVES[use])) {
      sources.set(directive, (sources.get(directive) ?? new Set()).add(`https://${host}`));
    }
  }
  return [
    `default-src ${OWN_CODE}`,
    ...Array.from(sources, ([directive, from]) => `${directive} ${ownOf(directive)} ${[...from].join(' ')}`).toSorted(),
    // Else it would follow scripts.
    `worker-src ${OWN}`,
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'self'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

const ownOf = (directive: string): string => (/^(script|style)-src$/.test(directive) ? OWN_CODE : OWN);

/** The same policy, with others around the page. @param ancestors as `frame-ancestors` has them */
export const framedBy = (policy: string, ancestors: string): string =>
  policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${ancestors}`);
