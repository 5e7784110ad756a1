import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface KeptFormRow {
  person_id: string;
  sealed: Buffer;
  expires_at: Date;
}

@Injectable()
export class KeptFormRepository {
  constructor(private readonly source: DataSource) {}

  /** In place of what the browser had kept before. */
  async put(tx: EntityManager, form: { browserHash: Buffer; personId: string; sealed: Buffer; expiresAt: Date }) {
    await tx.query(
      `insert into kept_form (browser_hash, person_id, sealed, expires_at) values ($1, $2, $3, $4)
       on conflict (browser_hash) do update
          set person_id = excluded.person_id, sealed = excluded.sealed, expires_at = excluded.expires_at`,
      [form.browserHash, form.personId, form.sealed, form.expiresAt],
    );
  }

  async find(browserHash: Buffer): Promise<KeptFormRow | undefined> {
    const rows = await this.source.query<KeptFormRow[]>(
      'select person_id, sealed, expires_at from kept_form where browser_hash = $1',
      [browserHash],
    );
    return rows[0];
  }

  async remove(tx: EntityManager, browserHash: Buffer): Promise<void> {
    await tx.query('delete from kept_form where browser_hash = $1', [browserHash]);
  }

  async removeOld(tx: EntityManager, now: Date): Promise<void> {
    await tx.query('delete from kept_form where expires_at <= $1', [now]);
  }

  async signingKey(): Promise<Buffer> {
    const rows = await this.source.query<{ key: Buffer }[]>('select key from kept_form_key');
    return rows[0]!.key;
  }
}
