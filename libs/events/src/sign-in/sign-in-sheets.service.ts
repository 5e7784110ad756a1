import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Transactions } from '@induct/platform';
import { MOST_ATTEMPTS } from '@induct/printing';
import { DataSource } from 'typeorm';
import { SessionNotFound } from '../programme/programme.errors';
import { fingerprint, type SignInFacts } from './sign-in-facts';
import { SignInFactsQueries } from './sign-in-facts.queries';
import { SignInSheetEntity } from './sign-in-sheet.entity';
import { sheetsLiveSince } from './sheets-live';

/** The PDF of a sign-in sheet. `overtaken`: it says what is not so any more. */
export type SignInPaper =
  | { state: 'none' | 'being made' | 'failed' | 'overtaken' }
  /** `sha256` in hex, as FileStore takes it. */
  | { state: 'made'; sha256: string; bytes: number; madeAt: Date };

/** Sheets to sign at a session: what they say now, and their PDFs. */
@Injectable()
export class SignInSheets {
  constructor(
    private readonly source: DataSource,
    private readonly facts: SignInFactsQueries,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** To be shown as a page that is printed; that it was looked at is on record. @throws SessionNotFound */
  async read(sessionId: string, by: string): Promise<SignInFacts> {
    const facts = await this.must(sessionId);
    await this.transactions.run((tx) => this.audit.record(tx, printed(facts, by)));
    return facts;
  }

  /** Wishes for a PDF of how things stand when it is printed, also when the last could not be made. @throws SessionNotFound */
  async ask(sessionId: string, by: string): Promise<void> {
    const facts = await this.must(sessionId);
    await this.transactions.run(async (tx) => {
      await tx.query(
        `insert into sign_in_sheet (session_id, wanted_at) values ($1, $2)
         on conflict (session_id) do update
            set revision = sign_in_sheet.revision + 1, wanted_at = excluded.wanted_at, attempts = 0, error = null`,
        [sessionId, this.clock.now()],
      );
      await this.audit.record(tx, printed(facts, by));
    });
  }

  async paper(sessionId: string): Promise<SignInPaper> {
    const row = await this.source.manager.findOneBy(SignInSheetEntity, { sessionId });
    if (!row || row.wantedAt <= sheetsLiveSince(this.clock.now())) return { state: 'none' };
    const { revision, madeOf, madeAt, sha256, bytes, says, attempts, error } = row;
    if (madeOf !== revision) return { state: error !== null && attempts >= MOST_ATTEMPTS ? 'failed' : 'being made' };
    if (!says?.equals(fingerprint(await this.must(sessionId)))) return { state: 'overtaken' };
    return { state: 'made', sha256: sha256!.toString('hex'), bytes: bytes!, madeAt: madeAt! };
  }

  private async must(sessionId: string): Promise<SignInFacts> {
    const facts = await this.facts.of(sessionId);
    if (!facts) throw new SessionNotFound();
    return facts;
  }
}

const printed = ({ sessionId, rows }: SignInFacts, by: string) => ({
  actorId: by,
  action: 'register.printed',
  subjectType: 'session',
  subjectId: sessionId,
  detail: { rows: rows.length },
});
