import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail';
import { CONFIG, type Config } from '../config/config';
import { afterCommit, Transactions } from '../database/transactions';
import { Clock } from '../injected/clock';
import { RepeatedWork } from '../time/repeated-work';
import { type CouncilIdentity, identityOf, type SaidOfCouncil } from './council-identity';
import { CouncilRevisionEntity } from './council-revision.entity';
import { CouncilChangedMeanwhile, NoSuchRevision } from './council.errors';

/** After so long every process knows of a change that another made. One row is read by its key. */
const COUNCIL_SEEN_MS = 2000;

/** Who changed what. `basedOn`: the revision they saw. */
export interface CouncilChange {
  said: SaidOfCouncil;
  basedOn: number;
  by: string;
  wentBackTo?: number;
}

/** Shown of the history. */
const SHOWN = 100;

/**
 * What the council is called and how its pages look. Every process has it in hand, for pages, letters and documents; what was
 * issued before keeps what it says (docs/decisions/1324).
 */
@Injectable()
export class Council extends RepeatedWork implements OnModuleInit {
  private known: CouncilIdentity;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'COUNCIL_NAME' | 'WELSH'>,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super('what the council is called', COUNCIL_SEEN_MS);
    this.known = identityOf(0, {}, config);
  }

  /** As every process knows it after `COUNCIL_SEEN_MS` at most. */
  get current(): CouncilIdentity {
    return this.known;
  }

  async onModuleInit(): Promise<void> {
    await this.work();
  }

  async work(): Promise<void> {
    const [latest] = await this.source.query<Pick<CouncilRevisionEntity, 'revision' | 'said'>[]>(
      `select revision, said from council_revision where revision > $1 order by revision desc limit 1`,
      [this.known.revision],
    );
    if (latest) this.learn(latest);
  }

  /** The latest first. */
  history(): Promise<CouncilRevisionEntity[]> {
    return this.source.manager.find(CouncilRevisionEntity, { order: { revision: 'DESC' }, take: SHOWN });
  }

  /** What was said then; revision 0 is what was shipped. @throws NoSuchRevision */
  async said(revision: number): Promise<SaidOfCouncil> {
    if (revision === 0) return {};
    const found = await this.source.manager.findOneBy(CouncilRevisionEntity, { revision });
    if (!found) throw new NoSuchRevision();
    return found.said as SaidOfCouncil;
  }

  /** As it was with that revision. @throws NoSuchRevision */
  async at(revision: number): Promise<CouncilIdentity> {
    return this.identity(revision, await this.said(revision));
  }

  /** What it would be. */
  identity(revision: number, said: SaidOfCouncil): CouncilIdentity {
    return identityOf(revision, said, this.config);
  }

  /** Whether these arms stand or stood at the top of the pages. */
  async hadArms(picture: string): Promise<boolean> {
    if (this.known.arms?.picture === picture) return true;
    const [found] = await this.source.query<object[]>(
      `select 1 from council_revision where said->'arms'->>'picture' = $1 limit 1`,
      [picture],
    );
    return found !== undefined;
  }

  /** One officer does it, on record, and it can be undone. @throws CouncilChangedMeanwhile */
  async change(change: CouncilChange): Promise<void> {
    await this.transactions.run((tx) => this.changeIn(tx, change));
  }

  /** The same within what somebody else does. @throws CouncilChangedMeanwhile */
  async changeIn(tx: EntityManager, { said, basedOn, by, wentBackTo }: CouncilChange): Promise<void> {
    const before = await this.latest(tx);
    if (before.revision !== basedOn) throw new CouncilChangedMeanwhile();
    const row = { revision: basedOn + 1, said, changedBy: by, changedAt: this.clock.now() };
    try {
      await tx.insert(CouncilRevisionEntity, { ...row, wentBackTo: wentBackTo ?? null });
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'council_revision_pkey')
        throw new CouncilChangedMeanwhile();
      throw error;
    }
    await this.audit.record(tx, {
      actorId: by,
      action: 'council.changed',
      subjectType: 'council',
      subjectId: 'identity',
      detail: {
        revision: row.revision,
        before: before.said,
        after: said,
        ...(wentBackTo !== undefined && { wentBackTo }),
      },
    });
    afterCommit(tx, () => this.learn(row));
  }

  /** As it is in the database. */
  async latest(tx: EntityManager): Promise<{ revision: number; said: SaidOfCouncil }> {
    const [row] = await tx.query<Pick<CouncilRevisionEntity, 'revision' | 'said'>[]>(
      'select revision, said from council_revision order by revision desc limit 1',
    );
    return { revision: row?.revision ?? 0, said: (row?.said ?? {}) as SaidOfCouncil };
  }

  private learn({ revision, said }: Pick<CouncilRevisionEntity, 'revision' | 'said'>): void {
    if (revision > this.known.revision) this.known = identityOf(revision, said, this.config);
  }
}
