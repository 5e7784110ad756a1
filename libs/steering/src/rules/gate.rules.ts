import type { VersionStanding, VersionState } from '@induct/course';
import type { Finding } from './finding';
import type { GateAnswer, Refusal } from './gate-answer';
import type { Round, SignOff } from './round';
import { signedOff } from './round.rules';

/** A version as the gate sees it. */
export type VersionAtGate = Pick<VersionStanding, 'id' | 'number' | 'state' | 'packageSha256'>;

/** The last round on the version, with what its testers say. */
export interface RoundAtGate extends Pick<Round, 'id' | 'number' | 'state' | 'quorum' | 'deadline' | 'packageSha256'> {
  signOffs: readonly Pick<SignOff, 'decision' | 'packageSha256'>[];
  testers: number;
}

/** A finding of the course whose severity is blocking. */
export interface BlockingAtGate extends Pick<Finding, 'id' | 'number'> {
  /** Of the version it was found in. */
  foundIn: number;
  /** Of the version it was fixed in; null when it was not. */
  fixedIn: number | null;
  settled: boolean;
}

/**
 * Whether a blocking finding stands in a version's way: as long as it is not settled, and, once it was fixed in a newer
 * version, for the versions from the one it was found in up to the one before the fix.
 */
export function blocks(finding: Omit<BlockingAtGate, 'id' | 'number'>, versionNumber: number): boolean {
  if (!finding.settled) return true;
  return finding.fixedIn !== null && finding.foundIn <= versionNumber && versionNumber < finding.fixedIn;
}

/** Whether the round closed because enough of its testers signed off exactly these bytes. */
export const passed = (round: RoundAtGate | undefined, version: Pick<VersionAtGate, 'packageSha256'>): boolean =>
  round?.state === 'closed' && signedOff(round.signOffs, version.packageSha256) >= round.quorum;

/** Where a version stands: what members see (or saw) aside, it follows from its last round and the blocking findings. */
export function versionState(
  version: VersionAtGate,
  round: RoundAtGate | undefined,
  blocking: readonly BlockingAtGate[],
): VersionState {
  if (version.state === 'published') return 'published';
  if (round?.state === 'open') return 'in_testing';
  if (version.state === 'retired') return 'retired';
  if (!passed(round, version)) return 'draft';
  return blocking.some((finding) => blocks(finding, version.number)) ? 'in_testing' : 'approved';
}

/** Whether a version may be published, and if not, every reason with the page that mends it. */
export function gateAnswer(
  slug: string,
  version: VersionAtGate,
  round: RoundAtGate | undefined,
  blocking: readonly BlockingAtGate[],
): GateAnswer {
  const page = `/admin/modules/${slug}/versions/${version.number}`;
  const refusals: Refusal[] = [];
  if (version.state === 'published') {
    refusals.push({ code: 'published', words: 'This version is published already.', href: page });
  }
  if (!round) {
    refusals.push({ code: 'no_round', words: 'Nobody has tested this version.', href: `${page}/round` });
  } else if (round.state === 'open') {
    refusals.push({
      code: 'round_open',
      words: `Round ${round.number} is still open: ${signOffs(round, version)}.`,
      href: `/testing/rounds/${round.id}`,
    });
  } else if (!passed(round, version)) {
    refusals.push({
      code: 'no_quorum',
      words: `Round ${round.number} closed without its quorum: ${signOffs(round, version)}.`,
      href: `${page}/round`,
    });
  }
  for (const finding of blocking.filter((each) => blocks(each, version.number))) {
    const words = finding.settled
      ? `Finding ${finding.number} is blocking, and fixed only in version ${finding.fixedIn}.`
      : `Finding ${finding.number} is blocking and not settled.`;
    refusals.push({ code: 'blocking_finding', words, href: `/testing/findings/${finding.id}` });
  }
  return {
    open: refusals.length === 0,
    refusals,
    ...(round && {
      round: {
        id: round.id,
        number: round.number,
        state: round.state,
        quorum: round.quorum,
        signedOff: signedOff(round.signOffs, version.packageSha256),
        testers: round.testers,
        deadline: round.deadline,
      },
    }),
  };
}

const signOffs = (round: RoundAtGate, version: VersionAtGate): string =>
  `${signedOff(round.signOffs, version.packageSha256)} of ${round.quorum} needed sign-offs`;

/** An override takes two people: an administrator who proposes it and an officer who is somebody else. */
export const mayConfirmOverride = (override: { proposedBy: string }, by: string): boolean => override.proposedBy !== by;

/** Characters of an override's reason, at least. */
export const OVERRIDE_REASON = 20;
