import {
  DECISION_NAMES,
  type ProgrammeStanding,
  type StandingDecision,
  VERSION_STATE_NAMES,
  VersionNotFound,
  type VersionState,
} from '@induct/events';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import { counted } from './counted';
import type { Tag } from './tag';

export const programmeHref = (slug: string): string => `/admin/versions/${slug}`;
export const versionHref = (slug: string, number: number): string => `${programmeHref(slug)}/${number}`;
/** Where the steering group reads it. */
export const groupHref = (slug: string, number: number): string => `/testing/programme/${slug}/${number}`;
export const publicHref = (slug: string): string => `/programmes/${slug}`;

const KINDS: Record<VersionState, Tag['kind']> = {
  draft: 'todo',
  proposed: 'going',
  approved: 'warning',
  published: 'done',
  superseded: 'todo',
  returned: 'bad',
  withdrawn: 'todo',
};

/** The state of a version as a tag. */
export const versionTag = (state: VersionState): Tag => ({ text: VERSION_STATE_NAMES[state], kind: KINDS[state] });

/** `2 changes since approved`; undefined: there is nothing to compare. */
export function changesInWords({ changes }: Pick<ProgrammeStanding, 'changes'>): string | undefined {
  if (changes === undefined) return undefined;
  return changes.length === 0 ? 'As approved' : `${counted(changes.length, 'change')} since approved`;
}

/** What was decided of a version, in a sentence; undefined: nothing is recorded. */
export function decisionInWords(decision: StandingDecision | null) {
  if (!decision) return undefined;
  const { meetingOn, recordedByName, recordedAt, confirmedAt, confirmedByName } = decision;
  return {
    what: `${DECISION_NAMES[decision.decision]}, by the meeting of ${britishDate(meetingOn)}`,
    minute: decision.minute,
    recorded: `Recorded by ${recordedByName} at ${britishTimeAndDate(recordedAt)}`,
    confirmed: confirmedAt
      ? `Confirmed by ${confirmedByName} at ${britishTimeAndDate(confirmedAt)}`
      : 'Not confirmed yet: it does not count.',
    isConfirmed: confirmedAt !== null,
  };
}

/** The number of a version in an address. @throws VersionNotFound when it is none */
export function numberIn(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new VersionNotFound();
  return Number(text);
}
