import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon, daysLater } from '@induct/platform';
import { DataSource, In } from 'typeorm';
import { likeText } from './like-text';
import { LinkCheckEntity } from './link-check.entity';
import { IS_BROKEN } from './link-state';
import type { ResourceVersionEntity } from './resource-version.entity';
import { type ResourceVersion, VERSION, VERSIONS } from './resource.repository';
import type { Audience, ResourceKind, ResourceState } from './resource.words';

/** What officers look for in the library. */
export interface LibraryWanted {
  q: string;
  kind: ResourceKind | '';
  audience: Audience | '';
  state: ResourceState | '';
  /** What it wants: somebody who reviews it soon, or late, or another address. */
  wants: 'review' | 'overdue' | 'link' | '';
}

/** What in the library waits for somebody. */
export interface LibraryAttention {
  overdue: number;
  /** Within sixty days. */
  dueSoon: number;
  brokenLinks: number;
}

/** So many days before its day a review is asked for. */
export const REVIEW_WITHIN_DAYS = 60;

const NEWEST = `${VERSIONS} where v.number = r.newest`;
const FOUND = `${NEWEST} and ($3 = '' or v.title ilike $3 or v.about ilike $3 or v.owner ilike $3)
  and ($4 = '' or v.kind = $4) and ($5 = '' or v.audience = $5) and ($6 = '' or v.state = $6)
  and case $7 when 'review' then v.state = 'published' and r.review_by <= $2::date
              when 'overdue' then v.state = 'published' and r.review_by < $1::date
              when 'link' then v.state = 'published' and ${IS_BROKEN}
              else $1::date <= $2::date end`;

/** Where somebody is sent: by a resource, or (null) by what the desk names beside the library. */
const LINKS = `select v.url, v.title, r.id as "resourceId" from ${NEWEST} and v.state = 'published' and v.url is not null
  union all select o.url, o.title, null from unnest($1::text[], $2::text[]) o (url, title)`;

/** An address that members are sent to, and what is known of it. */
export type CheckedLink = Pick<ResourceVersionEntity, 'title'> &
  Pick<LinkCheckEntity, 'url'> & { resourceId: ResourceVersionEntity['resourceId'] | null } & {
    [Of in 'checkedAt' | 'outcome' | 'why' | 'status' | 'failingSince']: LinkCheckEntity[Of] | null;
  };

/** The library as officers look after it. */
@Injectable()
export class LibraryLists {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The newest version of each: by title, or the first to be reviewed first. */
  async page(
    wanted: LibraryWanted,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<{ rows: ResourceVersion[]; total: number }> {
    const { q, kind, audience, state, wants } = wanted;
    const { today, soon } = this.days();
    const asked = [today, soon, q && likeText(q), kind, audience, state, wants];
    const order = wants === 'review' || wants === 'overdue' ? 'r.review_by, r.id' : 'lower(v.title), r.id';
    const [rows, [counted]] = await Promise.all([
      this.source.query<ResourceVersion[]>(`select ${VERSION} from ${FOUND} order by ${order} limit $8 offset $9`, [
        ...asked,
        limit,
        offset,
      ]),
      this.source.query<{ total: number }[]>(`select count(*)::int as total from ${FOUND}`, asked),
    ]);
    return { rows, total: counted?.total ?? 0 };
  }

  async attention(): Promise<LibraryAttention> {
    const { today, soon } = this.days();
    const [row] = await this.source.query<LibraryAttention[]>(
      `select count(*) filter (where r.review_by < $1::date)::int as overdue,
              count(*) filter (where r.review_by between $1::date and $2::date)::int as "dueSoon",
              count(*) filter (where ${IS_BROKEN})::int as "brokenLinks"
         from ${NEWEST} and v.state = 'published'`,
      [today, soon],
    );
    return row!;
  }

  /**
   * Every address that members are sent to, with what came of looking at it: those that fail first.
   * @param others beside those of resources
   */
  async links(
    others: readonly { title: string; url: string }[],
    { limit, offset }: { limit: number; offset: number },
  ): Promise<{ rows: CheckedLink[]; total: number }> {
    const asked = [others.map(({ url }) => url), others.map(({ title }) => title)];
    const [rows, [counted]] = await Promise.all([
      this.source.query<CheckedLink[]>(
        `select w.url, w.title, w."resourceId", k.checked_at as "checkedAt", k.outcome, k.why, k.status,
                k.failing_since as "failingSince"
           from (${LINKS}) w left join link_check k on k.url = w.url
          order by k.failing_since nulls last, k.outcome nulls last, lower(w.title), w.url limit $3 offset $4`,
        [...asked, limit, offset],
      ),
      this.source.query<{ total: number }[]>(`select count(*)::int as total from (${LINKS}) w`, asked),
    ]);
    return { rows, total: counted?.total ?? 0 };
  }

  /** What is known of these addresses. */
  async known(urls: readonly string[]): Promise<LinkCheckEntity[]> {
    return urls.length === 0 ? [] : await this.source.manager.findBy(LinkCheckEntity, { url: In([...urls]) });
  }

  private days(): { today: Day; soon: Day } {
    const today = dayInLondon(this.clock.now());
    return { today, soon: daysLater(today, REVIEW_WITHIN_DAYS) };
  }
}
