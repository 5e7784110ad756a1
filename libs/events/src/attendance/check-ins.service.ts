import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon } from '@induct/platform';
import { CodeIsOld, CodeIsWrong } from './attendance.errors';
import { codeAt, isOpen, judge, opensAt, secondsLeft, typedCode } from './check-in-code';
import { CheckInKey } from './check-in-key';
import { Registers } from './registers.service';
import { SessionNotFound } from '../programme/programme.errors';
import { type PlannedSession, ProgrammeRepository } from '../programme/programme.repository';

type Part = PlannedSession['parts'][number];

/** What somebody checks in at. */
export interface CheckInAt {
  session: PlannedSession;
  part: Part;
}

/** What is shown in the room; without a part nobody can check in now. */
export interface ShownCode {
  session: PlannedSession;
  now?: { part: Part; code: string; secondsLeft: number };
  /** When the next part opens. */
  opensAt?: Date;
}

/** People say themselves that they are there, by a code that only those in the room see. */
@Injectable()
export class CheckIns {
  constructor(
    private readonly programme: ProgrammeRepository,
    private readonly registers: Registers,
    private readonly key: CheckInKey,
    private readonly clock: Clock,
  ) {}

  /** @throws SessionNotFound */
  async shown(sessionId: string): Promise<ShownCode> {
    const session = await this.programme.find(sessionId);
    if (!session) throw new SessionNotFound();
    const now = this.clock.now();
    const part = openPart(session, now);
    if (part) {
      const code = codeAt(this.key.bytes, { sessionId, part: part.number }, now);
      return { session, now: { part, code, secondsLeft: secondsLeft(now) } };
    }
    const next = session.parts
      .filter(({ from }) => takesPlace(session) && from !== null)
      .map(({ on, from }) => opensAt(on, from!))
      .find((opens) => opens > now);
    return { session, ...(next && { opensAt: next }) };
  }

  /** @param typed the code, as somebody typed it @throws CodeIsWrong, CodeIsOld */
  async find(typed: string): Promise<CheckInAt> {
    const now = this.clock.now();
    const [today, code] = [dayInLondon(now), typedCode(typed)];
    let wasRight = false;
    for (const session of await this.programme.between(today, today)) {
      const part = openPart(session, now);
      if (!part) continue;
      const is = judge(this.key.bytes, { sessionId: session.id, part: part.number }, code, now);
      if (is === 'right') return { session, part };
      if (is === 'old') wasRight = true;
    }
    throw wasRight ? new CodeIsOld() : new CodeIsWrong();
  }

  /**
   * That part and no other. To check in twice changes nothing.
   * @throws CodeIsWrong, CodeIsOld, RegisterIsClosed, MarkedAbsent
   */
  async checkIn(typed: string, personId: string): Promise<CheckInAt> {
    const at = await this.find(typed);
    const mark = { personId, part: at.part.number, value: 'present' as const };
    await this.registers.mark(at.session.id, [mark], { by: personId, how: 'code' });
    return at;
  }
}

const takesPlace = ({ state }: PlannedSession): boolean => state === 'confirmed' || state === 'delivered';

/** Of two that are open, as the afternoon is before the morning has ended, the one that is on. */
function openPart(session: PlannedSession, now: Date): Part | undefined {
  if (!takesPlace(session)) return undefined;
  return session.parts.find(({ on, from, to }) => from !== null && to !== null && isOpen({ on, from, to }, now));
}
