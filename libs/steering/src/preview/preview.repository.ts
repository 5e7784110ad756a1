import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PreviewScoEntity } from './preview-sco.entity';
import { PreviewEntity } from './preview.entity';

export type NewPreview = Omit<
  PreviewEntity,
  'lastSeenAt' | 'currentSco' | 'notice' | 'pages' | 'calls' | 'shownMs' | 'shownSeconds' | 'browser'
>;

/** Where a SCO is left. */
export interface LeftSco extends Pick<PreviewScoEntity, 'sco' | 'seq' | 'final'> {
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
    await tx.insert(PreviewEntity, { ...preview, lastSeenAt: preview.openedAt });
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
    await tx.update(PreviewEntity, previewId, { currentSco: sco, notice });
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
    await tx.delete(PreviewScoEntity, { previewId });
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
