import type { FailedJob } from '@induct/accreditation';
import type { WayOut } from '@induct/letters';
import { type Role } from '@induct/people';
import { britishTimeAndDate } from '@induct/platform';
import { counted } from '../../words/counted';
import { plainReason } from './plain-reason';

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

/** Everything the page of failed jobs shows. Only officers see what a job is about. */
export function jobsView(
  jobs: readonly FailedJob[],
  queues: readonly QueueCounts[],
  roles: readonly Role[],
  way: WayOut,
) {
  const officer = roles.includes('officer');
  return {
    jobs: jobs.map(({ kind, id, about, error, attempts, since }) => ({
      title: kind === 'certificate' ? 'A certificate could not be made' : 'A letter could not be sent',
      about: officer ? about : undefined,
      aboutHref: officer && kind === 'certificate' ? `/admin/certificates/${about}` : undefined,
      ...plainReason(officer ? error : withoutName(error)),
      tried: `Tried ${counted(attempts, 'time')}, waiting since ${britishTimeAndDate(since)}.`,
      retry: `/admin/jobs/${kind === 'certificate' ? 'certificates' : 'letters'}/${id}/retry`,
    })),
    queues: queues.map(({ name, waiting, active }) => ({
      name: QUEUE_NAMES[name] ?? name,
      says: waiting + active === 0 ? 'nothing to do' : `${active} at work, ${waiting} waiting`,
    })),
    way: WAYS_OUT[way],
    board: roles.includes('administrator'),
  };
}
