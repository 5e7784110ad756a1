import { Injectable } from '@nestjs/common';
import type { PersonCurrent, RoleHeld } from '@induct/people';
import type { AskedReader, Look } from '@induct/letters';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { FeedbackInvitationEntity } from './feedback-invitation.entity';
import type { FeedbackAnswerEntity } from './feedback-answer.entity';
import { FeedbackRoundEntity } from './feedback-round.entity';
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

const ROUND = `session_id as "sessionId", stage, revision, outcomes, asked, opened_on::text as "openedOn",
  closes_on::text as "closesOn", forgotten_from::text as "forgottenFrom", results, results_at as "resultsAt", changed,
  changed_at as "changedAt", changed_by as "changedBy"`;
/** Of an invitation i: a register that was put right since says that they were not there, so that they are asked no more. */
const STILL_THERE = `exists (select from attendance t
  where t.session_id = i.session_id and t.person_id = i.person_id and t.value = 'present')`;
/** Of an invitation i: whoever was told before $2 is reminded once. */
const UNTOLD = `i.answered_on is null and (i.told_at is null or i.reminded_at is null and i.told_at <= $2) and ${STILL_THERE}`;
const WAS_THERE = `exists (select from attendance a where a.session_id = s.id and a.person_id = p.id and a.value = 'present')`;

@Injectable()
export class FeedbackRepository {
  constructor(private readonly source: DataSource) {}

  /** Until the end of the transaction nobody else answers about the session, or closes that. */
  async alone(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('feedback ' || $1::uuid, 0))`, [sessionId]);
  }

  async round(
    sessionId: string,
    stage: FeedbackStage,
    tx: EntityManager = this.source.manager,
  ): Promise<FeedbackRoundEntity | undefined> {
    const [row] = await tx.query<FeedbackRoundEntity[]>(
      `select ${ROUND} from feedback_round where session_id = $1 and stage = $2`,
      [sessionId, stage],
    );
    return row;
  }

  /** Of a session, the first stage first. */
  rounds(sessionId: string): Promise<FeedbackRoundEntity[]> {
    return this.source.query<FeedbackRoundEntity[]>(
      `select ${ROUND} from feedback_round where session_id = $1 order by stage`,
      [sessionId],
    );
  }

  async open(
    tx: EntityManager,
    round: Omit<FeedbackRoundEntity, 'results' | 'resultsAt' | 'changed' | 'changedAt' | 'changedBy'>,
  ): Promise<void> {
    await tx.insert(FeedbackRoundEntity, round);
  }

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

  /**
   * Puts an answer among the others, and all of them in an order by chance under new ids: neither where it lies nor which
   * transaction wrote it tells it from any other.
   */
  async addAnswer(tx: EntityManager, answer: Omit<FeedbackAnswerEntity, 'id'>): Promise<void> {
    await tx.query(
      `with others as (delete from feedback_answer where session_id = $1 and stage = $2 returning audience, answers)
       insert into feedback_answer (id, session_id, stage, audience, answers)
       select gen_random_uuid(), $1, $2, a.audience, a.answers
         from (select audience, answers from others union all select $3, $4::jsonb) a order by random()`,
      [answer.sessionId, answer.stage, answer.audience, JSON.stringify(answer.answers)],
    );
  }

  answers(
    tx: EntityManager,
    sessionId: string,
    stage: FeedbackStage,
  ): Promise<Pick<FeedbackAnswerEntity, 'audience' | 'answers'>[]> {
    return tx.query<Pick<FeedbackAnswerEntity, 'audience' | 'answers'>[]>(
      'select audience, answers from feedback_answer where session_id = $1 and stage = $2',
      [sessionId, stage],
    );
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

  /** Rounds in which no answer is taken any more, and whose results are not worked out. */
  toClose(today: Day): Promise<Pick<FeedbackRoundEntity, 'sessionId' | 'stage'>[]> {
    return this.source.query<Pick<FeedbackRoundEntity, 'sessionId' | 'stage'>[]>(
      `select session_id as "sessionId", stage from feedback_round where results is null and closes_on < $1
        order by session_id, stage`,
      [today],
    );
  }

  async change(
    tx: EntityManager,
    sessionId: string,
    stage: FeedbackStage,
    change: Partial<FeedbackRoundEntity>,
  ): Promise<void> {
    await tx.update(FeedbackRoundEntity, { sessionId, stage }, change as object);
  }

  /** Who was asked about a session, and their answers one by one, go when nobody is asked any more. Results stay. */
  async forget(tx: EntityManager, today: Day): Promise<void> {
    const over = `select r.session_id from feedback_round r where r.stage = 'after' and r.forgotten_from <= $1
       and not exists (select from feedback_round o where o.session_id = r.session_id and o.results is null)`;
    await tx.query(`delete from feedback_invitation where session_id in (${over})`, [today]);
    await tx.query(`delete from feedback_answer where session_id in (${over})`, [today]);
  }

  /** As what somebody answers. */
  async isMember(tx: EntityManager, personId: string): Promise<boolean> {
    const rows = await tx.query<Pick<RoleHeld, 'personId'>[]>(
      `select person_id as "personId" from role_held where person_id = $1 and role = 'member'`,
      [personId],
    );
    return rows.length > 0;
  }
}
