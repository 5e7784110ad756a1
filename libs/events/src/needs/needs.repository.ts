import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NeedEntity } from './need.entity';

/** Whose needs. */
export interface NeedsOf {
  personId: string;
}

@Injectable()
export class NeedsRepository {
  constructor(private readonly source: DataSource) {}

  find(of: NeedsOf, tx: EntityManager = this.source.manager): Promise<NeedEntity | null> {
    return tx.findOneBy(NeedEntity, of);
  }

  /** Two that are sent at once both count, and the later one stays. */
  async alone(tx: EntityManager, { personId }: NeedsOf): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('needs ' || $1::uuid, 0))`, [personId]);
  }

  async put(tx: EntityManager, need: NeedEntity): Promise<void> {
    await tx.upsert(NeedEntity, need, ['id']);
  }

  async remove(tx: EntityManager, of: NeedsOf): Promise<void> {
    await tx.delete(NeedEntity, of);
  }
}
