import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { REALLY_OPENED } from '../reading/round.sql';
import type { SignOff } from '../rules/round';
import { SignOffEntity } from '../rules/sign-off.entity';

type Said = Pick<SignOff, 'personId' | 'decision' | 'packageSha256'>;

/** What somebody has seen of a version. */
interface Looked {
  /** They asked for. */
  previews: number;
  /** It was in front of them. */
  seconds: number;
  /** That really opened. */
  parts: number;
}

@Injectable()
export class SignOffRepository {
  ofRound(tx: EntityManager, roundId: string): Promise<Said[]> {
    return tx.query<Said[]>(
      `select person_id as "personId", decision, package_sha256 as "packageSha256" from sign_off where round_id = $1`,
      [roundId],
    );
  }

  /** What somebody says now takes the place of what they said before. */
  async put(tx: EntityManager, signOff: SignOff): Promise<void> {
    await tx.upsert(SignOffEntity, signOff, ['roundId', 'personId']);
  }

  async looked(tx: EntityManager, versionId: string, personId: string): Promise<Looked> {
    const [row] = await tx.query<[Looked]>(
      `select count(*)::int as previews, coalesce(sum(w.shown_seconds) filter (where ${REALLY_OPENED}), 0)::int as seconds,
         (select count(distinct k.sco)::int from preview o join preview_call k on k.preview_id = o.id and k.call = 'opened'
           where o.version_id = $1 and o.person_id = $2) as parts
       from preview w where w.version_id = $1 and w.person_id = $2`,
      [versionId, personId],
    );
    return row;
  }
}
