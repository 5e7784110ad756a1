import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import type { AskedReader, Look } from '@induct/letters';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { FeedbackInvitationEntity } from './feedback-invitation.entity';
import type { FeedbackRoundEntity } from './feedback-round.entity';
import type { FeedbackStage } from './timetable';
import type { EventEntity } from '../programme/event.entity';
import type { PartEntity } from '../programme/part.entity';
import type { SessionEntity } from '../programme/session.entity';

/** Whom a letter goes to. */
export type ToAsk = Pick<PersonCurrent, 'id' | 'name' | 'email'>;

/** What somebody is to be told of: what they were asked. */
export type ToTell = Pick<FeedbackInvitationEntity, 'sessionId' | 'stage'> &
  Pick<EventEntity, 'title'> &
  Pick<FeedbackRoundEntity, 'closesOn' | 'asked'> & {
    /** They were told before, and have not answered. */
    again: boolean;
  };

/** Of whom an answer is still taken, and of whoever was told before that moment a reminder is due. */
export interface Telling {
  today: Day;
  toldBefore: Date;
}

/** A session that somebody was at, what they were asked about it, and what came of that. */
export type AskedOf = Pick<
  FeedbackRoundEntity,
  'sessionId' | 'stage' | 'openedOn' | 'closesOn' | 'changed' | 'changedAt'
> &
  Pick<EventEntity, 'title'> & {
    answeredOn: FeedbackInvitationEntity['answeredOn'];
    /** Who was asked is forgotten after a while; what was changed stays. */
    isForgotten: boolean;
    /** The last day of the session. */
    lastDay: PartEntity['on'];
  };

/** A session that is due. */
export interface DueSession extends Pick<SessionEntity, 'id'> {
  /** Its last day. */
  lastDay: PartEntity['on'];
}

/** What somebody was asked. */
export type Invitation = Pick<FeedbackInvitationEntity, 'stage' | 'answeredOn'> & Pick<EventEntity, 'title'>;

/** Of an invitation i: a register that was put right since says that they were not there, so that they are asked no more. */
const STILL_THERE = `exists (select from attendance t
  where t.session_id = i.session_id and t.person_id = i.person_id and t.value = 'present')`;
/** Of an invitation i: whoever was told before $2 is reminded once. */
const UNTOLD = `i.answered_on is null and (i.told_at is null or i.reminded_at is null and i.told_at <= $2) and ${STILL_THERE}`;
const WAS_THERE = `exists (select from attendance a where a.session_id = s.id and a.person_id = p.id and a.value = 'present')`;

/** Who is asked about a session: who is to be, was told, and has answered. */
@Injectable()
export class FeedbackInvitationRepository {
  constructor(private readonly source: DataSource) {}

  /** Whoever was there and has not been asked, and still takes part in anything. */
  toAsk(tx: EntityManager, sessionId: string, stage: FeedbackStage): Promise<ToAsk[]> {
    return tx.query<ToAsk[]>(
      `select p.id, p.name, p.email from programme_session s cross join person_current p
        where s.id = $1 and p.id in (select person_id from attendance where session_id = $1) and ${WAS_THERE} and p.is_active
          and exists (select from role_held h where h.person_id = p.id)
          and not exists (select from feedback_invitation i where i.session_id = $1 and i.stage = $2 and i.person_id = p.id)
        order by p.id`,
      [sessionId, stage],
    );
  }

  async invite(
    tx: EntityManager,
    { sessionId, stage, askedAt, toldAt }: Pick<FeedbackInvitationEntity, 'sessionId' | 'stage' | 'askedAt' | 'toldAt'>,
    personIds: readonly string[],
  ): Promise<void> {
    const rows = personIds.map((personId) => ({
      sessionId,
      stage,
      personId,
      askedAt,
      toldAt,
      remindedAt: null,
      answeredOn: null,
    }));
    await tx.insert(FeedbackInvitationEntity, rows);
  }

  /**
   * Delivered sessions of those last days that somebody was at who has not been asked, by id.
   * @param today rounds that are over ask nobody any more
   */
  due(stage: FeedbackStage, { from, to }: { from: Day; to: Day }, today: Day): Promise<DueSession[]> {
    return this.source.query<DueSession[]>(
      `select s.id, l.last_day::text as "lastDay"
         from programme_session s
         cross join lateral (select max(d."on") as last_day from session_part d where d.session_id = s.id) l
         left join feedback_round r on r.session_id = s.id and r.stage = $1
        where s.state = 'delivered' and s.event_id is not null
          and s.id in (select session_id from session_part where "on" between $2 and $3)
          and l.last_day between $2 and $3 and coalesce(r.closes_on >= $4, true)
          and ($1 = 'after' or exists (select from feedback_round f
                 where f.session_id = s.id and f.stage = 'after' and cardinality(f.outcomes) > 0))
          and exists (select from attendance a where a.session_id = s.id and a.value = 'present'
                and not exists (select from feedback_invitation i
                      where i.session_id = s.id and i.stage = $1 and i.person_id = a.person_id))
        order by s.id`,
      [stage, from, to, today],
    );
  }

  /** Who has something to be told by letter and may be asked today, by id. */
  waiting({ today, toldBefore }: Telling, { after, limit }: Pick<Look, 'after' | 'limit'>): Promise<AskedReader[]> {
    return this.source.query<AskedReader[]>(
      `select p.id as "personId", p.name, p.email
         from person_current p left join reminder_choice_standing c on c.person_id = p.id
        where p.is_active and coalesce(c.how <> 'mandatory' and c.next_from <= $1, true) and p.id::text > $3
          and exists (select from feedback_invitation i
                join feedback_round r on r.session_id = i.session_id and r.stage = i.stage
               where i.person_id = p.id and r.closes_on >= $1 and ${UNTOLD})
        order by p.id::text limit $4`,
      [today, toldBefore, after, limit],
    );
  }

  /** What somebody is to be told of, marked as told at once. */
  tell(tx: EntityManager, personId: string, { today, toldBefore }: Telling, now: Date): Promise<ToTell[]> {
    return tx.query<ToTell[]>(
      `with untold as (
         select i.session_id, i.stage, i.told_at is not null as again, r.closes_on, r.asked from feedback_invitation i
           join feedback_round r on r.session_id = i.session_id and r.stage = i.stage
          where i.person_id = $3 and r.closes_on >= $1 and ${UNTOLD} for update of i),
       told as (
         update feedback_invitation i set told_at = coalesce(i.told_at, $4), reminded_at = case when u.again then $4::timestamptz end
           from untold u where i.session_id = u.session_id and i.stage = u.stage and i.person_id = $3)
       select u.session_id as "sessionId", u.stage, e.title, u.closes_on::text as "closesOn", u.asked, u.again
         from untold u join programme_session s on s.id = u.session_id join programme_event e on e.id = s.event_id
        order by u.closes_on, u.session_id`,
      [today, toldBefore, personId, now],
    );
  }

  /** What somebody was asked about a session last. */
  async invitation(
    sessionId: string,
    personId: string,
    tx: EntityManager = this.source.manager,
  ): Promise<Invitation | undefined> {
    const [row] = await tx.query<Invitation[]>(
      `select i.stage, i.answered_on::text as "answeredOn", e.title
         from feedback_invitation i join programme_session s on s.id = i.session_id join programme_event e on e.id = s.event_id
        where i.session_id = $1 and i.person_id = $2 and (i.answered_on is not null or ${STILL_THERE})
        order by i.stage desc limit 1`,
      [sessionId, personId],
    );
    return row;
  }

  /** Every round about a session that somebody was at, the latest first. */
  ofPerson(personId: string): Promise<AskedOf[]> {
    return this.source.query<AskedOf[]>(
      `select r.session_id as "sessionId", r.stage, r.opened_on::text as "openedOn", r.closes_on::text as "closesOn", e.title,
              i.answered_on::text as "answeredOn", i.person_id is null as "isForgotten", r.changed, r.changed_at as "changedAt",
              (select max("on")::text from session_part where session_id = s.id) as "lastDay"
         from feedback_round r join programme_session s on s.id = r.session_id join programme_event e on e.id = s.event_id
         left join feedback_invitation i on i.session_id = r.session_id and i.stage = r.stage and i.person_id = $1
        where r.session_id in (select session_id from attendance where person_id = $1 and value = 'present')
        order by r.opened_on desc, r.session_id, r.stage desc`,
      [personId],
    );
  }

  /** @returns whether it was the first time */
  async answered(
    tx: EntityManager,
    sessionId: string,
    stage: FeedbackStage,
    personId: string,
    on: Day,
  ): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `update feedback_invitation set answered_on = $4
        where session_id = $1 and stage = $2 and person_id = $3 and answered_on is null`,
      [sessionId, stage, personId, on],
    );
    return changed === 1;
  }

  async countAsked(tx: EntityManager, sessionId: string, stage: FeedbackStage): Promise<number> {
    const [row] = await tx.query<[{ asked: number }]>(
      `select (select count(*) from feedback_invitation i
                where i.session_id = $1 and i.stage = $2 and (i.answered_on is not null or ${STILL_THERE}))::int
            + (select count(*) from guest_feedback where session_id = $1 and $2 = 'after')::int as asked`,
      [sessionId, stage],
    );
    return row.asked;
  }
}
