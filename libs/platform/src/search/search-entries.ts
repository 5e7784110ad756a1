import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../injected/clock';
import { keptText, type Searchable } from './searchable';

/** As many as one statement takes. */
const AT_ONCE = 500;

/**
 * What can be found. Whoever publishes something keeps its entry in the transaction that publishes it, and forgets it in the one
 * that takes it away.
 */
@Injectable()
export class SearchEntries {
  constructor(private readonly clock: Clock) {}

  /** Writes an entry, or changes the one that stands: of the same kind, subject and language. Twice is once. */
  async keep(tx: EntityManager, entry: Searchable): Promise<void> {
    await this.keepAll(tx, [entry]);
  }

  /** @param entries no two of one kind, subject and language */
  async keepAll(tx: EntityManager, entries: readonly Searchable[]): Promise<void> {
    const now = this.clock.now();
    for (let at = 0; at < entries.length; at += AT_ONCE) {
      const rows = entries.slice(at, at + AT_ONCE).map((entry) => ({
        ...entry,
        district: entry.district ?? null,
        title: keptText(entry.title),
        body: keptText(entry.body),
        new_at: entry.newAt ?? null,
      }));
      await tx.query(KEEP, [JSON.stringify(rows), now]);
    }
  }

  /** Takes a subject away, in every language. Nothing happens when it was not there. */
  async forget(tx: EntityManager, kind: string, subject: string): Promise<void> {
    await tx.query('delete from search_entry where kind = $1 and subject = $2', [kind, subject]);
  }

  /** Keeps these and forgets every other of the kind: a repair, which changes nothing when all is right. */
  async replace(tx: EntityManager, kind: string, entries: readonly Omit<Searchable, 'kind'>[]): Promise<void> {
    const keys = entries.map(({ subject, language }) => ({ subject, language }));
    await tx.query(
      `delete from search_entry where kind = $1 and (subject, language) not in
         (select subject, language from jsonb_to_recordset($2) as kept (subject text, language text))`,
      [kind, JSON.stringify(keys)],
    );
    await this.keepAll(
      tx,
      entries.map((entry) => ({ ...entry, kind })),
    );
  }
}

/** $1 entries as JSON, $2 now. A row that would stay as it is is left alone: its index is not written again. */
const KEEP = `
  insert into search_entry as standing (kind, subject, language, audiences, district, title, body, path, new_at)
  select kind, subject, language, audiences, district, title, body, path, coalesce(new_at, $2)
    from jsonb_to_recordset($1) as kept (kind text, subject text, language text, audiences text[], district text, title text,
                                         body text, path text, new_at timestamptz)
   order by kind, subject, language
  on conflict (kind, subject, language) do update
    set audiences = excluded.audiences, district = excluded.district, title = excluded.title, body = excluded.body,
        path = excluded.path, words_noted = false,
        new_at = case when excluded.new_at = $2 then standing.new_at else excluded.new_at end
    where (standing.audiences, standing.district, standing.title, standing.body, standing.path) is distinct from
          (excluded.audiences, excluded.district, excluded.title, excluded.body, excluded.path)
       or excluded.new_at not in ($2, standing.new_at)`;
