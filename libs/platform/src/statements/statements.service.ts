import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail';
import { Transactions } from '../database/transactions';
import { Clock } from '../injected/clock';
import { projectRoot } from '../project-root';
import { StatementChangedMeanwhile } from '../council/council.errors';
import { StatementTextEntity } from './statement-text.entity';

export const STATEMENTS = ['accessibility', 'cookies', 'privacy', 'terms'] as const;
export type StatementKind = (typeof STATEMENTS)[number];

/** One as it is shown. */
export interface CouncilStatement {
  kind: StatementKind;
  /** 0: as shipped. */
  version: number;
  text: string;
  changedBy: string | null;
  changedAt: Date;
}

/** When the shipped texts were last changed. */
const SHIPPED_AT = new Date('2026-11-30T09:00:00Z');
const SHOWN = 50;

const shipped = new Map<StatementKind, string>();

/** The text that Induct comes with. Read once. */
export function shippedStatement(kind: StatementKind): string {
  const known = shipped.get(kind);
  if (known !== undefined) return known;
  const text = readFileSync(join(projectRoot, `content/statements/${kind}.md`), 'utf8').trim();
  shipped.set(kind, text);
  return text;
}

/** What the council says about accessibility, cookies, privacy and terms. Officers write it; until then, what was shipped stands. */
@Injectable()
export class Statements {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** All of them, as they are shown now. */
  async all(): Promise<CouncilStatement[]> {
    const rows = await this.source.query<StatementTextEntity[]>(
      `select distinct on (kind) kind, version, text, changed_by as "changedBy", changed_at as "changedAt"
         from statement_text where language = 'en' order by kind, version desc`,
    );
    return STATEMENTS.map((kind) =>
      asShown(
        kind,
        rows.find((row) => row.kind === kind),
      ),
    );
  }

  async now(kind: StatementKind): Promise<CouncilStatement> {
    return (await this.history(kind, 1))[0] ?? asShown(kind, undefined);
  }

  /** The latest first, without what was shipped. */
  async history(kind: StatementKind, limit = SHOWN): Promise<CouncilStatement[]> {
    const rows = await this.source.manager.find(StatementTextEntity, {
      where: { kind, language: 'en' },
      order: { version: 'DESC' },
      take: limit,
    });
    return rows.map((row) => asShown(kind, row));
  }

  /**
   * One officer changes it, on record, and can go back.
   * @param basedOn the version they saw
   * @throws StatementChangedMeanwhile
   */
  async change(kind: StatementKind, text: string, basedOn: number, by: string): Promise<void> {
    const version = basedOn + 1;
    // What was shipped is not kept: it stays what it is with the next release.
    const kept = text === shippedStatement(kind) ? '' : text;
    await this.transactions.run(async (tx) => {
      const [last] = await tx.query<Pick<StatementTextEntity, 'version'>[]>(
        `select version from statement_text where kind = $1 and language = 'en' order by version desc limit 1`,
        [kind],
      );
      if ((last?.version ?? 0) !== basedOn) throw new StatementChangedMeanwhile();
      try {
        await tx.insert(StatementTextEntity, {
          kind,
          language: 'en',
          version,
          text: kept,
          changedBy: by,
          changedAt: this.clock.now(),
        });
      } catch (error) {
        if ((error as { constraint?: string }).constraint === 'statement_text_pkey')
          throw new StatementChangedMeanwhile();
        throw error;
      }
      await this.audit.record(tx, {
        actorId: by,
        action: 'statement.changed',
        subjectType: 'statement',
        subjectId: kind,
        detail: { version, isShipped: kept === '' },
      });
    });
  }
}

function asShown(kind: StatementKind, row: StatementTextEntity | undefined): CouncilStatement {
  const { version = 0, text = '', changedBy = null, changedAt = SHIPPED_AT } = row ?? {};
  return { kind, version, text: text === '' ? shippedStatement(kind) : text, changedBy, changedAt };
}
