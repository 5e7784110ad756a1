import type { AskedRequirement, Level } from '@induct/accreditation';
import { readerDate, said, w } from '@induct/platform';
import type { Tag } from '../../words/tag';
import type { StandingModuleRow } from './standing.queries';

const TAGS: Record<Level['state'], Tag> = {
  waiting: { text: 'You have earned it', kind: 'going' },
  valid: { text: 'You have it', kind: 'done' },
  renewable: { text: 'You can renew it', kind: 'warning' },
  over: { text: 'It has run out', kind: 'bad' },
  revoked: { text: 'Not in force', kind: 'bad' },
  suspended: { text: 'Suspended', kind: 'warning' },
  open: { text: 'Not yet', kind: 'todo' },
};

type Asked = readonly Pick<AskedRequirement, 'id' | 'ways'>[];
type Modules = readonly Pick<StandingModuleRow, 'id' | 'slug' | 'title' | 'completedAt'>[];

/** The awards of a member, and what the others ask for. */
export const levelsView = (levels: readonly Level[], asked: Asked, modules: Modules) =>
  levels.map((level) => ({
    name: level.name,
    tag: TAGS[level.state],
    words: sentences(level).join(' '),
    again: againOf(level, asked, modules),
    /** Something has changed about it, or can be done for it: more than that it is there, or not yet. */
    isNews: (level.state !== 'valid' && level.state !== 'open') || level.topUp !== undefined,
  }));

/** The modules that were completed and show it anew: who opens one as ever looks at it, and has shown nothing. */
function againOf({ anew }: Level, asked: Asked, modules: Modules) {
  const courses = new Set(
    asked.filter(({ id }) => anew.includes(id)).flatMap(({ ways }) => ways.map(({ courseId }) => courseId)),
  );
  return modules
    .filter(({ id, completedAt }) => completedAt !== null && courses.has(id))
    .map(({ slug, title }) => ({ title, href: `/modules/${slug}/from-the-beginning` }));
}

function sentences(level: Level): string[] {
  const { topUp } = level;
  if (topUp === undefined) return ofState(level);
  const more = w`It asks for more now: show ${topUp.missing} by ${readerDate(topUp.by)}. You keep it to its last day either way.`;
  return [...ofState(level), more];
}

function ofState({ state, until, opens, missing }: Level): string[] {
  const anew = missing === undefined ? [] : [w`Show anew: ${missing}.`];
  const since = opens === null ? [] : [w`Only what you show from ${readerDate(opens)} on counts for it.`];
  switch (state) {
    case 'open':
      return [
        missing === undefined
          ? said('You have everything for it: it comes in a moment.')
          : w`Still to show: ${missing}.`,
      ];
    case 'waiting':
      return [
        said(
          'An officer has still to issue the certificate: you need do nothing. For an award above it, it counts already.',
        ),
      ];
    case 'valid':
      if (until === null) return [said('Valid, without an end date.')];
      return [
        w`Valid until ${readerDate(until)}.`,
        ...(opens === null ? [] : [w`You can renew it from ${readerDate(opens)}.`]),
      ];
    case 'renewable':
      return [w`Valid until ${until === null ? '' : readerDate(until)}.`, ...anew, ...since];
    case 'over':
      return [w`It was valid until ${until === null ? '' : readerDate(until)}.`, ...anew, ...since];
    case 'suspended':
      return [said('It is suspended: for now it does not count. Democratic Services can tell you why.')];
    case 'revoked':
      return [said('Democratic Services can tell you why.'), ...anew, ...(missing === undefined ? [] : since)];
  }
}
