import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon } from '@induct/platform';
import { LRUCache } from 'lru-cache';
import { DispatchIsClosed, ZipUnknown } from './dispatch.errors';
import { DispatchRepository, type DispatchToOpen } from './dispatch.repository';
import { mayGoOn, stateOf } from './dispatch.rules';
import { isPass, passOf } from './pass.rules';

/** An officer's "revoke" is in force this soon. */
const GOOD_FOR_MS = 5_000;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A dispatch that may be played now. */
export interface OpenDispatch extends DispatchToOpen {
  /** By which its files are asked for. */
  pass: string;
}

/** What the learning systems of partners ask: may it be opened, and its files. Nothing here knows who learns. */
@Injectable()
export class DispatchOpenings {
  private readonly known = new LRUCache<string, { row: DispatchToOpen | undefined; until: number }>({ max: 1_000 });

  constructor(
    private readonly dispatches: DispatchRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an opening, and says what is opened.
   * @param token out of the zip @param isFirst the learning system called it the first of somebody
   * @throws ZipUnknown, DispatchIsClosed
   */
  async open(id: string, token: string, isFirst: boolean): Promise<OpenDispatch> {
    const [row, zip] = ID.test(id)
      ? await Promise.all([this.dispatches.toOpen(id), this.dispatches.zip(id, hash('sha256', token, 'buffer'))])
      : [];
    if (!row || !zip) throw new ZipUnknown();
    const now = this.clock.now();
    const today = dayInLondon(now);
    const state = stateOf(row, today);
    if (state !== 'open') throw new DispatchIsClosed(state);
    // Somebody else may have had the last one at this moment.
    if (!(await this.dispatches.countLaunch(id, today, isFirst))) throw new DispatchIsClosed('full');
    return { ...row, pass: passOf(row.filesKey, now) };
  }

  /** What may be played by this pass; undefined when nothing may. Asked for each file, hardly ever with a query. */
  async playing(id: string, pass: string): Promise<DispatchToOpen | undefined> {
    const row = ID.test(id) ? await this.row(id) : undefined;
    const now = this.clock.now();
    if (!row || !mayGoOn(stateOf(row, dayInLondon(now)))) return undefined;
    return isPass(pass, row.filesKey, now) ? row : undefined;
  }

  /** An opening says that it is still there. @param completed the module has just been completed @throws DispatchIsClosed */
  async still(id: string, pass: string, completed: boolean): Promise<void> {
    if (!(await this.playing(id, pass))) throw new DispatchIsClosed('revoked');
    if (completed) await this.dispatches.countCompleted(id, dayInLondon(this.clock.now()));
  }

  private async row(id: string): Promise<DispatchToOpen | undefined> {
    const at = this.clock.now().getTime();
    const known = this.known.get(id);
    if (known && known.until > at) return known.row;
    const row = await this.dispatches.toOpen(id);
    this.known.set(id, { row, until: at + GOOD_FOR_MS });
    return row;
  }
}
