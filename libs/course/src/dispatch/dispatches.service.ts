import { hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  CONFIG,
  type Config,
  Council,
  type Day,
  dayInLondon,
  Ids,
  Transactions,
} from '@induct/platform';
import { isSequenced, type Standard } from '@induct/scorm';
import { contentOriginOf } from '../versions/content-origin';
import { VersionNotFound } from '../versions/course.errors';
import { Courses } from '../versions/courses';
import type { DispatchDayEntity } from './dispatch-day.entity';
import { dispatchZip } from './dispatch-package';
import { dispatchScript } from './dispatch-script';
import {
  DispatchIsRevoked,
  DispatchNotFound,
  NotToBeDispatched,
  OrderNotDispatched,
  TooManyZips,
} from './dispatch.errors';
import { DispatchRepository, type DispatchRow } from './dispatch.repository';
import { type DispatchState, stateOf } from './dispatch.rules';

export interface DispatchOrder {
  versionId: string;
  partner: string;
  sites: string[];
  endsOn: Day;
  mostLaunches: number | null;
  /** Officer. */
  by: string;
}

export interface Dispatched extends DispatchRow {
  state: DispatchState;
}

const MOST_ZIPS = 50;

/** Modules for partner councils: made, taken away as zips, revoked. */
@Injectable()
export class Dispatches {
  constructor(
    private readonly courses: Courses,
    private readonly dispatches: DispatchRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
    private readonly council: Council,
  ) {}

  /** The newest first. */
  async page(limit: number, offset: number): Promise<Dispatched[]> {
    return (await this.dispatches.page(limit, offset)).map((row) => this.standing(row));
  }

  count(): Promise<number> {
    return this.dispatches.count();
  }

  /** @throws DispatchNotFound */
  async find(id: string): Promise<Dispatched> {
    const row = await this.dispatches.find(id);
    if (!row) throw new DispatchNotFound();
    return this.standing(row);
  }

  /** The newest first. */
  days(id: string, limit: number): Promise<DispatchDayEntity[]> {
    return this.dispatches.days(id, limit);
  }

  /** @returns the dispatch's id @throws VersionNotFound, NotToBeDispatched, OrderNotDispatched */
  async make({ by, versionId, ...order }: DispatchOrder): Promise<string> {
    const version = await this.courses.version(versionId);
    if (!version) throw new VersionNotFound();
    if (version.state !== 'published') throw new NotToBeDispatched();
    if (isSequenced(version.tree)) throw new OrderNotDispatched();
    const id = this.ids.uuid();
    await this.transactions.run(async (tx) => {
      const made = { madeBy: by, madeAt: this.clock.now(), revokedBy: null, revokedAt: null };
      await this.dispatches.add(tx, { id, versionId, ...order, launches: 0, filesKey: this.ids.bytes(32), ...made });
      await this.audit.record(tx, {
        actorId: by,
        action: 'dispatch.made',
        subjectType: 'dispatch',
        subjectId: id,
        detail: { versionId, ...order },
      });
    });
    return id;
  }

  /**
   * A zip of this edition, with a secret of its own. @throws DispatchNotFound, DispatchIsRevoked, TooManyZips
   */
  async zip(id: string, standard: Standard, by: string): Promise<Readable> {
    const dispatch = await this.find(id);
    if (dispatch.revokedAt) throw new DispatchIsRevoked();
    if (dispatch.zips >= MOST_ZIPS) throw new TooManyZips();
    const script = dispatchScript();
    const token = this.ids.secret();
    const takenAt = this.clock.now();
    await this.transactions.run(async (tx) => {
      const tokenHash = hash('sha256', token, 'buffer');
      await this.dispatches.addZip(tx, { tokenHash, dispatchId: id, standard, takenBy: by, takenAt });
      await this.audit.record(tx, {
        actorId: by,
        action: 'dispatch.zip_taken',
        subjectType: 'dispatch',
        subjectId: id,
        detail: { standard },
      });
    });
    const { courseTitle: title, number: version, versionId } = dispatch;
    const origin = contentOriginOf(this.config.CONTENT_ORIGIN, versionId);
    const council = this.council.current.name;
    return dispatchZip({ id, title, version, standard, origin, token, script, council }, takenAt);
  }

  /** Nobody can open it any more, by any of its zips. @throws DispatchNotFound */
  async revoke(id: string, by: string): Promise<void> {
    await this.find(id);
    await this.transactions.run(async (tx) => {
      if (!(await this.dispatches.revoke(tx, id, by, this.clock.now()))) return;
      await this.audit.record(tx, { actorId: by, action: 'dispatch.revoked', subjectType: 'dispatch', subjectId: id });
    });
  }

  private standing(row: DispatchRow): Dispatched {
    const isPublished = row.publishedNumber !== null;
    return { ...row, state: stateOf({ ...row, isPublished }, dayInLondon(this.clock.now())) };
  }
}
