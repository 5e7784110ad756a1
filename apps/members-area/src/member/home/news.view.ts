import { readerDate, type SearchNews } from '@induct/platform';
import { kindName } from '../../words/search-kinds';

/** The home page shows no more. */
const MOST = 5;
/** Of one kind, while there is something of another: a new edition brings all its sections at once. */
const MOST_OF_A_KIND = 2;

/** More than an edition of the handbook has sections: what came before it is found behind them. */
export const NEWS_ASKED = 100;

/** What was published since the visit before. @param since null: this is the first, and everything is new */
export function newsView(since: Date | null, news: readonly SearchNews[]) {
  return {
    news: since && {
      since: readerDate(since),
      rows: ofEachKind(news).map(({ title, path, kind, language, newAt }) => ({
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

/** The newest, but so that no kind hides the others. @param news the newest first */
function ofEachKind(news: readonly SearchNews[]): readonly SearchNews[] {
  const seen = new Map<string, number>();
  const isFirst = news.map(({ kind }) => {
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return seen.get(kind)! <= MOST_OF_A_KIND;
  });
  const first = news.filter((_, at) => isFirst[at]);
  const shown = new Set([...first, ...news.filter((_, at) => !isFirst[at])].slice(0, MOST));
  return news.filter((one) => shown.has(one));
}
