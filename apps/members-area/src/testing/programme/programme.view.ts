import type { ProgrammeStanding, ReadVersion, VersionRow, WaitingRow } from '@induct/events';
import { britishDate } from '@induct/platform';
import type { SignedInPerson } from '@induct/sign-in';
import { type Column, listView } from '../../lists/list';
import { frozenProgramme } from '../../words/frozen-programme';
import { changesInWords, decisionInWords, groupHref, publicHref, versionTag } from '../../words/programme-versions';

export const PER_PAGE = 25;

/** What the steering group sees: what it was given to decide about, never a draft. */
const isTold = ({ proposedAt }: Pick<VersionRow, 'proposedAt'>): boolean => proposedAt !== null;

const COLUMNS: readonly Column<ProgrammeStanding>[] = [
  {
    head: 'Programme',
    cell: ({ programme, versions }) => {
      const latest = versions.find(isTold);
      const href = latest && groupHref(programme.slug, latest.number);
      return { text: programme.title, classes: 'induct-breaks', ...(href && { href }) };
    },
  },
  {
    head: 'Where it stands',
    cell: ({ versions }) => {
      const latest = versions.find(isTold);
      return latest ? { tag: versionTag(latest.state), more: `Version ${latest.number}` } : 'Nothing is proposed yet';
    },
  },
  { head: 'Planned now', cell: (standing) => changesInWords(standing) ?? '' },
];

/** The programmes, and what waits for the group. */
export function groupView(
  waiting: readonly WaitingRow[],
  found: { rows: ProgrammeStanding[]; total: number; page: number },
) {
  return {
    waiting: waiting.map(({ slug, title, number, proposedAt, decision }) => ({
      href: groupHref(slug, number),
      text: `${title}, version ${number}`,
      since: `Proposed on ${britishDate(proposedAt!)}.`,
      asks: decision ? 'A decision is recorded: it waits to be confirmed.' : 'Please read it before the meeting.',
    })),
    list: listView({
      columns: COLUMNS,
      rows: found.rows,
      caption: 'Programmes, the latest first',
      page: found.page,
      per: PER_PAGE,
      total: found.total,
      href: (nth) => (nth === 1 ? '/testing/programme' : `/testing/programme?page=${nth}`),
    }),
  };
}

/** A version as the group reads it. Undefined: it was never proposed. */
export function groupVersionView({ programme, version, facts }: ReadVersion, reader: SignedInPerson, done: unknown) {
  if (!isTold(version)) return undefined;
  const { decision, state, number } = version;
  const waits = state === 'proposed' && decision !== null && decision.confirmedAt === null;
  const isTester = reader.roles.includes('tester');
  const isOwn = decision?.recordedBy === reader.id;
  return {
    title: programme.title,
    number,
    tag: versionTag(state),
    days: `${britishDate(facts.firstDay)} to ${britishDate(facts.lastDay)}`,
    href: groupHref(programme.slug, number),
    public: state === 'published' ? publicHref(programme.slug) : undefined,
    decision: decisionInWords(decision),
    confirm: waits && isTester && !isOwn ? decision.id : undefined,
    note: noteOf({ waits, isTester, isOwn, isOpen: state === 'proposed' }),
    months: frozenProgramme(facts),
    isConfirmed: done === 'confirmed',
    called: { slug: programme.title },
  };
}

function noteOf(facts: Record<'waits' | 'isTester' | 'isOwn' | 'isOpen', boolean>): string | undefined {
  if (facts.waits && facts.isTester && facts.isOwn)
    return 'You have recorded this decision, so another member of the steering group has to confirm it.';
  if (facts.waits && !facts.isTester) return 'It waits for a member of the steering group to confirm it.';
  if (facts.isOpen && !facts.waits)
    return 'Please read it before the meeting. What the meeting decides is recorded by an officer.';
  return undefined;
}
