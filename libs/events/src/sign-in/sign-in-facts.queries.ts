import { Injectable } from '@nestjs/common';
import { AttendanceRepository, type RegisterRow } from '../attendance/attendance.repository';
import { Attenders } from '../attendance/attenders.queries';
import { placesInAll } from '../bookings/place';
import { GuestsThereRepository } from '../invitations/guests-there.repository';
import { ProgrammeRepository } from '../programme/programme.repository';
import type { SignInFacts } from './sign-in-facts';

/** Gathers what a sign-in sheet says now. */
@Injectable()
export class SignInFactsQueries {
  constructor(
    private readonly programme: ProgrammeRepository,
    private readonly register: AttendanceRepository,
    private readonly attenders: Attenders,
    private readonly guests: GuestsThereRepository,
  ) {}

  /** @returns undefined: there is no such session */
  async of(sessionId: string): Promise<SignInFacts | undefined> {
    const session = await this.programme.find(sessionId);
    if (!session) return undefined;
    const [register, guests] = await Promise.all([this.register.register(sessionId), this.guests.guests(sessionId)]);
    const attenders = await this.attenders.of(
      sessionId,
      register.map(({ id }) => id),
    );
    const { event, place, onlineUrl, parts } = session;
    const there = new Set(register.flatMap(({ id, marks }) => (marks.some(isPresent) ? id : [])));
    const people = attenders.filter(({ id, hasPlace }) => hasPlace || there.has(id)).length + guests.length;
    const places = placesInAll(session);
    return {
      sessionId,
      title: event?.title ?? 'A date kept free',
      bring: event?.bring ?? null,
      place,
      onlineUrl,
      parts: parts.map(({ number, on, from, to }) => ({ number, on, from, to })),
      rows: [
        ...attenders.map(({ name, politicalGroup }) => ({ name, group: politicalGroup })),
        // Those whose time is over have no name any more.
        ...guests.flatMap(({ name, partner }) => (name === null ? [] : [{ name, group: `Guest, ${partner}` }])),
      ],
      over: places !== undefined && people > places ? { people, places } : null,
    };
  }
}

const isPresent = ({ value }: RegisterRow['marks'][number]): boolean => value === 'present';
