import { readerDate, type SearchNews } from '@induct/platform';
import { kindName } from '../../words/search-kinds';

/** The home page shows no more. */
const MOST = 5;

/** One more than are shown: then there is more. */
export const NEWS_ASKED = MOST + 1;

/** What was published since the visit before. @param since null: this is the first, and everything is new */
export function newsView(since: Date | null, news: readonly SearchNews[]) {
  return {
    news: since && {
      since: readerDate(since),
      rows: news.slice(0, MOST).map(({ title, path, kind, language, newAt }) => ({
        title,
        href: path,
        lang: language,
        kind: kindName(kind).one,
        on: readerDate(newAt),
      })),
      more: news.length > MOST,
    },
  };
}
