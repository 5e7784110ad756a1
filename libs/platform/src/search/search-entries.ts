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
        first_at: entry.firstAt ?? null,
      }));
      await tx.query(KEEP, [JSON.stringify(rows), now]);
    }
  }

  /** Takes a subject away, in every language. Nothing happens when it was not there. */
  async forget(tx: EntityManager, kind: string, subject: string): Promise<void> {
    await tx.query('delete from search_entry where kind = $1 and subject = $2', [kind, subject]);
  }

  /** Keeps these and forgets every other of the kinds: a repair, which changes nothing when all is right. */
  async replace(tx: EntityManager, kinds: readonly string[], entries: readonly Searchable[]): Promise<void> {
    const keys = entries.map(({ kind, subject, language }) => ({ kind, subject, language }));
    await tx.query(
      `delete from search_entry where kind = any($1) and (kind, subject, language) not in
         (select kind, subject, language from jsonb_to_recordset($2) as kept (kind text, subject text, language text))`,
      [kinds, JSON.stringify(keys)],
    );
    await this.keepAll(tx, entries);
  }
}

/** Of the row that is written: when it is new, as its publisher says; else as it stands. */
const NEW_AT = `coalesce((select k.new_at from kept k where (k.kind, k.subject, k.language) =
    (excluded.kind, excluded.subject, excluded.language)), standing.new_at)`;

/** $1 entries as JSON, $2 now. A row that would stay as it is is left alone: its index is not written again. */
const KEEP = `
  with kept as materialized (
    select * from jsonb_to_recordset($1) as kept (kind text, subject text, language text, audiences text[], district text,
      title text, body text, path text, new_at timestamptz, first_at timestamptz))
  insert into search_entry as standing (kind, subject, language, audiences, district, title, body, path, new_at)
  select kind, subject, language, audiences, district, title, body, path, coalesce(new_at, first_at, $2)
    from kept order by kind, subject, language
  on conflict (kind, subject, language) do update
    set audiences = excluded.audiences, district = excluded.district, title = excluded.title, body = excluded.body,
        path = excluded.path, new_at = ${NEW_AT}, words_noted = false
    where (standing.audiences, standing.district, standing.title, standing.body, standing.path, standing.new_at) is distinct from
          (excluded.audiences, excluded.district, excluded.title, excluded.body, excluded.path, ${NEW_AT})`;
