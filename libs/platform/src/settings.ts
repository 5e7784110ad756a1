import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

/** What the council has set: a value for a key. Each lib has keys of its own, and checks what it reads. */
@Injectable()
export class Settings {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Undefined when nothing is set. */
  async find(key: string, tx: EntityManager = this.source.manager): Promise<unknown> {
    const [row] = await tx.query<{ value: unknown }[]>('select value from setting where key = $1', [key]);
    return row?.value;
  }

  /** @param value as JSON has it */
  async set(tx: EntityManager, key: string, value: unknown, at: Date): Promise<void> {
    await tx.query(
      `insert into setting (key, value, changed_at) values ($1, $2, $3)
       on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
      [key, JSON.stringify(value), at],
    );
  }

  async remove(tx: EntityManager, key: string): Promise<void> {
    await tx.query('delete from setting where key = $1', [key]);
  }
}
