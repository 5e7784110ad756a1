import type { PageCountEntity } from './page-count.entity';

export type Reader = PageCountEntity['reader'];
export const READERS: readonly Reader[] = ['public', 'member', 'tester', 'officer'];

/** Fewer would tell of single people. */
export const LEAST_SHOWN = 5;

/** Kept so long; the same month a year before can be compared in each of them. */
export const KEPT_MONTHS = 25;

/** What says of itself that nobody reads it, or is a program. */
const PROGRAM =
  /(?<!cu)bot\b|bot[/;)]|crawl|spider|slurp|preview|monitor|uptime|pingdom|curl|wget|python|okhttp|java\/|go-http|axios|node|scan|archiver|validator|facebookexternalhit|headless/i;

/** Of a User-Agent; nothing said counts as a program: every browser says something. */
export const isProgram = (agent: string | undefined): boolean => !agent || PROGRAM.test(agent);

/** Whoever works at the desk is counted there, whatever else they are. */
export function readerOf(roles: readonly string[] | undefined): Reader {
  if (!roles) return 'public';
  if (['officer', 'administrator', 'auditor'].some((role) => roles.includes(role))) return 'officer';
  return roles.includes('tester') ? 'tester' : 'member';
}

/** An answer of the site, as far as it matters here. */
export interface Answered {
  method: string;
  /** As it is declared; undefined where there is no such page. */
  route: string | undefined;
  status: number;
  contentType: string | undefined;
  agent: string | undefined;
  /** A browser that loads a page it may show later. */
  purpose: string | undefined;
}

/** Whether somebody has read a page: not files, not forms that were sent, not programs. */
export const isRead = ({ method, route, status, contentType, agent, purpose }: Answered): boolean =>
  method === 'GET' &&
  route !== undefined &&
  status === 200 &&
  contentType?.startsWith('text/html') === true &&
  !purpose?.includes('prefetch') &&
  !isProgram(agent);

/** A number as it is shown: small ones are not. */
export const shownCount = (count: number): string =>
  count < LEAST_SHOWN ? `fewer than ${LEAST_SHOWN}` : count.toLocaleString('en-GB');
