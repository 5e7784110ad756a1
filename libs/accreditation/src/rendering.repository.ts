import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CERTIFICATE, type Certificate } from './certificate';
import { MOST_ATTEMPTS } from './pdf-state';

/** Renewed while somebody works, so that the work of a killed worker is free again soon. */
export const LEASE_MS = 5000;

/** What the worker writes about printing: who is at it, what came of it. */
@Injectable()
export class RenderingRepository {
  constructor(private readonly source: DataSource) {}

  /** @returns the certificate when nobody else is printing it and it is not printed yet */
  async lease(id: string, worker: string, now: Date): Promise<Certificate | undefined> {
    const [rows] = await this.source.query<[Certificate[], number]>(
      `update certificate c
          set leased_by = $2, leased_until = $3::timestamptz + $4 * interval '1 ms', render_attempts = render_attempts + 1
        where c.id = $1 and c.rendered_at is null and (c.leased_until is null or c.leased_until < $3)
        returning ${CERTIFICATE}`,
      [id, worker, now, LEASE_MS],
    );
    return rows[0];
  }

  async renew(id: string, worker: string, now: Date): Promise<void> {
    await this.source.query(
      `update certificate set leased_until = $3::timestamptz + $4 * interval '1 ms' where id = $1 and leased_by = $2`,
      [id, worker, now, LEASE_MS],
    );
  }

  /** Names the file before it is put into the store, so that whoever finds the work undone can remove it. */
  async announce(id: string, worker: string, sha256: string): Promise<void> {
    await this.source.query(
      `update certificate set pdf_sha256 = decode($3, 'hex') where id = $1 and leased_by = $2 and rendered_at is null`,
      [id, worker, sha256],
    );
  }

  /** @returns false when the lease was lost to another worker */
  async store(
    tx: EntityManager,
    id: string,
    worker: string,
    pdf: { sha256: string; bytes: number; at: Date },
  ): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `update certificate
          set pdf_sha256 = decode($3, 'hex'), pdf_bytes = $4, rendered_at = $5,
              leased_by = null, leased_until = null, render_error = null
        where id = $1 and leased_by = $2 and rendered_at is null
        returning 1`,
      [id, worker, pdf.sha256, pdf.bytes, pdf.at],
    );
    return rows.length > 0;
  }

  async giveUp(id: string, worker: string, error: string): Promise<void> {
    await this.source.query(
      `update certificate set leased_by = null, leased_until = null, render_error = $3
        where id = $1 and leased_by = $2`,
      [id, worker, error.slice(0, 1000)],
    );
  }

  /** The worker ends before it has printed: as if it had never begun. */
  async handBack(id: string, worker: string): Promise<void> {
    await this.source.query(
      `update certificate set leased_by = null, leased_until = null, render_attempts = greatest(render_attempts - 1, 0)
        where id = $1 and leased_by = $2`,
      [id, worker],
    );
  }

  /** Begin to count anew: an officer asked for another try. */
  async forgetAttempts(tx: EntityManager, id: string): Promise<void> {
    await tx.query('update certificate set render_attempts = 0, render_error = null where id = $1', [id]);
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

  /** Certificates in force without a PDF that nobody is printing: the queue may have lost them. */
  async unrendered(now: Date, limit: number): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `select id from certificate
        where rendered_at is null and state = 'issued' and (leased_until is null or leased_until < $1)
          and (render_error is null or render_attempts < $2)
        order by issued_at limit $3`,
      [now, MOST_ATTEMPTS, limit],
    );
    return rows.map(({ id }) => id);
  }
}
