import { isOpen, type ProgrammeStanding, type VersionRow } from '@induct/events';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import { type Column, wholeListView } from '../../lists/list';
import { counted } from '../../words/counted';
import { changesInWords, programmeHref, publicHref, versionHref, versionTag } from '../../words/programme-versions';

export const DONE: Record<string, string> = {
  added: 'The programme is added. Plan its sessions, then make a version of it.',
  changed: 'The programme is changed. The next version will say so.',
};

/** A programme: its versions, and what is planned otherwise by now. */
export function programmeView(standing: ProgrammeStanding, done: unknown) {
  const { programme, versions, changes } = standing;
  const open = versions.find(({ state }) => isOpen(state));
  return {
    title: programme.title,
    days: `${britishDate(programme.firstDay)} to ${britishDate(programme.lastDay)}`,
    href: programmeHref(programme.slug),
    planned: `/admin/programme?from=${programme.firstDay.slice(0, 7)}&to=${programme.lastDay.slice(0, 7)}`,
    published: versions.some(({ state }) => state === 'published') ? publicHref(programme.slug) : undefined,
    next: (versions[0]?.number ?? 0) + 1,
    open: open && { number: open.number, href: versionHref(programme.slug, open.number) },
    says: changesInWords(standing),
    changes: changes ?? [],
    list:
      versions.length > 0
        ? wholeListView(columnsOf(programme.slug), versions, 'Versions, the latest first', { heading: false })
        : undefined,
    banner: DONE[String(done)],
  };
}

const columnsOf = (slug: string): readonly Column<VersionRow>[] => [
  { head: 'Version', cell: ({ number }) => ({ text: `Version ${number}`, href: versionHref(slug, number) }) },
  { head: 'State', cell: ({ state }) => ({ tag: versionTag(state) }) },
  { head: 'Sessions', cell: ({ sessions }) => counted(sessions, 'session') },
  {
    head: 'Made',
    cell: ({ frozenAt, frozenByName }) => ({ text: britishTimeAndDate(frozenAt), more: `by ${frozenByName}` }),
  },
];
