import { counted } from '../../words/counted';
import type { Attention, Waits } from './overview.queries';

type Counts = { [Name in keyof Attention]: Attention[Name] extends number ? Name : never }[keyof Attention];

/** What is counted for a line: what wants attention, and two figures of the members' progress. */
export type TodoCount = Counts | 'retakesOverdue' | 'membersToStart';

interface TodoLine {
  /** There is no line while it is none. */
  of: TodoCount;
  /** What says since when the oldest of it waits. */
  oldest?: Waits;
  text: (count: number, toStart: string) => string;
  /** Where it is done. */
  href: string | ((attention: Attention) => string);
  kind: 'bad' | 'warning' | 'going' | 'todo';
  /** Not for officers only. */
  everybody?: true;
}

/** Whatever may wait for somebody, the most pressing first. */
export const TODO_LINES: readonly TodoLine[] = [
  {
    of: 'certificatesFailed',
    oldest: 'certificate',
    text: (count) => `${counted(count, 'certificate')} could not be made`,
    href: '/admin/jobs',
    kind: 'bad',
    everybody: true,
  },
  {
    of: 'lettersFailed',
    oldest: 'letter',
    text: (count) => `${counted(count, 'letter')} could not be sent`,
    href: '/admin/jobs',
    kind: 'bad',
    everybody: true,
  },
  {
    of: 'changesProposed',
    oldest: 'change',
    text: (count) => `${counted(count, 'change waits', 'changes wait')} for a second person`,
    href: '/admin/people/waiting',
    kind: 'warning',
    everybody: true,
  },
  {
    of: 'grantedAlone',
    text: (count) => `${counted(count, 'role was', 'roles were')} given by one person alone`,
    href: '/admin/people/waiting',
    kind: 'warning',
    everybody: true,
  },
  {
    of: 'revocationsProposed',
    oldest: 'revocation',
    text: (count) => `${counted(count, 'revocation waits', 'revocations wait')} for a second officer`,
    href: '/admin/certificates?state=proposed',
    kind: 'warning',
  },
  {
    of: 'suspensionsProposed',
    oldest: 'suspension',
    text: (count) => `${counted(count, 'suspension waits', 'suspensions wait')} for a second officer`,
    href: '/admin/certificates?state=suspending',
    kind: 'warning',
  },
  {
    of: 'byHandProposed',
    oldest: 'by_hand',
    text: (count) => `${counted(count, 'certificate by hand waits', 'certificates by hand wait')} for a second officer`,
    href: '/admin/by-hand',
    kind: 'warning',
  },
  {
    of: 'awardsWaiting',
    oldest: 'award',
    text: (count) => `${counted(count, 'award waits', 'awards wait')} for a certificate`,
    href: '/admin/batches',
    kind: 'warning',
  },
  {
    of: 'namesToCorrect',
    oldest: 'name',
    text: (count) => `${counted(count, 'name waits', 'names wait')} to be corrected`,
    href: '/admin/names',
    kind: 'warning',
  },
  {
    of: 'claimsWaiting',
    oldest: 'claim',
    text: (count) => `${counted(count, 'claim waits', 'claims wait')} for an officer’s decision`,
    href: '/admin/claims',
    kind: 'warning',
  },
  {
    of: 'completionsToLookAt',
    oldest: 'completion',
    text: (count) =>
      `${counted(count, 'completion is', 'completions are')} hard to believe: no certificate comes of ${count === 1 ? 'it' : 'them'} until an officer has looked`,
    href: '/admin/members/waiting',
    kind: 'warning',
  },
  {
    of: 'uploadsRefused',
    text: (count) => `${counted(count, 'upload was', 'uploads were')} refused or interrupted in the last week`,
    href: '/admin/uploads',
    kind: 'warning',
  },
  {
    of: 'drafts',
    oldest: 'draft',
    text: (count) => `${counted(count, 'module has a version', 'modules have a version')} that waits to be published`,
    href: '/admin/modules',
    kind: 'warning',
  },
  {
    of: 'marksProposed',
    oldest: 'mark',
    text: () => 'Arms or a logo for certificates wait for a second person',
    href: '/admin/council-mark',
    kind: 'warning',
    everybody: true,
  },
  {
    of: 'templatesProposed',
    oldest: 'template',
    text: (count) =>
      `${counted(count, 'certificate template waits', 'certificate templates wait')} for an administrator who did not write ${count === 1 ? 'it' : 'them'}`,
    href: '/admin/templates',
    kind: 'warning',
    everybody: true,
  },
  {
    of: 'mandatesProposed',
    oldest: 'mandate',
    text: (count) => `${counted(count, 'mandate waits', 'mandates wait')} for a second person`,
    href: '/admin/mandates',
    kind: 'warning',
  },
  {
    of: 'eventsUnasked',
    text: (count) =>
      `${counted(count, 'mandatory event is', 'mandatory events are')} asked for by no mandate: nobody is reminded of ${count === 1 ? 'it' : 'them'}`,
    href: '/admin/places-needed',
    kind: 'warning',
  },
  {
    of: 'schemesProposed',
    oldest: 'scheme',
    text: (count) =>
      `${counted(count, 'scheme waits', 'schemes wait')} for a second officer to adopt ${count === 1 ? 'it' : 'them'}`,
    href: '/admin/schemes',
    kind: 'warning',
  },
  {
    of: 'editionsProposed',
    oldest: 'register_edition',
    text: () => 'What the register is to be waits for a second officer',
    href: '/admin/register',
    kind: 'warning',
  },
  {
    of: 'accreditationsProposed',
    oldest: 'statutory_accreditation',
    text: (count) =>
      `${counted(count, 'accreditation by the authority waits', 'accreditations by the authority wait')} for a second officer`,
    href: '/admin/register',
    kind: 'warning',
  },
  {
    of: 'peopleLate',
    oldest: 'late',
    text: (count) => `${counted(count, 'person has', 'people have')} something that is overdue`,
    href: '/admin/mandates/overdue',
    kind: 'warning',
  },
  {
    of: 'sessionsUnsaid',
    oldest: 'session',
    text: (count) =>
      `${counted(count, 'session is', 'sessions are')} over, and nobody has said that ${count === 1 ? 'it' : 'they'} took place: nobody is asked how it was`,
    href: ({ unsaidFrom }) => `/admin/programme?from=${unsaidFrom?.slice(0, 7)}&state=confirmed&look=yes`,
    kind: 'warning',
  },
  {
    of: 'programmesApproved',
    oldest: 'programme',
    text: (count) =>
      `${counted(count, 'version of the programme is', 'versions of the programme are')} approved, and not published yet`,
    href: '/admin/versions',
    kind: 'warning',
  },
  {
    of: 'eventsProposed',
    oldest: 'proposal',
    text: (count) =>
      `${counted(count, 'proposal for the programme waits', 'proposals for the programme wait')} for an answer`,
    href: '/admin/proposals?state=new',
    kind: 'warning',
  },
  {
    of: 'waitForAPlace',
    text: (count) => `${counted(count, 'person waits', 'people wait')} for a place at a session to come`,
    href: '/admin/programme?state=confirmed',
    kind: 'warning',
  },
  {
    of: 'modulesToReview',
    text: (count) => `${counted(count, 'module is', 'modules are')} overdue for review`,
    href: '/admin/reviews',
    kind: 'warning',
  },
  {
    of: 'reviewsDue',
    text: (count) => `${counted(count, 'resource of the library is', 'resources of the library are')} to be reviewed`,
    href: '/admin/library/reviews',
    kind: 'warning',
  },
  {
    of: 'linksBroken',
    text: (count) => `${counted(count, 'link in the library does', 'links in the library do')} not work any more`,
    href: '/admin/library?wants=link',
    kind: 'warning',
  },
  {
    of: 'retakesOverdue',
    text: (count) => `${counted(count, 'retake is', 'retakes are')} overdue`,
    href: '/admin/progress?status=retake_overdue',
    kind: 'warning',
  },
  {
    of: 'uploadsRunning',
    text: (count) => `${counted(count, 'upload is', 'uploads are')} being checked`,
    href: '/admin/uploads',
    kind: 'going',
  },
  {
    of: 'membersToStart',
    text: (_, toStart) => toStart,
    href: '/admin/progress?status=not_started',
    kind: 'todo',
  },
  {
    of: 'changedByTwo',
    text: (count) =>
      `${counted(count, 'role, address or rule was', 'roles, addresses or rules were')} changed in the last week`,
    href: '/admin/people/waiting',
    kind: 'going',
    everybody: true,
  },
];
