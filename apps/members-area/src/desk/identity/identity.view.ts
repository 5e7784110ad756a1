import { britishTimeAndDate, type CouncilIdentity, type CouncilRevisionEntity } from '@induct/platform';

/** One thing that a council says of itself, as a person reads it. */
interface Said {
  what: string;
  of: (own: CouncilIdentity) => string;
}

const NONE = 'none';
const LANGUAGES = { en: 'English', 'en-cy': 'English and Welsh' } as const;
const DISTRICTS = { district: 'District', division: 'Division', ward: 'Ward' } as const;

/** What an area that elects members may be called; a template would say the word that was chosen. */
export const districtChoices = (['division', 'ward', 'district'] as const).map((value) => ({
  value,
  text: DISTRICTS[value],
}));

const ALL: readonly Said[] = [
  { what: 'Name', of: ({ name }) => name },
  { what: 'Name in Welsh', of: ({ nameCy }) => nameCy ?? NONE },
  { what: 'Short name', of: ({ shortName }) => shortName },
  { what: 'This website', of: ({ area }) => area },
  { what: 'This website, in Welsh', of: ({ areaCy }) => areaCy },
  { what: 'Who looks after it', of: ({ team }) => team },
  { what: 'Who looks after it, in Welsh', of: ({ teamCy }) => teamCy },
  { what: 'An area that elects members', of: ({ district }) => DISTRICTS[district] },
  { what: 'Languages of the pages', of: ({ languages }) => LANGUAGES[languages] },
  { what: 'Bar at the top', of: ({ bar }) => bar },
  { what: 'Links and buttons', of: ({ action }) => action },
  { what: 'Arms or logo', of: ({ arms }) => (arms ? `${arms.alt}, picture ${arms.picture.slice(0, 8)}` : NONE) },
];

/** What it says now, in rows. */
export const rowsOf = (own: CouncilIdentity) =>
  ALL.map(({ what, of }) => ({ what, text: of(own), isColour: COLOUR.test(of(own)) }));

const COLOUR = /^#[0-9a-f]{6}$/i;

/** What is different, what it was and what it is. */
export const changesBetween = (before: CouncilIdentity, after: CouncilIdentity) =>
  ALL.map(({ what, of }) => ({ what, before: of(before), after: of(after) })).filter((one) => one.before !== one.after);

export interface PastRevision {
  revision: CouncilRevisionEntity;
  own: CouncilIdentity;
}

/**
 * Who has changed what, the latest first.
 * @param past the latest first, with what came before the first of them at the end
 */
export function historyView(
  past: readonly PastRevision[],
  shipped: CouncilIdentity,
  names: ReadonlyMap<string, string>,
) {
  return past.map(({ revision: { revision, changedAt, changedBy, wentBackTo }, own }, at) => ({
    revision,
    when: britishTimeAndDate(changedAt),
    who: changedBy === null ? 'Brought along from an earlier version' : (names.get(changedBy) ?? 'somebody'),
    wentBackTo,
    changes: changesBetween(past[at + 1]?.own ?? shipped, own),
    isCurrent: at === 0,
  }));
}
