import { counted } from '../../words/counted';
import type { Attention, Dated, Waits } from './overview.queries';

type Counts = { [Name in keyof Attention]: Attention[Name] extends number ? Name : never }[keyof Attention];

/** What is counted for a line: what wants attention, and two figures of the members' progress. */
export type TodoCount = Counts | 'retakesOverdue' | 'membersToStart';

/**
 * Why something is done sooner than something else, the most pressing first: it went wrong; the desk is late with it; its day is
 * near; people wait for it; it takes a second person; members are late, whom letters remind. What is left can wait.
 */
export const URGENCIES = ['broken', 'late', 'soon', 'people', 'second', 'members', 'time'] as const;
export type Urgency = (typeof URGENCIES)[number];

interface TodoLine {
  /** There is no line while it is none. */
  of: TodoCount;
  /** While no day of it is near. */
  urgency: Exclude<Urgency, 'soon'>;
  /** What says by when the first of it is to be done. */
  by?: Dated;
  /** What says since when the oldest of it waits. */
  oldest?: Waits;
  text: (count: number, toStart: string) => string;
  /** Where it is done. */
  href: string | ((attention: Attention) => string);
  kind: 'bad' | 'warning' | 'going' | 'todo';
  /** Not for officers only. */
  everybody?: true;
}

/** Whatever may wait for somebody. */
export const TODO_LINES: readonly TodoLine[] = [
  {
    of: 'certificatesFailed',
    urgency: 'broken',
    oldest: 'certificate',
    text: (count) => `${counted(count, 'certificate')} could not be made`,
    href: '/admin/jobs',
    kind: 'bad',
    everybody: true,
  },
  {
    of: 'lettersFailed',
    urgency: 'broken',
    oldest: 'letter',
    text: (count) => `${counted(count, 'letter')} could not be sent`,
    href: '/admin/jobs',
    kind: 'bad',
    everybody: true,
  },
  {
    of: 'changesProposed',
    urgency: 'second',
    oldest: 'change',
    text: (count) => `${counted(count, 'change waits', 'changes wait')} for a second person`,
    href: '/admin/people/waiting',
    kind: 'warning',
    everybody: true,
  },
  {
    of: 'grantedAlone',
    urgency: 'time',
    text: (count) => `${counted(count, 'role was', 'roles were')} given by one person alone`,
    href: '/admin/people/waiting',
    kind: 'warning',
    everybody: true,
  },
  {
    of: 'revocationsProposed',
    urgency: 'second',
    oldest: 'revocation',
    text: (count) => `${counted(count, 'revocation waits', 'revocations wait')} for a second officer`,
    href: '/admin/certificates?state=proposed',
    kind: 'warning',
  },
  {
    of: 'suspensionsProposed',
    urgency: 'second',
    oldest: 'suspension',
    text: (count) => `${counted(count, 'suspension waits', 'suspensions wait')} for a second officer`,
    href: '/admin/certificates?state=suspending',
    kind: 'warning',
  },
  {
    of: 'byHandProposed',
    urgency: 'second',
    oldest: 'by_hand',
    text: (count) => `${counted(count, 'certificate by hand waits', 'certificates by hand wait')} for a second officer`,
    href: '/admin/by-hand',
    kind: 'warning',
  },
  {
    of: 'awardsWaiting',
    urgency: 'people',
    oldest: 'award',
    text: (count) => `${counted(count, 'award waits', 'awards wait')} for a certificate`,
    href: '/admin/batches',
    kind: 'warning',
  },
  {
    of: 'namesToCorrect',
    urgency: 'people',
    oldest: 'name',
    text: (count) => `${counted(count, 'name waits', 'names wait')} to be corrected`,
    href: '/admin/names',
    kind: 'warning',
  },
  {
    of: 'claimsWaiting',
    urgency: 'people',
    oldest: 'claim',
    text: (count) => `${counted(count, 'claim waits', 'claims wait')} for an officer’s decision`,
    href: '/admin/claims',
    kind: 'warning',
  },
  {
    of: 'completionsToLookAt',
    urgency: 'people',
    oldest: 'completion',
    text: (count) =>
      `${counted(count, 'completion is', 'completions are')} hard to believe: no certificate comes of ${count === 1 ? 'it' : 'them'} until an officer has looked`,
    href: '/admin/members/waiting',
    kind: 'warning',
  },
  {
    of: 'uploadsRefused',
    urgency: 'time',
    text: (count) => `${counted(count, 'upload was', 'uploads were')} refused or interrupted in the last week`,
    href: '/admin/uploads',
    kind: 'warning',
  },
  {
    of: 'drafts',
    urgency: 'time',
    oldest: 'draft',
    text: (count) => `${counted(count, 'module has a version', 'modules have a version')} that waits to be published`,
    href: '/admin/modules',
    kind: 'warning',
  },
  {
    of: 'marksProposed',
    urgency: 'second',
    oldest: 'mark',
    text: () => 'Arms or a logo for certificates wait for a second person',
    href: '/admin/council-mark',
    kind: 'warning',
    everybody: true,
  },
  {
    of: 'templatesProposed',
    urgency: 'second',
    oldest: 'template',
    text: (count) =>
      `${counted(count, 'certificate template waits', 'certificate templates wait')} for an administrator who did not write ${count === 1 ? 'it' : 'them'}`,
    href: '/admin/templates',
    kind: 'warning',
    everybody: true,
  },
  {
    of: 'mandatesProposed',
    urgency: 'second',
    oldest: 'mandate',
    text: (count) => `${counted(count, 'mandate waits', 'mandates wait')} for a second person`,
    href: '/admin/mandates',
    kind: 'warning',
  },
  {
    of: 'eventsUnasked',
    urgency: 'time',
    text: (count) =>
      `${counted(count, 'mandatory event is', 'mandatory events are')} asked for by no mandate: nobody is reminded of ${count === 1 ? 'it' : 'them'}`,
    href: '/admin/places-needed',
    kind: 'warning',
  },
  {
    of: 'schemesProposed',
    urgency: 'second',
    oldest: 'scheme',
    text: (count) =>
      `${counted(count, 'scheme waits', 'schemes wait')} for a second officer to adopt ${count === 1 ? 'it' : 'them'}`,
    href: '/admin/schemes',
    kind: 'warning',
  },
  {
    of: 'editionsProposed',
    urgency: 'second',
    oldest: 'register_edition',
    text: () => 'What the register is to be waits for a second officer',
    href: '/admin/register',
    kind: 'warning',
  },
  {
    of: 'accreditationsProposed',
    urgency: 'second',
    oldest: 'statutory_accreditation',
    text: (count) =>
      `${counted(count, 'accreditation by the authority waits', 'accreditations by the authority wait')} for a second officer`,
    href: '/admin/register',
    kind: 'warning',
  },
  {
    of: 'peopleLate',
    urgency: 'members',
    oldest: 'late',
    text: (count) => `${counted(count, 'person has', 'people have')} something that is overdue`,
    href: '/admin/mandates/overdue',
    kind: 'warning',
  },
  {
    of: 'roundsShort',
    urgency: 'time',
    by: 'round',
    text: (count) =>
      `${counted(count, 'test round has', 'test rounds have')} fewer sign-offs than ${count === 1 ? 'it needs' : 'they need'}`,
    href: '/testing#open',
    kind: 'warning',
  },
  {
    of: 'sessionsUnsaid',
    urgency: 'late',
    oldest: 'session',
    text: (count) =>
      `${counted(count, 'session is', 'sessions are')} over, and nobody has said that ${count === 1 ? 'it' : 'they'} took place: nobody is asked how it was`,
    href: ({ unsaidFrom }) => `/admin/programme?from=${unsaidFrom?.slice(0, 7)}&state=confirmed&look=yes`,
    kind: 'warning',
  },
  {
    of: 'programmesApproved',
    urgency: 'time',
    oldest: 'programme',
    text: (count) =>
      `${counted(count, 'version of the programme is', 'versions of the programme are')} approved, and not published yet`,
    href: '/admin/versions',
    kind: 'warning',
  },
  {
    of: 'eventsProposed',
    urgency: 'people',
    oldest: 'proposal',
    text: (count) =>
      `${counted(count, 'proposal for the programme waits', 'proposals for the programme wait')} for an answer`,
    href: '/admin/proposals?state=new',
    kind: 'warning',
  },
  {
    of: 'waitForAPlace',
    urgency: 'people',
    by: 'place',
    text: (count) => `${counted(count, 'person waits', 'people wait')} for a place at a session to come`,
    href: '/admin/programme?state=confirmed',
    kind: 'warning',
  },
  {
    of: 'modulesToReview',
    urgency: 'late',
    text: (count) => `${counted(count, 'module is', 'modules are')} overdue for review`,
    href: '/admin/reviews',
    kind: 'warning',
  },
  {
    of: 'reviewsDue',
    urgency: 'time',
    text: (count) => `${counted(count, 'resource of the library is', 'resources of the library are')} to be reviewed`,
    href: '/admin/library/reviews',
    kind: 'warning',
  },
  {
    of: 'linksBroken',
    urgency: 'time',
    text: (count) => `${counted(count, 'link in the library does', 'links in the library do')} not work any more`,
    href: '/admin/library?wants=link',
    kind: 'warning',
  },
  {
    of: 'retakesOverdue',
    urgency: 'members',
    text: (count) => `${counted(count, 'retake is', 'retakes are')} overdue`,
    href: '/admin/progress?status=retake_overdue',
    kind: 'warning',
  },
  {
    of: 'uploadsRunning',
    urgency: 'time',
    text: (count) => `${counted(count, 'upload is', 'uploads are')} being checked`,
    href: '/admin/uploads',
    kind: 'going',
  },
  {
    of: 'membersToStart',
    urgency: 'time',
    text: (_, toStart) => toStart,
    href: '/admin/progress?status=not_started',
    kind: 'todo',
  },
  {
    of: 'changedByTwo',
    urgency: 'time',
    text: (count) =>
      `${counted(count, 'role, address or rule was', 'roles, addresses or rules were')} changed in the last week`,
    href: '/admin/people/waiting',
    kind: 'going',
    everybody: true,
  },
];
