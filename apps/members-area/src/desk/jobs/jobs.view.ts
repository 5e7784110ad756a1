import type { FailedJob } from '@induct/accreditation';
import type { WayOut } from '@induct/letters';
import { type Role } from '@induct/people';
import { britishTimeAndDate } from '@induct/platform';
import { counted } from '../../words/counted';
import { type PlainReason, plainReason } from './plain-reason';

export interface QueueCounts {
  name: string;
  waiting: number;
  active: number;
}

const QUEUE_NAMES: Record<string, string> = {
  certificates: 'Certificates',
  handbooks: 'Printed handbooks',
  mail: 'Letters',
  programmes: 'Printed programmes',
  reports: 'Reports',
  sheets: 'Sign-in sheets',
  templates: 'Previews of templates',
};

/** Said after a retry, when the page is shown again. */
export const RETRIED = 'It is tried again. If it succeeds, it disappears from this list.';

/** How letters leave the house. */
const WAYS_OUT: Record<WayOut, string> = {
  notify:
    'Letters are sent by GOV.UK Notify. What becomes of each is in the council’s account there, under the number of the letter.',
  'mail-server': 'Letters are sent by the council’s mail server.',
  nowhere: 'Letters are written down and sent to nobody: neither a mail server nor GOV.UK Notify is set.',
};

/** Letters of a name tell the name. */
const withoutName = (error: string) => error.replace(/(in the holder’s name): [^;]+/g, '$1: some letters');

/** So many are shown, the newest; they are read by cause. */
export const MOST_SHOWN = 100;

interface Kind {
  /** `12 letters could not be sent`. */
  what: (count: number) => string;
  /** Whether anybody waits for it. */
  waits: (count: number) => string;
  path: string;
}

const KINDS: Record<FailedJob['kind'], Kind> = {
  certificate: {
    what: (count) => `${count === 1 ? 'A certificate' : counted(count, 'certificate')} could not be made`,
    waits: (count) =>
      count === 1
        ? 'Its holder waits for the document. Nothing is lost: the award and its number are recorded, and count.'
        : 'Their holders wait for the documents. Nothing is lost: the awards and their numbers are recorded, and count.',
    path: 'certificates',
  },
  mail: {
    what: (count) => `${count === 1 ? 'A letter' : counted(count, 'letter')} could not be sent`,
    waits: (count) =>
      count === 1 ? 'Whoever it is for does not know what it says.' : 'Those they are for do not know what they say.',
    path: 'letters',
  },
};

/** Everything the page shows. Only officers see what a job is about. */
export function jobsView(
  jobs: readonly FailedJob[],
  queues: readonly QueueCounts[],
  roles: readonly Role[],
  way: WayOut,
) {
  const officer = roles.includes('officer');
  const busy = queues.filter(({ waiting, active }) => waiting + active > 0);
  return {
    causes: byCause(jobs.slice(0, MOST_SHOWN), officer),
    more:
      jobs.length > MOST_SHOWN
        ? `These are the ${MOST_SHOWN} newest. Older ones follow once they are tried again.`
        : undefined,
    queues: busy.map(({ name, waiting, active }) => ({
      name: QUEUE_NAMES[name] ?? name,
      says: `${active} at work, ${waiting} waiting`,
    })),
    named: officer,
    way: WAYS_OUT[way],
    board: roles.includes('administrator'),
  };
}

/** What failed for the same reason is one thing to do; the newest first. */
function byCause(jobs: readonly FailedJob[], officer: boolean) {
  const causes = new Map<string, { reason: PlainReason; jobs: FailedJob[] }>();
  for (const job of jobs) {
    const reason = plainReason(officer ? job.error : withoutName(job.error));
    const key = `${job.kind} ${reason.says}`;
    const cause = causes.get(key) ?? { reason, jobs: [] };
    causes.set(key, { ...cause, jobs: [...cause.jobs, job] });
  }
  return [...causes.values()].map(({ reason, jobs: own }) => {
    const { what, waits } = KINDS[own[0]!.kind];
    return {
      ...reason,
      title: what(own.length),
      waits: waits(own.length),
      oldest: own.length > 1 ? `The oldest waits since ${britishTimeAndDate(own.at(-1)!.since)}.` : undefined,
      jobs: own.map((job) => jobView(job, officer)),
    };
  });
}

const jobView = ({ kind, id, about, attempts, since }: FailedJob, officer: boolean) => ({
  name: `${KINDS[kind].path}:${id}`,
  about: officer ? about : undefined,
  aboutHref: officer && kind === 'certificate' ? `/admin/certificates/${about}` : undefined,
  tried: `Tried ${counted(attempts, 'time')}, waiting since ${britishTimeAndDate(since)}.`,
  retry: `/admin/jobs/${KINDS[kind].path}/${id}/retry`,
});
