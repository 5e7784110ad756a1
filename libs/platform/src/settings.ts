import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { SettingEntity } from './database/setting.entity';

/** What the council has set: a value for a key. Each lib has keys of its own, and checks what it reads. */
@Injectable()
export class Settings {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Undefined when nothing is set. */
  async find(key: string, tx: EntityManager = this.source.manager): Promise<unknown> {
    return (await tx.findOneBy(SettingEntity, { key }))?.value;
  }

  /** @param value as JSON has it */
  async set(tx: EntityManager, key: string, value: object | string, at: Date): Promise<void> {
    await tx.upsert(SettingEntity, { key, value, changedAt: at }, ['key']);
  }

  async remove(tx: EntityManager, key: string): Promise<void> {
    await tx.delete(SettingEntity, { key });
  }
}
