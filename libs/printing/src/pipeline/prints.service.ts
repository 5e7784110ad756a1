import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, FileStore, Transactions } from '@induct/platform';
import type { DocumentKind } from './document-kind';
import { type Lease, LEASE_MS, PrintRows, type Wish } from './print-rows';

/** A document in somebody's hands. */
export interface HeldDocument<Document> extends Lease {
  id: string;
  holder: string;
  document: Document;
}

/** One document at a time, however often its job runs, and in however many workers. */
@Injectable()
export class Prints {
  constructor(
    private readonly rows: PrintRows,
    private readonly files: FileStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What the rows say is to be printed and is nobody's work, the longest waiting first. */
  wanted({ table }: DocumentKind, limit: number): Promise<Wish[]> {
    return this.rows.wanted(table, this.clock.now(), limit);
  }

  /** @returns `taken`: somebody else is printing it; `done`: nothing is left to do */
  async take<Document>(
    kind: DocumentKind<Document>,
    id: string,
    holder: string,
  ): Promise<HeldDocument<Document> | 'taken' | 'done'> {
    const lease = await this.rows.lease(kind.table, id, holder, this.clock.now());
    if (!lease) return (await this.rows.isUnprinted(kind.table, id)) ? 'taken' : 'done';
    if (lease.storing && lease.storing !== lease.kept) await this.files.remove(lease.storing);
    const document = await kind.gather(id);
    if (document === undefined) throw new Error(`There is no such ${kind.name}`);
    return { ...lease, id, holder, document };
  }

  /** Runs `work`, keeping the lease for as long as it takes. */
  async whileHolding<T>(
    { table }: DocumentKind,
    held: Pick<HeldDocument<unknown>, 'id' | 'holder'>,
    work: () => Promise<T>,
  ): Promise<T> {
    const renew = () => void this.rows.renew(table, held.id, held.holder, this.clock.now()).catch(() => undefined);
    const timer = setInterval(renew, LEASE_MS / 3);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /**
   * Keeps a checked PDF: the file first, then the row and what else happens when it is printed in one transaction; then the
   * one before it goes.
   */
  async store<Document>(
    kind: DocumentKind<Document>,
    held: HeldDocument<Document>,
    pdf: Uint8Array,
    picture?: Uint8Array,
  ): Promise<void> {
    const { id, holder, revision, kept, document } = held;
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    await this.rows.announce(kind.table, id, holder, sha256);
    await this.files.put(pdf);
    const made = { revision, sha256, bytes: pdf.length, at: this.clock.now() };
    const isMine = await this.transactions.run(async (tx) => {
      const stored = await this.rows.store(tx, kind.table, id, holder, made);
      if (stored) await kind.printed?.(tx, document, picture);
      return stored;
    });
    if (!isMine) await this.files.remove(sha256);
    else if (kept && kept !== sha256) await this.files.remove(kept);
  }

  /** The worker ends, and nothing was wrong: the next one prints it, and no try is counted. */
  async handBack({ table }: DocumentKind, { id, holder }: HeldDocument<unknown>): Promise<void> {
    await this.rows.handBack(table, id, holder);
  }

  /** Frees it for the next try, and says why there has to be one. */
  async failed({ table }: DocumentKind, { id, holder }: HeldDocument<unknown>, error: Error): Promise<void> {
    await this.rows.giveUp(table, id, holder, error.message);
  }
}
