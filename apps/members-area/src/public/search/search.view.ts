import { readersLanguage, SEARCH_PAGE, type SearchAnswer, type SearchAudience, w } from '@induct/platform';
import type { SignedInPerson } from '@induct/sign-in';
import { z } from 'zod';
import { filtered, pageNumber } from '../../lists/filter';
import { paging } from '../../lists/paging';
import { figure } from '../../words/counted';
import { kindName } from '../../words/search-kinds';

/** As typed: what was pasted too long is shortened by the search, which says so. */
const anything = z.string().catch('').default('');

export const SearchQuery = z.object({
  q: anything,
  /** Only of this kind; else of all. */
  kind: z
    .string()
    .regex(/^[a-z-]{0,30}$/)
    .catch('')
    .default(''),
  page: pageNumber,
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const searches = filtered(SearchQuery, '/search');

/** Of whoever asks, and of a stranger. */
export const audiencesOf = (person: Pick<SignedInPerson, 'roles'> | undefined): readonly SearchAudience[] =>
  person ? ['signed-in', ...person.roles] : ['stranger'];

/** Longer than this nothing is shown again but in the box. */
const SHOWN = 80;
const shown = (words: string): string => {
  const letters = Array.from(words);
  return letters.length <= SHOWN ? words : `${letters.slice(0, SHOWN).join('').trimEnd()} …`;
};

const resultsFor = (total: number, asked: string): string =>
  total === 1 ? w`1 result for “${asked}”` : w`${figure(total)} results for “${asked}”`;

/**
 * @param answer undefined: nothing was asked
 * @param insteadOf what was typed, when nothing has it, and this is what was probably meant
 */
export function searchView(
  query: SearchQuery,
  answer: SearchAnswer | undefined,
  isSignedIn: boolean,
  insteadOf?: string,
) {
  const { kind } = query;
  const q = query.q.trim();
  const total = answer?.total ?? 0;
  const all = (answer?.kinds ?? []).reduce((sum, { count }) => sum + count, 0);
  return {
    ...paging(query.page, SEARCH_PAGE, total, (page) => searches.address({ ...query, q }, { page })),
    q,
    asked: shown(q),
    kind,
    isSignedIn,
    isAsked: answer !== undefined,
    total,
    found: total > 0 && resultsFor(total, shown(q)),
    insteadOf: insteadOf && shown(insteadOf.trim()),
    shortened: answer?.shortened ?? false,
    someWordsOnly: (answer?.someWordsOnly ?? false) && total > 0,
    meant: answer?.didYouMean && {
      words: answer.didYouMean,
      href: searches.address(query, { q: answer.didYouMean, kind: '', page: 1 }),
    },
    /** Nothing of this kind, and something of others. */
    elsewhere: total === 0 &&
      all > 0 && {
        says: all === 1 ? w`1 result of another kind` : w`${figure(all)} results of other kinds`,
        href: searches.address(query, { q, kind: '', page: 1 }),
      },
    kinds:
      answer && (answer.kinds.length > 1 || kind !== '')
        ? [
            {
              text: w`Everything (${figure(all)})`,
              href: searches.address(query, { q, kind: '', page: 1 }),
              current: kind === '',
            },
            ...answer.kinds.map((one) => ({
              text: `${kindName(one.kind).many} (${figure(one.count)})`,
              href: searches.address(query, { q, kind: one.kind, page: 1 }),
              current: kind === one.kind,
            })),
          ]
        : [],
    hits: (answer?.hits ?? []).map(({ title, excerpt, path, language, kind: of }) => ({
      title,
      excerpt,
      href: path,
      kind: kindName(of).one,
      /** What is in another language than the page says so. */
      lang: language === readersLanguage() ? undefined : language,
    })),
  };
}
