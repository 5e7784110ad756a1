import {
  type ClosedWhy,
  type FindingDetail,
  type FindingState,
  findingStateInWords,
  type RoundState,
  SEVERITY_NAMES,
  type Severity,
} from '@induct/steering';

/** How pages name what a finding and a round are. A tag's word says it; its kind only colours it. */
export interface Tag {
  text: string;
  kind: 'done' | 'going' | 'todo' | 'warning' | 'bad';
}

/** What the page of a round is called, there and where it is led back to. */
export const roundTitle = (courseTitle: string, number: number): string => `${courseTitle}: round ${number}`;

/** The round a finding is dealt with in now: the page above it. */
export const roundLink = ({ courseTitle, currentRound }: Pick<FindingDetail, 'courseTitle' | 'currentRound'>) => ({
  href: `/testing/rounds/${currentRound.id}`,
  text: roundTitle(courseTitle, currentRound.number),
});

export const SEVERITY_TAGS: Record<Severity, Tag> = {
  blocking: { text: SEVERITY_NAMES.blocking, kind: 'bad' },
  should_fix: { text: SEVERITY_NAMES.should_fix, kind: 'warning' },
  suggestion: { text: SEVERITY_NAMES.suggestion, kind: 'todo' },
};

/** What each severity means, for those who choose one. */
export const SEVERITY_HINTS: Record<Severity, string> = {
  blocking: 'The module must not be published before this is put right.',
  should_fix: 'It ought to be put right, but need not hold the module up.',
  suggestion: 'An idea to make it better.',
};

export interface FindingStateShown {
  state: FindingState;
  /** Number of the version it is fixed in. */
  fixedIn: number | null;
  settled: boolean;
}

/** Where a finding stands. What was answered for, but is not settled, waits for its author. */
export function stateTag({ state, fixedIn, settled }: FindingStateShown): Tag {
  const text = findingStateInWords({ state, fixedInVersionNumber: fixedIn, settled });
  if (settled) return { text, kind: state === 'fixed' ? 'done' : 'todo' };
  return { text, kind: state === 'fixed' || state === 'will_not_fix' ? 'warning' : 'going' };
}

/** How a round stands, or ended. */
export function roundTag({ state, closedWhy }: { state: RoundState; closedWhy: ClosedWhy | null }): Tag {
  if (state === 'open') return { text: 'Open', kind: 'going' };
  if (closedWhy === 'quorum') return { text: 'Quorum reached', kind: 'done' };
  return closedWhy === 'officer'
    ? { text: 'Closed by an officer', kind: 'todo' }
    : { text: 'Closed without quorum', kind: 'warning' };
}
