import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { isSequenced } from '@induct/scorm';
import { LRUCache } from 'lru-cache';
import { isPass } from '../dispatch/pass.rules';
import { Courses, type CourseVersion } from '../versions/courses';
import { TasterIsClosed } from './taster.errors';
import { type ShownTaster, TasterRepository } from './taster.repository';

/** A version that is published, or a module that is withdrawn, is known this soon. */
const GOOD_FOR_MS = 5_000;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the content origin asks of tasters: may it be opened, and its files. Nothing here knows who learns. */
@Injectable()
export class TasterOpenings {
  private readonly known = new LRUCache<string, { row: ShownTaster | undefined; until: number }>({ max: 1_000 });

  constructor(
    private readonly tasters: TasterRepository,
    private readonly courses: Courses,
    private readonly clock: Clock,
  ) {}

  /** @param pass of today or yesterday @throws TasterIsClosed */
  async open(id: string, pass: string): Promise<{ taster: ShownTaster; version: CourseVersion }> {
    const taster = await this.playing(id, pass);
    const version = taster && (await this.courses.version(taster.versionId));
    if (!version || isSequenced(version.tree)) throw new TasterIsClosed();
    return { taster, version };
  }

  /** Undefined when nothing may be played. Asked for each file, hardly ever with a query. */
  async playing(id: string, pass: string): Promise<ShownTaster | undefined> {
    if (!ID.test(id)) return undefined;
    const row = await this.row(id);
    return row && isPass(pass, row.filesKey, this.clock.now()) ? row : undefined;
  }

  private async row(id: string): Promise<ShownTaster | undefined> {
    const at = this.clock.now().getTime();
    const known = this.known.get(id);
    if (known && known.until > at) return known.row;
    const row = await this.tasters.find(id);
    this.known.set(id, { row, until: at + GOOD_FOR_MS });
    return row;
  }
}
