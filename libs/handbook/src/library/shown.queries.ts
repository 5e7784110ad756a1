import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { likeText } from './like-text';
import { type ResourceVersion, VERSION, VERSIONS } from './resource.repository';
import type { ResourceVersionEntity } from './resource-version.entity';
import { type Audience, type ResourceKind, type Topic, TOPICS } from './resource.words';

/** Whom something is shown. */
export interface ShownTo {
  audiences: readonly Audience[];
  /** While what they read is frozen: what was said since that moment waits, unless it says why not. */
  before: Date | null;
  today: Day;
}

/** Of each resource the version `v` that counts for them: the newest, or the newest that does not wait for a poll ($2). */
const COUNTS = `${VERSIONS} where v.audience = any($1) and case when $2::timestamptz is null then v.number = r.newest
  else v.number = (select max(o.number) from resource_version o
    where o.resource_id = r.id and (o.recorded_at < $2 or o.at_once_because is not null)) end`;
/** It is published and not over ($3 today). */
const SHOWN = `${COUNTS} and v.state = 'published' and (v.ends_on is null or v.ends_on >= $3::date)`;
const TOPIC_ORDER = `array_position(array[${TOPICS.map((topic) => `'${topic}'`).join(', ')}], v.topic)`;

/** What readers are shown of the library: one query a page. */
@Injectable()
export class ShownQueries {
  constructor(private readonly source: DataSource) {}

  async page(
    to: ShownTo,
    { kind, topic, q }: { kind: ResourceKind | ''; topic: Topic | ''; q: string },
    limit: number,
    offset: number,
  ): Promise<{ rows: ResourceVersion[]; total: number }> {
    const found = `${SHOWN} and ($4 = '' or v.kind = $4) and ($5 = '' or v.topic = $5)
      and ($6 = '' or v.title ilike $6 or v.about ilike $6)`;
    const asked = [...parametersOf(to), kind, topic, q && likeText(q)];
    const [rows, [counted]] = await Promise.all([
      this.source.query<ResourceVersion[]>(
        `select ${VERSION} from ${found} order by ${TOPIC_ORDER}, lower(v.title), v.id limit $7 offset $8`,
        [...asked, limit, offset],
      ),
      this.source.query<{ total: number }[]>(`select count(*)::int as total from ${found}`, asked),
    ]);
    return { rows, total: counted?.total ?? 0 };
  }

  /** Said since that moment, the latest first. */
  async news(to: ShownTo, since: Date, limit: number): Promise<ResourceVersion[]> {
    return this.source.query<ResourceVersion[]>(
      `select ${VERSION} from ${SHOWN} and v.recorded_at > $4 order by v.recorded_at desc, v.id limit $5`,
      [...parametersOf(to), since, limit],
    );
  }

  /** Which kinds and topics there are among what they are shown. */
  async choices(to: ShownTo): Promise<Pick<ResourceVersionEntity, 'kind' | 'topic'>[]> {
    return this.source.query<Pick<ResourceVersionEntity, 'kind' | 'topic'>[]>(
      `select distinct v.kind, v.topic from ${SHOWN}`,
      parametersOf(to),
    );
  }

  /** Also when it was withdrawn, or is over. Never a draft. */
  async find(
    { audiences, before }: ShownTo,
    id: string,
    tx: EntityManager = this.source.manager,
  ): Promise<ResourceVersion | undefined> {
    const [row] = await tx.query<ResourceVersion[]>(
      `select ${VERSION} from ${COUNTS} and r.id = $3 and v.state <> 'draft'`,
      [audiences, before, id],
    );
    return row;
  }
}

const parametersOf = ({ audiences, before, today }: ShownTo): unknown[] => [audiences, before, today];
