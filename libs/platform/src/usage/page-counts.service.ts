import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../injected/clock';
import { type Day, dayInLondon } from '../time/london-day';
import { RepeatedWork } from '../time/repeated-work';
import type { PageCountEntity } from './page-count.entity';
import { KEPT_MONTHS, type Reader } from './usage';

/** What is counted is written at once for all, so that no page waits for it. A process that is killed loses as much. */
const WRITTEN_EVERY_MS = 20_000;
/** As many pages as there can be, many times over: what is beyond is not counted. */
const MOST = 5000;

type Counted = Pick<PageCountEntity, 'day' | 'route' | 'reader' | 'count'>;

/** How often pages are read: in memory first, then in the table, a row for page, day and kind of reader. */
@Injectable()
export class PageCounts extends RepeatedWork {
  private counted = new Map<string, Counted>();
  /** The day on which what is too old was looked for. */
  private forgottenOn: Day | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    super('how often pages are read', WRITTEN_EVERY_MS);
  }

  add(route: string, reader: Reader): void {
    const day = dayInLondon(this.clock.now());
    const key = `${day} ${reader} ${route}`;
    const known = this.counted.get(key);
    if (known) known.count += 1;
    else if (this.counted.size < MOST) this.counted.set(key, { day, route, reader, count: 1 });
  }

  async work(): Promise<void> {
    await this.write();
    await this.forget();
  }

  override async onApplicationShutdown(): Promise<void> {
    await super.onApplicationShutdown();
    await this.write().catch((error: unknown) => this.logger.warn(`how often pages are read: ${String(error)}`));
  }

  private async write(): Promise<void> {
    if (this.counted.size === 0) return;
    // In one order, so that two processes never wait for each other.
    const rows = [...this.counted.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    this.counted = new Map();
    try {
      await this.source.query(
        `insert into page_count (day, route, reader, count)
         select * from unnest($1::date[], $2::text[], $3::text[], $4::int[])
         on conflict (day, route, reader) do update set count = page_count.count + excluded.count`,
        [
          rows.map(({ day }) => day),
          rows.map(({ route }) => route),
          rows.map(({ reader }) => reader),
          rows.map(({ count }) => count),
        ],
      );
    } catch (error) {
      this.takeBack(rows);
      throw error;
    }
  }

  /** For the next turn, with what was counted meanwhile. */
  private takeBack(rows: readonly Counted[]): void {
    for (const row of rows) {
      const key = `${row.day} ${row.reader} ${row.route}`;
      const known = this.counted.get(key);
      if (known) known.count += row.count;
      else this.counted.set(key, row);
    }
  }

  private async forget(): Promise<void> {
    const today = dayInLondon(this.clock.now());
    if (this.forgottenOn === today) return;
    await this.source.query(`delete from page_count where day < $1::date - make_interval(months => ${KEPT_MONTHS})`, [
      today,
    ]);
    this.forgottenOn = today;
  }
}

const keyOf = ({ day, route, reader }: Counted): string => `${day} ${route} ${reader}`;
