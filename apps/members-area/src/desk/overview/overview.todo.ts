import { type Role } from '@induct/people';
import { counted, figure } from '../../words/counted';
import { inWords } from '../../words/deadline';
import { type Figures, type GroupFigures, rowsOf } from '../progress/figures';
import type { Attention, Waits } from './overview.queries';

/** What waits for somebody, the most pressing first. Each line leads to where it is done. */
export function todo(
  attention: Attention,
  figures: Figures,
  groups: readonly GroupFigures[],
  roles: readonly Role[],
  now: Date,
) {
  const { certificatesFailed, lettersFailed, uploadsRefused, uploadsRunning, drafts, revocationsProposed } = attention;
  const { changesProposed, changedByTwo, grantedAlone, completionsToLookAt, mandatesProposed, peopleLate } = attention;
  const { namesToCorrect, suspensionsProposed, byHandProposed, awardsWaiting } = attention;
  const { marksProposed, templatesProposed, waitForAPlace, eventsUnasked } = attention;
  const { claimsWaiting, schemesProposed, editionsProposed, accreditationsProposed } = attention;
  const { eventsProposed, programmesApproved, sessionsUnsaid, unsaidFrom } = attention;
  const { modulesToReview, reviewsDue, linksBroken } = attention;
  const toStart = leftToStart(groups);
  const overdue = rowsOf(figures, 'retake_overdue');
  const lines = [
    {
      count: certificatesFailed,
      oldest: 'certificate' as const,
      text: `${counted(certificatesFailed, 'certificate')} could not be made`,
      href: '/admin/jobs',
      kind: 'bad',
      everybody: true,
    },
    {
      count: lettersFailed,
      oldest: 'letter' as const,
      text: `${counted(lettersFailed, 'letter')} could not be sent`,
      href: '/admin/jobs',
      kind: 'bad',
      everybody: true,
    },
    {
      count: changesProposed,
      oldest: 'change' as const,
      text: `${counted(changesProposed, 'change waits', 'changes wait')} for a second person`,
      href: '/admin/people/waiting',
      kind: 'warning',
      everybody: true,
    },
    {
      count: grantedAlone,
      text: `${counted(grantedAlone, 'role was', 'roles were')} given by one person alone`,
      href: '/admin/people/waiting',
      kind: 'warning',
      everybody: true,
    },
    {
      count: revocationsProposed,
      oldest: 'revocation' as const,
      text: `${counted(revocationsProposed, 'revocation waits', 'revocations wait')} for a second officer`,
      href: '/admin/certificates?state=proposed',
      kind: 'warning',
    },
    {
      count: suspensionsProposed,
      oldest: 'suspension' as const,
      text: `${counted(suspensionsProposed, 'suspension waits', 'suspensions wait')} for a second officer`,
      href: '/admin/certificates?state=suspending',
      kind: 'warning',
    },
    {
      count: byHandProposed,
      oldest: 'by_hand' as const,
      text: `${counted(byHandProposed, 'certificate by hand waits', 'certificates by hand wait')} for a second officer`,
      href: '/admin/by-hand',
      kind: 'warning',
    },
    {
      count: awardsWaiting,
      oldest: 'award' as const,
      text: `${counted(awardsWaiting, 'award waits', 'awards wait')} for a certificate`,
      href: '/admin/batches',
      kind: 'warning',
    },
    {
      count: namesToCorrect,
      oldest: 'name' as const,
      text: `${counted(namesToCorrect, 'name waits', 'names wait')} to be corrected`,
      href: '/admin/names',
      kind: 'warning',
    },
    {
      count: claimsWaiting,
      oldest: 'claim' as const,
      text: `${counted(claimsWaiting, 'claim waits', 'claims wait')} for an officer’s decision`,
      href: '/admin/claims',
      kind: 'warning',
    },
    {
      count: completionsToLookAt,
      oldest: 'completion' as const,
      text: `${counted(completionsToLookAt, 'completion is', 'completions are')} hard to believe: no certificate comes of ${completionsToLookAt === 1 ? 'it' : 'them'} until an officer has looked`,
      href: '/admin/members/waiting',
      kind: 'warning',
    },
    {
      count: uploadsRefused,
      text: `${counted(uploadsRefused, 'upload was', 'uploads were')} refused or interrupted in the last week`,
      href: '/admin/uploads',
      kind: 'warning',
    },
    {
      count: drafts,
      oldest: 'draft' as const,
      text: `${counted(drafts, 'module has a version', 'modules have a version')} that waits to be published`,
      href: '/admin/modules',
      kind: 'warning',
    },
    {
      count: marksProposed,
      oldest: 'mark' as const,
      text: 'Arms or a logo for certificates wait for a second person',
      href: '/admin/council-mark',
      kind: 'warning',
      everybody: true,
    },
    {
      count: templatesProposed,
      oldest: 'template' as const,
      text: `${counted(templatesProposed, 'certificate template waits', 'certificate templates wait')} for an administrator who did not write ${templatesProposed === 1 ? 'it' : 'them'}`,
      href: '/admin/templates',
      kind: 'warning',
      everybody: true,
    },
    {
      count: mandatesProposed,
      oldest: 'mandate' as const,
      text: `${counted(mandatesProposed, 'mandate waits', 'mandates wait')} for a second person`,
      href: '/admin/mandates',
      kind: 'warning',
    },
    {
      count: eventsUnasked,
      text: `${counted(eventsUnasked, 'mandatory event is', 'mandatory events are')} asked for by no mandate: nobody is reminded of ${eventsUnasked === 1 ? 'it' : 'them'}`,
      href: '/admin/places-needed',
      kind: 'warning',
    },
    {
      count: schemesProposed,
      oldest: 'scheme' as const,
      text: `${counted(schemesProposed, 'scheme waits', 'schemes wait')} for a second officer to adopt ${schemesProposed === 1 ? 'it' : 'them'}`,
      href: '/admin/schemes',
      kind: 'warning',
    },
    {
      count: editionsProposed,
      oldest: 'register_edition' as const,
      text: 'What the register is to be waits for a second officer',
      href: '/admin/register',
      kind: 'warning',
    },
    {
      count: accreditationsProposed,
      oldest: 'statutory_accreditation' as const,
      text: `${counted(accreditationsProposed, 'accreditation by the authority waits', 'accreditations by the authority wait')} for a second officer`,
      href: '/admin/register',
      kind: 'warning',
    },
    {
      count: peopleLate,
      oldest: 'late' as const,
      text: `${counted(peopleLate, 'person has', 'people have')} something that is overdue`,
      href: '/admin/mandates/overdue',
      kind: 'warning',
    },
    {
      count: sessionsUnsaid,
      oldest: 'session' as const,
      text: `${counted(sessionsUnsaid, 'session is', 'sessions are')} over, and nobody has said that ${sessionsUnsaid === 1 ? 'it' : 'they'} took place: nobody is asked how it was`,
      href: `/admin/programme?from=${unsaidFrom?.slice(0, 7)}&state=confirmed&look=yes`,
      kind: 'warning',
    },
    {
      count: programmesApproved,
      oldest: 'programme' as const,
      text: `${counted(programmesApproved, 'version of the programme is', 'versions of the programme are')} approved, and not published yet`,
      href: '/admin/versions',
      kind: 'warning',
    },
    {
      count: eventsProposed,
      oldest: 'proposal' as const,
      text: `${counted(eventsProposed, 'proposal for the programme waits', 'proposals for the programme wait')} for an answer`,
      href: '/admin/proposals?state=new',
      kind: 'warning',
    },
    {
      count: waitForAPlace,
      text: `${counted(waitForAPlace, 'person waits', 'people wait')} for a place at a session to come`,
      href: '/admin/programme?state=confirmed',
      kind: 'warning',
    },
    {
      count: modulesToReview,
      text: `${counted(modulesToReview, 'module is', 'modules are')} overdue for review`,
      href: '/admin/reviews',
      kind: 'warning',
    },
    {
      count: reviewsDue,
      text: `${counted(reviewsDue, 'resource of the library is', 'resources of the library are')} to be reviewed`,
      href: '/admin/library/reviews',
      kind: 'warning',
    },
    {
      count: linksBroken,
      text: `${counted(linksBroken, 'link in the library does', 'links in the library do')} not work any more`,
      href: '/admin/library?wants=link',
      kind: 'warning',
    },
    {
      count: overdue,
      text: `${counted(overdue, 'retake is', 'retakes are')} overdue`,
      href: '/admin/progress?status=retake_overdue',
      kind: 'warning',
    },
    {
      count: uploadsRunning,
      text: `${counted(uploadsRunning, 'upload is', 'uploads are')} being checked`,
      href: '/admin/uploads',
      kind: 'going',
    },
    {
      count: toStart.members,
      text: toStart.words,
      href: '/admin/progress?status=not_started',
      kind: 'todo',
    },
  ];
  lines.push({
    count: changedByTwo,
    text: `${counted(changedByTwo, 'role, address or rule was', 'roles, addresses or rules were')} changed in the last week`,
    href: '/admin/people/waiting',
    kind: 'going',
    everybody: true,
  });
  return lines
    .filter(({ count, everybody = false }) => count > 0 && (everybody || roles.includes('officer')))
    .map(({ count, text, href, kind, oldest }) => ({
      text,
      href,
      kind,
      since: sinceWords(count, attention, now, oldest),
    }));
}

/** Who has modules still to start, in all groups together, and what an officer does about it. */
function leftToStart(groups: readonly GroupFigures[]) {
  const some = groups.map(({ toStart }) => toStart).filter(({ members }) => members > 0);
  const members = some.reduce((sum, group) => sum + group.members, 0);
  const least = Math.min(...some.map((group) => group.least));
  const most = Math.max(...some.map((group) => group.most));
  const each = least === most ? figure(most) : `${figure(least)} to ${figure(most)}`;
  const what =
    members === 1 || most === 1 ? `${counted(most, 'module')} still to start` : `modules still to start, ${each} each`;
  const who = counted(members, 'member has', 'members have');
  return { members, words: `${who} ${what}: see which, and ask for what matters by a day` };
}

/** What is not told by when it came. */
const SINCE: Partial<Record<Waits, [one: string, many: string]>> = {
  late: ['It was due', 'The oldest was due'],
  session: ['It ended', 'The first ended'],
  programme: ['It was approved', 'The oldest was approved'],
};

/** How long the oldest of it waits: `The oldest came 17 days ago.` */
function sinceWords(count: number, { oldest }: Attention, now: Date, what?: Waits): string | undefined {
  const since = what && oldest[what];
  if (!since) return undefined;
  const [one, many] = SINCE[what] ?? ['It came', 'The oldest came'];
  return `${count === 1 ? one : many} ${inWords(new Date(since), now)}.`;
}
