import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import { KeptFormEntity } from './kept-form.entity';
import { KeptFormKeyEntity } from './kept-form-key.entity';

@Injectable()
export class KeptFormRepository {
  constructor(private readonly source: DataSource) {}

  /** In place of what the browser had kept before. */
  async put(tx: EntityManager, form: KeptFormEntity): Promise<void> {
    await tx.upsert(KeptFormEntity, form, ['browserHash']);
  }

  async find(browserHash: Buffer): Promise<KeptFormEntity | null> {
    return this.source.manager.findOneBy(KeptFormEntity, { browserHash });
  }

  async remove(tx: EntityManager, browserHash: Buffer): Promise<void> {
    await tx.delete(KeptFormEntity, { browserHash });
  }

  async removeOld(tx: EntityManager, now: Date): Promise<void> {
    await tx.delete(KeptFormEntity, { expiresAt: LessThanOrEqual(now) });
  }

  async signingKey(): Promise<Buffer> {
    const { key } = await this.source.manager.findOneByOrFail(KeptFormKeyEntity, { one: true });
    return key;
  }
}
