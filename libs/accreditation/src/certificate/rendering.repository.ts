import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CertificateEntity } from './certificate.entity';

/** What an officer can do about a certificate that could not be printed. */
@Injectable()
export class RenderingRepository {
  /** Begin to count anew: an officer asked for another try. */
  async forgetAttempts(tx: EntityManager, id: string): Promise<void> {
    await tx.update(CertificateEntity, id, { renderAttempts: 0, renderError: null });
  }

  /**
   * Takes the name as it is now, while no document of the certificate exists and nobody is making one.
   * @returns whether it was another one
   */
  async rename(tx: EntityManager, id: string, holder: string, now: Date): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `update certificate set holder_name = $2, facts = jsonb_set(facts, '{holder}', to_jsonb($2::text))
        where id = $1 and state = 'issued' and rendered_at is null and (leased_until is null or leased_until < $3)
          and holder_name <> $2
        returning 1`,
      [id, holder, now],
    );
    return rows.length > 0;
  }
}
