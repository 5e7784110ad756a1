import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignOff } from './round';

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

  /** How long the version was in front of somebody; undefined when they have not opened a preview of it. */
  async previewSeconds(tx: EntityManager, versionId: string, personId: string): Promise<number | undefined> {
    const [row] = await tx.query<{ previews: number; seconds: number }[]>(
      `select count(*)::int as previews, coalesce(sum(shown_seconds), 0)::int as seconds
       from preview where version_id = $1 and person_id = $2`,
      [versionId, personId],
    );
    return row!.previews === 0 ? undefined : row!.seconds;
  }
}
