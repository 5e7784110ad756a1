import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { LRUCache } from 'lru-cache';
import { DataSource, type EntityManager } from 'typeorm';
import { PictureEntity } from './picture.entity';
import { PictureIsMissing } from './picture.errors';
import type { Redrawn } from './redrawn';

/** A few councils' arms and signatures, 2 MB each at most. */
const MOST_KEPT = 16;

/** Pictures of certificates, by the SHA-256 of their bytes. They lie in the database: wherever a certificate is, they are. */
@Injectable()
export class Pictures {
  private readonly urls = new LRUCache<string, string>({ max: MOST_KEPT });

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Keeps one that was drawn anew; the same twice is one. @returns its id */
  async keep(tx: EntityManager, { type, width, height, bytes }: Redrawn): Promise<string> {
    const id = createHash('sha256').update(bytes).digest('hex');
    await tx
      .createQueryBuilder()
      .insert()
      .into(PictureEntity)
      .values({ id, type, width, height, bytes, addedAt: this.clock.now() })
      .orIgnore()
      .execute();
    return id;
  }

  /** @param id 64 hex digits; anything else is not there */
  async find(id: string): Promise<Pick<PictureEntity, 'type' | 'bytes'> | undefined> {
    const found = await this.source.manager.findOne(PictureEntity, {
      select: { id: true, type: true, bytes: true },
      where: { id },
    });
    return found ?? undefined;
  }

  /**
   * For a document. Bytes under a hash never change, so they are kept in memory.
   * @throws PictureIsMissing: a certificate is not printed without what belongs on it
   */
  async dataUrl(id: string): Promise<string> {
    const known = this.urls.get(id);
    if (known) return known;
    const found = await this.find(id);
    if (!found) throw new PictureIsMissing(id);
    const url = `data:${found.type};base64,${found.bytes.toString('base64')}`;
    this.urls.set(id, url);
    return url;
  }
}
