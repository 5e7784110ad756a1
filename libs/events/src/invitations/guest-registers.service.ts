import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon, Transactions } from '@induct/platform';
import { NotBegun, NotTakingPlace } from '../attendance/attendance.errors';
import { SessionNotFound } from '../programme/programme.errors';
import { ProgrammeRepository } from '../programme/programme.repository';
import { type GuestRow, GuestsThereRepository } from './guests-there.repository';

/** A page of guests as it is sent: who is ticked, and who was when it was opened. Ids. */
export interface GuestTicks {
  there: readonly string[];
  seen: readonly string[];
}

/** Which guests of partners were there: for figures, and to ask them how it was. */
@Injectable()
export class GuestRegisters {
  constructor(
    private readonly rows: GuestsThereRepository,
    private readonly programme: ProgrammeRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Whoever has a place, and of whom something is ticked. */
  guests(sessionId: string): Promise<GuestRow[]> {
    return this.rows.guests(sessionId);
  }

  /**
   * Only what was changed on the page is written: what somebody else ticked meanwhile stays (1118).
   * @returns of how many something was changed @throws SessionNotFound, NotTakingPlace, NotBegun
   */
  save(sessionId: string, { there, seen }: GuestTicks, by: string): Promise<number> {
    return this.transactions.run(async (tx) => {
      await this.programme.alone(tx, [sessionId]);
      const session = await this.programme.find(sessionId, tx);
      if (!session) throw new SessionNotFound();
      if (session.state !== 'confirmed' && session.state !== 'delivered') throw new NotTakingPlace();
      const now = this.clock.now();
      const [first] = session.parts;
      if (!first || first.on > dayInLondon(now)) throw new NotBegun();
      const changed = (await this.rows.guests(sessionId, tx)).filter(({ id, wasThere }) => {
        const isTicked = there.includes(id);
        return isTicked !== seen.includes(id) && isTicked !== (wasThere ?? false);
      });
      for (const { id } of changed)
        await this.rows.tick(tx, {
          sessionId,
          guestId: id,
          wasThere: there.includes(id),
          recordedAt: now,
          recordedBy: by,
        });
      return changed.length;
    });
  }
}
