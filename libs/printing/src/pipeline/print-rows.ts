import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { partsOf, type PrintTable } from './print-table';

/** Tries by itself; after that somebody decides. */
export const MOST_ATTEMPTS = 5;
/** Renewed while somebody works, so that the work of a killed worker is free again soon. */
export const LEASE_MS = 5000;

/** A document that is to be printed. */
export interface Wish {
  id: string;
  /** Counts the wishes for it. */
  revision: number;
}

export interface Lease {
  revision: number;
  /** In hex: the PDF that is replaced. */
  kept: string | null;
  /** In hex: perhaps left by a worker that died between the file and the row. */
  storing: string | null;
}

/** What the pipeline writes into the rows of any kind of document: who is at it, what came of it. */
@Injectable()
export class PrintRows {
  constructor(private readonly source: DataSource) {}

  /** @returns undefined when somebody else is printing it, or nothing is to be printed */
  async lease(table: PrintTable, id: string, holder: string, now: Date): Promise<Lease | undefined> {
    const { name, id: key, attempts, unprinted, revision, kept, storing } = partsOf(table);
    const [rows] = await this.source.query<[Lease[], number]>(
      `update ${name}
          set leased_by = $2, leased_until = $3::timestamptz + $4 * interval '1 ms', ${attempts} = ${attempts} + 1
        where ${key} = $1 and ${unprinted} and (leased_until is null or leased_until < $3)
        returning ${revision} as revision, ${kept} as kept, encode(${storing}, 'hex') as storing`,
      [id, holder, now, LEASE_MS],
    );
    return rows[0];
  }

  async renew(table: PrintTable, id: string, holder: string, now: Date): Promise<void> {
    const { name, id: key } = partsOf(table);
    await this.source.query(
      `update ${name} set leased_until = $3::timestamptz + $4 * interval '1 ms' where ${key} = $1 and leased_by = $2`,
      [id, holder, now, LEASE_MS],
    );
  }

  async isUnprinted(table: PrintTable, id: string): Promise<boolean> {
    const { name, id: key, unprinted } = partsOf(table);
    const rows = await this.source.query<unknown[]>(`select 1 from ${name} where ${key} = $1 and ${unprinted}`, [id]);
    return rows.length > 0;
  }

  /** Names the file before it is put into the store, so that whoever finds the work undone can remove it. */
  async announce(table: PrintTable, id: string, holder: string, sha256: string): Promise<void> {
    const { name, id: key, unprinted, storing } = partsOf(table);
    await this.source.query(
      `update ${name} set ${storing} = decode($3, 'hex') where ${key} = $1 and leased_by = $2 and ${unprinted}`,
      [id, holder, sha256],
    );
  }

  /** @returns false when the lease was lost to another worker */
  async store(
    tx: EntityManager,
    table: PrintTable,
    id: string,
    holder: string,
    pdf: { revision: number; sha256: string; bytes: number; at: Date },
  ): Promise<boolean> {
    const { name, id: key, unprinted, sha256, bytes, madeAt, error, settled } = partsOf(table);
    const [rows] = await tx.query<[unknown[], number]>(
      `update ${name}
          set ${sha256} = decode($3, 'hex'), ${bytes} = $4, ${madeAt} = $5${settled},
              leased_by = null, leased_until = null, ${error} = null
        where ${key} = $1 and leased_by = $2 and ${unprinted}
        returning 1`,
      [id, holder, pdf.sha256, pdf.bytes, pdf.at, ...(table.once ? [] : [pdf.revision])],
    );
    return rows.length > 0;
  }

  /** The worker ends before it has printed: as if it had never begun. */
  async handBack(table: PrintTable, id: string, holder: string): Promise<void> {
    const { name, id: key, attempts } = partsOf(table);
    await this.source.query(
      `update ${name} set leased_by = null, leased_until = null, ${attempts} = greatest(${attempts} - 1, 0)
        where ${key} = $1 and leased_by = $2`,
      [id, holder],
    );
  }

  async giveUp(table: PrintTable, id: string, holder: string, why: string): Promise<void> {
    const { name, id: key, error } = partsOf(table);
    await this.source.query(
      `update ${name} set leased_by = null, leased_until = null, ${error} = $3 where ${key} = $1 and leased_by = $2`,
      [id, holder, why.slice(0, 1000)],
    );
  }

  /** To be printed, and nobody's work: the queue may have lost them. The longest waiting first. */
  wanted(table: PrintTable, now: Date, limit: number): Promise<Wish[]> {
    const { name, id: key, unprinted, revision, due, error, attempts, wantedAt } = partsOf(table);
    return this.source.query<Wish[]>(
      `select ${key} as id, ${revision} as revision from ${name}
        where ${unprinted} and ${due} and (leased_until is null or leased_until < $1)
          and (${error} is null or ${attempts} < $2)
        order by ${wantedAt} limit $3`,
      [now, MOST_ATTEMPTS, limit],
    );
  }
}
