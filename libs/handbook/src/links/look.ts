import type { LinkCheckEntity } from '../library/link-check.entity';
import type { LinkOutcome } from '../library/link-state';

/** What came of one look at an address. */
export interface Look {
  outcome: LinkOutcome;
  why: 'no-name' | 'no-answer' | 'certificate' | 'status' | 'redirects' | 'address' | null;
  /** Of the last answer; null without one. */
  status: number | null;
}

export const NOT_PUBLIC: Look = { outcome: 'not_public', why: null, status: null };

const SIGN_IN = [401, 403, 407];
/** Those that say that there is nothing, or that the server cannot; all others above 399 may be for programs alone. */
const isFailure = (status: number): boolean => status === 404 || status === 410 || status >= 500;

export function lookOfStatus(status: number): Look {
  if (status >= 200 && status < 400) return { outcome: 'works', why: null, status };
  if (SIGN_IN.includes(status)) return { outcome: 'needs_sign_in', why: null, status };
  return { outcome: isFailure(status) ? 'fails' : 'unsure', why: 'status', status };
}

/** Nobody's browser goes on from these; one that cannot be followed to its root, browsers often put right by themselves. */
const BAD_CERTIFICATES = ['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'DEPTH_ZERO_SELF_SIGNED_CERT'];
const ODD_CERTIFICATES = ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'];

export function lookOfError(error: unknown): Look {
  const code = String((error as NodeJS.ErrnoException | undefined)?.code);
  const of = (outcome: LinkOutcome, why: Look['why']): Look => ({ outcome, why, status: null });
  if (code === 'ENOTFOUND' || code === 'EAI_NODATA') return of('fails', 'no-name');
  if (BAD_CERTIFICATES.includes(code)) return of('fails', 'certificate');
  if (ODD_CERTIFICATES.some((one) => code.startsWith(one))) return of('unsure', 'certificate');
  return of('fails', 'no-answer');
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Until the next look, in days. What fails is looked at daily, so that it is told of after three days and no later. */
const AGAIN_AFTER: Record<LinkOutcome, number> = { works: 7, needs_sign_in: 7, not_public: 7, unsure: 2, fails: 1 };

/** What is known of an address after a look. @param before since when it fails already */
export function afterLook(
  url: string,
  look: Look,
  { before, now }: { before: Date | null; now: Date },
): LinkCheckEntity {
  const { outcome, why, status } = look;
  return {
    url,
    checkedAt: now,
    nextAt: new Date(now.getTime() + AGAIN_AFTER[outcome] * DAY_MS),
    outcome,
    why,
    status,
    failingSince: outcome === 'fails' ? (before ?? now) : null,
  };
}

/** Servers that cannot be reached at all, of more than one host, and none that can: then it is we who are cut off. */
export function areWeCutOff(looks: readonly { url: string; look: Look }[]): boolean {
  const hosts = new Set(looks.map(({ url }) => new URL(url).host));
  return hosts.size > 1 && looks.every(({ look }) => look.why === 'no-name' || look.why === 'no-answer');
}
