import type { VersionComparison } from './compare-versions';
import { capital, counted, few, quoted } from './phrases';
import type { SavedPlace, SavedPlaceReason } from './saved-places';

const OVERALL: Record<SavedPlace, string> = {
  understood: 'Bookmarks and answers saved in version OLD are understood by this one: its content is the same.',
  likely:
    'Bookmarks and answers saved in version OLD would probably be understood: every part opens the same page, but other files changed.',
  doubtful:
    'Some bookmarks and answers saved in version OLD may not be understood: the page that reads them changed, or it is another one.',
  unused: 'Some bookmarks and answers saved in version OLD would not be used.',
};

const WHY: Record<SavedPlaceReason, string> = {
  'other-standard': 'not used: the package follows another standard',
  gone: 'not used: this version has no part with that identifier',
  'other-address': 'may not be understood: the part opens another page, or the same with other parameters',
  'page-changed': 'may not be understood: the page that the part opens has changed',
  'other-files-changed': 'probably understood: the part opens the same page; other files changed',
  'same-files': 'understood: the content is the same',
};

/** What a learner's resume data would meet, and what Induct makes of it: nothing is ever moved between versions. */
export function savedPlacesInWords({ savedPlaces, before }: VersionComparison): { lines: string[]; items: string[] } {
  const { parts, overall, fresh } = savedPlaces;
  const unused = parts.filter(({ meets }) => meets === 'unused');
  const lines = [
    OVERALL[overall].replace('OLD', String(before.number)),
    unused.length > 0 &&
      `What was saved for ${counted(unused.length, 'part')} is not used: ${few(unused.map(({ title }) => quoted(title)))}.`,
    fresh.length > 0 && `${capital(counted(fresh.length, 'part'))} would start at the beginning.`,
    'Induct does not carry saved places from one version to another: who is half-way finishes the old version, or starts this one from its beginning.',
  ].filter((line) => line !== false);
  const items = parts.map(({ title, why }) => `${title}: ${WHY[why]}`);
  return { lines, items: new Set(parts.map(({ why }) => why)).size > 1 ? items : [] };
}
