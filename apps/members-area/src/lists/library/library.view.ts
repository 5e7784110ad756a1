import {
  RESOURCE_KIND_NAMES,
  RESOURCE_KINDS,
  type ResourceVersion,
  TOPIC_NAMES,
  TOPICS,
  type VersionWithFiles,
} from '@induct/handbook';
import { readerDate, said } from '@induct/platform';
import { groupedBy } from '../grouped-by';
import { paging } from '../paging';
import { libraryAt, type LibraryFilter, type LibraryHome } from './library-filter';
import { resourceCard, resourceHref } from './resource.view';

export const PER_PAGE = 10;

export interface LibraryFound {
  rows: readonly VersionWithFiles[];
  total: number;
  news: readonly ResourceVersion[];
  choices: readonly Pick<ResourceVersion, 'kind' | 'topic'>[];
}

/** The library: what is new, then everything by topic. What there is nothing of is no choice. */
export function libraryView(home: LibraryHome, filter: LibraryFilter, { rows, total, news, choices }: LibraryFound) {
  const at = libraryAt(home);
  const isFiltered = at.isFiltered(filter, ['q', 'kind', 'topic']);
  const kinds = new Set(choices.map(({ kind }) => kind));
  const topics = new Set(choices.map(({ topic }) => topic));
  return {
    home,
    filter,
    isFiltered,
    total,
    kinds: [
      { value: '', text: said('Everything') },
      ...RESOURCE_KINDS.filter((kind) => kinds.has(kind) || kind === filter.kind).map((value) => ({
        value,
        text: said(RESOURCE_KIND_NAMES[value]),
        selected: value === filter.kind,
      })),
    ],
    topics: [
      { value: '', text: said('All topics') },
      ...TOPICS.filter((topic) => topics.has(topic) || topic === filter.topic).map((value) => ({
        value,
        text: said(TOPIC_NAMES[value]),
        selected: value === filter.topic,
      })),
    ],
    news:
      isFiltered || filter.page > 1
        ? []
        : news.map(({ resourceId, title, recordedAt, language }) => ({
            title,
            language,
            href: resourceHref(home, resourceId),
            on: readerDate(recordedAt),
          })),
    groups: [...groupedBy(rows, ({ topic }) => topic)].map(([, ofTopic]) => ({
      topic: said(TOPIC_NAMES[ofTopic[0]!.topic]),
      resources: ofTopic.map((one) => resourceCard(home, one)),
    })),
    list: paging(filter.page, PER_PAGE, total, (page) => at.address(filter, { page })),
  };
}
