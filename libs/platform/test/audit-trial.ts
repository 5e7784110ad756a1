import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditKey, AuditTrail, SystemIds, Transactions, verifyAuditTrail } from '@induct/platform';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { FixedClock } from '../../../test/support/fixed-clock';
import { AuditCheckpoints } from '../src/audit/audit-checkpoints';
import { CheckpointFile } from '../src/audit/checkpoint-file';

export const DETAIL = { b: 1, a: { d: [1, { z: null, y: 'é' }], c: true }, never: undefined };
const TABLES = ['audit_event', 'audit_seal'];
const guards = (are: 'enable' | 'disable') =>
  TABLES.map((table) => `alter table ${table} ${are} trigger user`).join(';');

/** An event as a version without keys would have hashed it. */
interface EventAsText {
  id: string;
  text: string;
}

/** An audit trail of a council of its own, what is said of it, and what is done to it by whoever has the whole database. */
export class AuditTrial {
  readonly clock = new FixedClock();
  readonly person = new SystemIds().uuid();
  dataDir!: string;
  key!: AuditKey;
  trail!: AuditTrail;
  checkpoints!: AuditCheckpoints;

  private constructor(readonly database: TestDatabase) {
    this.begin();
  }

  static async open(): Promise<AuditTrial> {
    return new AuditTrial(await cloneDatabase());
  }

  /** Without events, files and keys again. */
  async reset(): Promise<void> {
    rmSync(this.dataDir, { recursive: true });
    await this.behindItsBack(`truncate audit_event, audit_seal restart identity; ${guards('enable')}`);
    this.begin();
  }

  async close(): Promise<void> {
    await this.database.drop();
    rmSync(this.dataDir, { recursive: true });
  }

  /** @param given what differs from a thing done by a person */
  readonly anEvent = (
    subjectId: string,
    given: { actorId?: string | null; detail?: Record<string, unknown> } = {},
  ) => ({
    actorId: this.person,
    action: 'thing.done',
    subjectType: 'thing',
    subjectId,
    detail: DETAIL,
    ...given,
  });

  readonly record = (subjectId: string, detail: Record<string, unknown> = DETAIL) =>
    this.inOne((tx) => this.trail.record(tx, this.anEvent(subjectId, { detail })));
  readonly records = async (count: number) => {
    for (let index = 1; index <= count; index++) await this.record(String(index));
  };
  readonly recordAll = (events: Parameters<AuditTrail['recordAll']>[1]) =>
    this.inOne((tx) => this.trail.recordAll(tx, events));

  readonly lines = () => new CheckpointFile(this.dataDir).lines();
  readonly verdict = async (more: string[] = []) =>
    verifyAuditTrail(this.database.source.manager, this.key, [...(await this.lines()), ...more]);
  /** Which harm was found, at which event, after how many whole ones. */
  readonly harm = async (more: string[] = []) => {
    const { harm: found, events } = await this.verdict(more);
    return [found?.kind, found?.event, events];
  };

  /** Done by whoever has the whole database, and not the key. */
  readonly behindItsBack = (sql: string) => this.database.asOwner(`${guards('disable')}; ${sql}`);

  /** The whole trail made anew, in the way of a version without keys. */
  readonly rechained = async () => {
    const rows = await this.database.source.query<EventAsText[]>(
      'select id, concat(at, actor_id, action, subject_id, detail) as text from audit_event order by id',
    );
    let previous: Buffer = Buffer.alloc(32);
    const updates = rows.map(({ id, text }) => {
      const hash = createHash('sha256').update(previous).update(text).digest();
      const update = `update audit_event set previous_hash = '\\x${previous.toString('hex')}', hash = '\\x${hash.toString('hex')}' where id = ${id}`;
      previous = hash;
      return update;
    });
    await this.behindItsBack(updates.join(';'));
  };

  private begin(): void {
    this.dataDir = mkdtempSync(join(tmpdir(), 'audit-'));
    this.key = new AuditKey({ DATA_DIR: this.dataDir, AUDIT_KEY: undefined });
    this.trail = new AuditTrail(this.clock, this.key, this.database.source);
    this.checkpoints = new AuditCheckpoints({ DATA_DIR: this.dataDir }, this.database.source, this.key, this.clock);
  }

  private readonly inOne = (act: Parameters<Transactions['run']>[0]) => new Transactions(this.database.source).run(act);
}
