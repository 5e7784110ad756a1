import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignOff } from '../rules/round';
import { REALLY_OPENED } from '../reading/round.sql';

@Injectable()
export class SignOffRepository {
  ofRound(tx: EntityManager, roundId: string): Promise<Pick<SignOff, 'personId' | 'decision' | 'packageSha256'>[]> {
    return tx.query(
      `select person_id as "personId", decision, package_sha256 as "packageSha256" from sign_off where round_id = $1`,
      [roundId],
    );
  }

  /** What somebody says now takes the place of what they said before. */
  async put(tx: EntityManager, signOff: SignOff): Promise<void> {
    await tx.query(
      `insert into sign_off (round_id, person_id, decision, reason, checklist, preview_seconds, package_sha256, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (round_id, person_id) do update set decision = excluded.decision, reason = excluded.reason,
         checklist = excluded.checklist, preview_seconds = excluded.preview_seconds,
         package_sha256 = excluded.package_sha256, at = excluded.at`,
      [
        signOff.roundId,
        signOff.personId,
        signOff.decision,
        signOff.reason,
        JSON.stringify(signOff.checklist),
        signOff.previewSeconds,
        signOff.packageSha256,
        signOff.at,
      ],
    );
  }

  /** What somebody has seen of a version: previews they asked for, seconds it was in front of them, parts that really opened. */
  async looked(
    tx: EntityManager,
    versionId: string,
    personId: string,
  ): Promise<{ previews: number; seconds: number; parts: number }> {
    const [row] = await tx.query<[{ previews: number; seconds: number; parts: number }]>(
      `select count(*)::int as previews, coalesce(sum(w.shown_seconds) filter (where ${REALLY_OPENED}), 0)::int as seconds,
         (select count(distinct k.sco)::int from preview o join preview_call k on k.preview_id = o.id and k.call = 'opened'
           where o.version_id = $1 and o.person_id = $2) as parts
       from preview w where w.version_id = $1 and w.person_id = $2`,
      [versionId, personId],
    );
    return row;
  }
}
