import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface NewPreview {
  id: string;
  versionId: string;
  courseId: string;
  roundId: string | null;
  personId: string;
  tokenHash: Buffer;
  journalKey: Buffer;
  openedAt: Date;
  liveUntil: Date;
}

/** Where a SCO is left. */
export interface LeftSco {
  sco: string;
  /** 0: not from a commit of this preview. */
  seq: number;
  final: boolean;
  /** JSON. */
  cmi: string;
}

/** Before it was opened: nothing that was on its way when it was ended, and took its own time earlier, is earlier than this. */
const ENDED = `opened_at - interval '1 ms'`;

/** One that was ended while something of it was on its way stays ended. @param until placeholder of the new end */
export const prolonged = (until: string): string =>
  `case when live_until <= ${ENDED} then live_until else ${until}::timestamptz end`;

/** Every write of previews but their log. */
@Injectable()
export class PreviewRepository {
  async add(tx: EntityManager, preview: NewPreview): Promise<void> {
    await tx.query(
      `insert into preview (id, version_id, course_id, round_id, person_id, token_hash, journal_key, opened_at,
         last_seen_at, live_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)`,
      [
        preview.id,
        preview.versionId,
        preview.courseId,
        preview.roundId,
        preview.personId,
        preview.tokenHash,
        preview.journalKey,
        preview.openedAt,
        preview.liveUntil,
      ],
    );
  }

  /** Goes on where the person's last preview of the version was left. */
  async continueLast(tx: EntityManager, preview: NewPreview): Promise<void> {
    await tx.query(
      `with last as (
         select id, current_sco from preview
         where person_id = $2 and version_id = $3 and id <> $1 order by opened_at desc, id limit 1
       ), place as (
         update preview set current_sco = last.current_sco from last where preview.id = $1
       )
       insert into preview_sco (preview_id, sco, seq, final, cmi)
       select $1, s.sco, 0, s.final, s.cmi from preview_sco s join last on last.id = s.preview_id`,
      [preview.id, preview.personId, preview.versionId],
    );
  }

  /** The SCO to open next, and what the page says about it. */
  async goTo(tx: EntityManager, previewId: string, sco: string | null, notice: string): Promise<void> {
    await tx.query('update preview set current_sco = $2, notice = $3 where id = $1', [previewId, sco, notice]);
  }

  /** Puts a SCO somewhere, whatever it was left with before. */
  async leave(tx: EntityManager, previewId: string, { sco, seq, final, cmi }: LeftSco): Promise<void> {
    await tx.query(
      `insert into preview_sco (preview_id, sco, seq, final, cmi) values ($1, $2, $3, $4, $5)
       on conflict (preview_id, sco) do update set seq = excluded.seq, final = excluded.final, cmi = excluded.cmi`,
      [previewId, sco, seq, final, cmi],
    );
  }

  async forgetScos(tx: EntityManager, previewId: string): Promise<void> {
    await tx.query('delete from preview_sco where preview_id = $1', [previewId]);
  }

  /** Keeps the newest snapshot of a SCO. @returns false when it knows this one or a newer one */
  async commit(
    tx: EntityManager,
    previewId: string,
    left: LeftSco,
    times: { now: Date; liveUntil: Date },
  ): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `with seen as (
         update preview set last_seen_at = $6, current_sco = $2, notice = '',
           live_until = ${prolonged('$7')}
         where id = $1
       )
       insert into preview_sco (preview_id, sco, seq, final, cmi) values ($1, $2, $3, $4, $5)
       on conflict (preview_id, sco) do update set seq = excluded.seq, final = excluded.final, cmi = excluded.cmi
         where preview_sco.seq < excluded.seq
       returning seq`,
      [previewId, left.sco, left.seq, left.final, left.cmi, times.now, times.liveUntil],
    );
    return rows.length > 0;
  }

  /** Ends every preview of a person: what they hold opens nothing any more. */
  async endAll(tx: EntityManager, personId: string): Promise<void> {
    await tx.query(`update preview set live_until = ${ENDED} where person_id = $1 and live_until > ${ENDED}`, [
      personId,
    ]);
  }
}
