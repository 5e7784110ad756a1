import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../injected/clock';
import { AuditKey } from './audit-key';
import type { AuditEventEntity } from './audit-event.entity';
import { BEGINNING, canonical, instant, type StoredEvent } from './audit-rows';
import { sealOlderEvents } from './audit-seals';

export type AuditEvent = Pick<AuditEventEntity, 'actorId' | 'action' | 'subjectType' | 'subjectId'> &
  Partial<Pick<AuditEventEntity, 'detail'>>;

/** The key that the last event or its seal was made with. */
type LastKey = Pick<AuditEventEntity, 'keyId'>;

type Last = LastKey & Pick<StoredEvent, 'at' | 'actorId' | 'detail'> & { hash: Buffer | null };

/** The record of who did what: written in the same transaction as the act, chained by keyed hashes, never changed. */
@Injectable()
export class AuditTrail implements OnApplicationBootstrap {
  private readonly logger = new Logger(AuditTrail.name);

  constructor(
    private readonly clock: Clock,
    private readonly key: AuditKey,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /** Seals what an earlier version wrote, before anything is added. */
  async onApplicationBootstrap(): Promise<void> {
    const [last] = await this.source.query<LastKey[]>(
      `select coalesce(s.key_id, e.key_id) as "keyId"
       from audit_event e left join audit_seal s on s.event_id = e.id order by e.id desc limit 1`,
    );
    if (last?.keyId === null) {
      await this.source.transaction(async (tx) => {
        await lock(tx);
        await sealOlderEvents(tx, this.key);
      });
    } else if (last && last.keyId !== this.key.id) {
      this.logger.error(
        'The audit trail was written with another key than the one that is here (DATA_DIR/keys/audit.key or AUDIT_KEY). Put the right one back: npm run audit:verify will not believe what follows.',
      );
    }
  }

  /** Many events of one moment and one act, in their order, in two statements however many they are. */
  async recordAll(tx: EntityManager, events: readonly AuditEvent[]): Promise<void> {
    const [first] = events;
    if (!first) return;
    await lock(tx);
    let last = await this.last(tx, first);
    if (last.hash && last.keyId === null) {
      await sealOlderEvents(tx, this.key);
      last = await this.last(tx, first);
    }
    const kept = await tx.query<Pick<Last, 'actorId' | 'detail'>[]>(
      `select actor::uuid::text as "actorId", detail::jsonb::text as detail
         from unnest($1::text[], $2::text[]) with ordinality as given (actor, detail, nth) order by nth`,
      [events.map(({ actorId }) => actorId), events.map(({ detail }) => JSON.stringify(detail ?? {}))],
    );
    let previous = last.hash ?? BEGINNING;
    const chained = events.map(({ action, subjectType, subjectId }, nth) => {
      const row = { at: last.at, ...kept[nth]!, action, subjectType, subjectId };
      const hash = this.key.hash(previous, canonical(row));
      const link = { ...row, previous, hash };
      previous = hash;
      return link;
    });
    await tx.query(
      `insert into audit_event (at, actor_id, action, subject_type, subject_id, detail, previous_hash, hash, key_id)
       select $1::timestamptz, actor::uuid, action, kind, subject, detail::jsonb, previous, hash, $8
         from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[], $9::bytea[])
              with ordinality as given (actor, action, kind, subject, detail, previous, hash, nth) order by nth`,
      [
        last.at,
        chained.map(({ actorId }) => actorId),
        chained.map(({ action }) => action),
        chained.map(({ subjectType }) => subjectType),
        chained.map(({ subjectId }) => subjectId),
        chained.map(({ detail }) => detail),
        chained.map((link) => link.previous),
        this.key.id,
        chained.map(({ hash }) => hash),
      ],
    );
  }

  async record(tx: EntityManager, event: AuditEvent): Promise<void> {
    // One writer at a time, else two events would continue the same predecessor.
    await lock(tx);
    let last = await this.last(tx, event);
    if (last.hash && last.keyId === null) {
      await sealOlderEvents(tx, this.key);
      last = await this.last(tx, event);
    }
    const { action, subjectType, subjectId } = event;
    const { at, actorId, detail } = last;
    const previous = last.hash ?? BEGINNING;
    await tx.query(
      `insert into audit_event (at, actor_id, action, subject_type, subject_id, detail, previous_hash, hash, key_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        at,
        actorId,
        action,
        subjectType,
        subjectId,
        detail,
        previous,
        this.key.hash(previous, canonical({ at, actorId, action, subjectType, subjectId, detail })),
        this.key.id,
      ],
    );
  }

  /** The event before, and the new one in the form in which PostgreSQL will keep it: a date, say, is a text by then. */
  private async last(tx: EntityManager, { actorId, detail }: AuditEvent): Promise<Last> {
    const [row] = await tx.query<[Last]>(
      `select last.hash, last.key_id as "keyId", ${instant('$1::timestamptz')} as at, $2::uuid::text as "actorId",
         $3::jsonb::text as detail
       from (select) as event left join (
         select coalesce(s.hash, e.hash) as hash, coalesce(s.key_id, e.key_id) as key_id
         from audit_event e left join audit_seal s on s.event_id = e.id order by e.id desc limit 1
       ) as last on true`,
      [this.clock.now(), actorId, JSON.stringify(detail ?? {})],
    );
    return row;
  }
}

async function lock(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('audit'))`);
}
