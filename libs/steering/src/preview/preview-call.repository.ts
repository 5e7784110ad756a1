import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { VersionStanding } from '@induct/course';
import type { RunTimeCall, SentCall, Standard } from '@induct/scorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { PreviewEntity } from './preview.entity';
import { prolonged } from './preview.repository';
import { cutLength, cutText, LOG_LIMITS } from './run-time-calls';

/** What has arrived of a preview's log, by page: how many calls, and how long the page was shown. */
export type Logged = Pick<PreviewEntity, 'calls' | 'pages'>;

/** Numbers of calls, both included; nulls when nothing was called. */
interface CallRange {
  from: number | null;
  to: number | null;
}

/** The log of the run-time: rows are added, never changed. */
@Injectable()
export class PreviewCallRepository {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Held until the transaction ends, so that calls are numbered one by one. */
  async lock(tx: EntityManager, previewId: string): Promise<Logged> {
    const [row] = await tx.query<[Logged]>('select calls, pages from preview where id = $1 for update', [previewId]);
    return row;
  }

  async add(
    tx: EntityManager,
    previewId: string,
    first: number,
    calls: readonly (SentCall & { atMs: number })[],
  ): Promise<void> {
    const column = <T>(of: (call: SentCall & { atMs: number }) => T) => calls.map(of);
    await tx.query(
      `insert into preview_call (preview_id, n, sco, at_ms, call, element, value, value_length, answer, answer_length, error)
       select $1, $2::int + c.place::int - 1, c.sco, c.at_ms, c.call, c.element, c.value, c.value_length, c.answer,
         c.answer_length, c.error
       from unnest($3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::int[], $9::text[], $10::int[], $11::text[])
         with ordinality as c (sco, at_ms, call, element, value, value_length, answer, answer_length, error, place)`,
      [
        previewId,
        first,
        column(({ sco }) => cutText(sco, 1024)),
        column(({ atMs }) => atMs),
        column(({ call }) => cutText(call, 40)),
        column(({ element }) => cutText(element, LOG_LIMITS.name)),
        column(({ value }) => cutText(value, LOG_LIMITS.text)),
        column(({ value, valueLength }) => cutLength(value, valueLength)),
        column(({ answer }) => cutText(answer, LOG_LIMITS.text)),
        column(({ answer, answerLength }) => cutLength(answer, answerLength)),
        column(({ error }) => cutText(error, 10)),
      ],
    );
  }

  async arrived(
    tx: EntityManager,
    previewId: string,
    state: Logged & { shownMs: number; browser: string; now: Date; liveUntil: Date },
  ): Promise<void> {
    await tx.query(
      `update preview set calls = $2, pages = $3, shown_ms = $4, last_seen_at = $5, live_until = ${prolonged('$6')},
         browser = case when $7 = '' then browser else $7 end
       where id = $1`,
      [
        previewId,
        state.calls,
        JSON.stringify(state.pages),
        state.shownMs,
        state.now,
        state.liveUntil,
        cutText(state.browser, 400),
      ],
    );
  }

  /** In order. @param from, to numbers, both included */
  calls(previewId: string, from = 1, to: number = LOG_LIMITS.calls): Promise<RunTimeCall[]> {
    return this.source.query<RunTimeCall[]>(
      `select n, sco, at_ms as "atMs", call, element, value, value_length as "valueLength", answer,
         answer_length as "answerLength", error
       from preview_call where preview_id = $1 and n between $2 and $3 order by n`,
      [previewId, from, to],
    );
  }

  /** The calls that belong to a finding made now in a SCO: from when it was last opened to the newest one. */
  async rangeOf(previewId: string, sco: string): Promise<CallRange> {
    const [row] = await this.source.query<[CallRange]>(
      `select coalesce(max(n) filter (where sco = $2 and call = 'opened'), min(n) filter (where sco = $2)) as "from",
         max(n) filter (where sco = $2) as "to"
       from preview_call where preview_id = $1`,
      [previewId, sco],
    );
    return row;
  }

  async standard(previewId: string): Promise<Standard | undefined> {
    const [row] = await this.source.query<Pick<VersionStanding, 'standard'>[]>(
      'select standard from version_standing v join preview p on p.version_id = v.id where p.id = $1',
      [previewId],
    );
    return row?.standard;
  }
}
