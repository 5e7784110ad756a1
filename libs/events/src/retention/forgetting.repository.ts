import { Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThanOrEqual } from 'typeorm';
import { NEEDS_LIVE_DAYS } from '../needs/needs-live';
import { SignInSheetEntity } from '../sign-in/sign-in-sheet.entity';

const GUESTS_LIVE_MONTHS = 12;
const REQUESTS_LIVE_DAYS = 2;

/** Whoever it is about (`n` or `g`) has a place, or waits for one, at a session that has no end yet or ended after `since`. */
const comesAfter = (whose: string, since: string) => `exists (
  select from booking b join session_standing s on s.id = b.session_id
   where ${whose} and b.state <> 'cancelled' and coalesce(s.ends_at, 'infinity') > ${since})`;

@Injectable()
export class ForgettingRepository {
  /** What somebody needed, and did not want to be kept. */
  async needs(tx: EntityManager, now: Date): Promise<void> {
    const since = `$1::timestamptz - interval '${NEEDS_LIVE_DAYS} days'`;
    await tx.query(
      `delete from need n where not n.kept and n.changed_at <= ${since}
          and not ${comesAfter('b.person_id = n.person_id', since)} and not ${comesAfter('b.guest_id = n.guest_id', since)}`,
      [now],
    );
  }

  /** Names and addresses of guests, and what they have said that they need. */
  async guests(tx: EntityManager, now: Date): Promise<void> {
    const since = `$1::timestamptz - interval '${GUESTS_LIVE_MONTHS} months'`;
    await tx.query(
      `with gone as (
         update guest g set name = null, email = null
          where g.name is not null and g.added_at <= ${since} and not ${comesAfter('b.guest_id = g.id', since)}
         returning g.id), asked as (delete from guest_request r using gone where r.guest_id = gone.id)
       delete from need n using gone where n.guest_id = gone.id`,
      [now],
    );
  }

  /** Who asked for a place and did not confirm their address. */
  async requests(tx: EntityManager, now: Date): Promise<void> {
    await tx.query(
      `delete from guest_request where guest_id is null and asked_at <= $1::timestamptz - interval '${REQUESTS_LIVE_DAYS} days'`,
      [now],
    );
  }
  /** Sign-in sheets that nobody has asked for since. Files by their hash, in hex. */
  async oldSheets(tx: EntityManager, since: Date): Promise<{ sessionIds: string[]; files: string[] }> {
    const rows = await tx.findBy(SignInSheetEntity, { wantedAt: LessThanOrEqual(since) });
    const files = rows.flatMap(({ sha256, storingSha256 }) => [sha256, storingSha256]);
    return {
      sessionIds: rows.map(({ sessionId }) => sessionId),
      files: files.flatMap((file) => (file === null ? [] : [file.toString('hex')])),
    };
  }

  /** Not one that somebody has asked for meanwhile. */
  async forgetSheets(tx: EntityManager, sessionIds: readonly string[], since: Date): Promise<void> {
    await tx.delete(SignInSheetEntity, { sessionId: In(sessionIds), wantedAt: LessThanOrEqual(since) });
  }
}
