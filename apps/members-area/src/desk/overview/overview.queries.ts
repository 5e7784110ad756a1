import { Injectable } from '@nestjs/common';
import { type AccreditationWaiting, UnaskedEvents } from '@induct/accreditation';
import { type ProgrammeAttention, ProgrammeAttentionQueries } from '@induct/events';
import { LibraryLists } from '@induct/handbook';
import { Clock, type Day, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';

/** Of what it is known since when it waits. */
export type Waits =
  | AccreditationWaiting['what']
  | 'certificate'
  | 'letter'
  | 'change'
  | 'completion'
  | 'draft'
  | 'late'
  | 'mark'
  | 'proposal'
  | 'programme'
  | 'session'
  | 'template';

/** Of what it is known by when it is to be done. */
export type Dated = 'place' | 'round';

/** What may want somebody's attention, counted. */
export interface Attention {
  uploadsRunning: number;
  /** Refused or interrupted within the last week. */
  uploadsRefused: number;
  /** Modules whose newest version nobody has published. */
  drafts: number;
  certificatesFailed: number;
  lettersFailed: number;
  /** Certificates that one officer wants revoked, in force until another confirms. */
  revocationsProposed: number;
  /** Certificates that one officer wants suspended, counting until another confirms. */
  suspensionsProposed: number;
  /** Certificates that one officer wants issued by hand. */
  byHandProposed: number;
  /** Awards whose certificate an officer issues. */
  awardsWaiting: number;
  /** Names that members ask for. */
  namesToCorrect: number;
  /** Completions that are hard to believe: no certificate comes of one until an officer has looked. */
  completionsToLookAt: number;
  certificatesInForce: number;
  /** Changes to people and to the quorum that wait for a second person. */
  changesProposed: number;
  /** Within the last week. */
  changedByTwo: number;
  /** Mandates that nobody has adopted yet. */
  mandatesProposed: number;
  /** How many people have something that is overdue; what groups ask of their own is left out. */
  peopleLate: number;
  /** Events marked as mandatory that no mandate asks for. */
  eventsUnasked: number;
  /** What people want to see in the programme, and nobody has answered. */
  eventsProposed: number;
  /** Versions of the programme that the steering group has approved, and nobody has published. */
  programmesApproved: number;
  /** Sessions that are over, and of which nobody has said that they took place. */
  sessionsUnsaid: number;
  /** The day of the first of those. */
  unsaidFrom: Day | null;
  /** Who waits for a place at a session to come. */
  waitForAPlace: number;
  /** Open test rounds that have fewer sign-offs than they need. */
  roundsShort: number;
  /** Roles that were given by one person alone, and are still held. */
  grantedAlone: number;
  /** What members have sent in, and no officer has decided. */
  claimsWaiting: number;
  /** Versions of schemes that one officer wants adopted. */
  schemesProposed: number;
  /** What the register is to be, entered by one officer. */
  editionsProposed: number;
  /** That the authority has accredited something, entered by one officer. */
  accreditationsProposed: number;
  /** Arms or a logo of the council that one officer wants on certificates. */
  marksProposed: number;
  /** Templates of certificates that an officer wants approved. */
  templatesProposed: number;
  /** Resources of the library whose review is overdue, or due within sixty days. */
  reviewsDue: number;
  /** Modules that members see whose review is overdue. */
  modulesToReview: number;
  /** Addresses in the library that do not work any more. */
  linksBroken: number;
  /** Since when the oldest of each waits; nothing where none does. */
  oldest: Partial<Record<Waits, string | null>>;
  /** By when the first of each is to be done. */
  soonest: Partial<Record<Dated, string | null>>;
}

/** What is asked of others than the windows. */
type OfOthers =
  | 'eventsUnasked'
  | 'reviewsDue'
  | 'linksBroken'
  | 'eventsProposed'
  | 'programmesApproved'
  | 'sessionsUnsaid'
  | 'unsaidFrom';

/** What is overdue today ($2): what groups ask of their own is left out. */
const LATE = `
  select person_id, due_on from obligation_standing where is_open and not in_group and due_on < $2
  union all select person_id, due_on from top_up_standing where is_open and due_on < $2`;

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

@Injectable()
export class OverviewQueries {
  constructor(
    private readonly source: DataSource,
    private readonly unasked: UnaskedEvents,
    private readonly library: LibraryLists,
    private readonly programme: ProgrammeAttentionQueries,
    private readonly clock: Clock,
  ) {}

  async attention(): Promise<Attention> {
    const now = this.clock.now();
    const unasked = this.unasked.all();
    const library = this.library.attention();
    const programme = this.programme.read();
    const [row] = await this.source.query<Omit<Attention, OfOthers>[]>(
      `select
         (select count(*)::int from upload_standing where is_running) as "uploadsRunning",
         (select count(*)::int from upload_standing
           where went_wrong and created_at > $1) as "uploadsRefused",
         (select count(*)::int from version_standing where is_newest and state = 'draft') as drafts,
         (select count(*)::int from certificate_standing where failed) as "certificatesFailed",
         (select count(*)::int from letter_standing where failed) as "lettersFailed",
         (select count(*)::int from revocation_standing v join certificate_standing c on c.id = v.certificate_id
           where v.waits and c.state in ('issued', 'suspended')) as "revocationsProposed",
         (select count(*)::int from suspension_standing v join certificate_standing c on c.id = v.certificate_id
           where v.waits and c.state = 'issued') as "suspensionsProposed",
         (select count(*)::int from by_hand_standing where waits) as "byHandProposed",
         (select count(*)::int from award_waiting) as "awardsWaiting",
         (select count(*)::int from name_change_standing where waits) as "namesToCorrect",
         (select count(*)::int from look_waiting) as "completionsToLookAt",
         (select count(*)::int from certificate_standing
           where certificate_validity(state, valid_until, $2) = 'valid') as "certificatesInForce",
         (select count(*)::int from proposal_standing where waits) as "changesProposed",
         (select count(*)::int from proposal_standing
           where took_effect and decided_at > $1) as "changedByTwo",
         (select count(*)::int from mandate_standing where waits) as "mandatesProposed",
         (select count(distinct person_id)::int from (${LATE}) l) as "peopleLate",
         (select count(*)::int from booking_standing b join session_standing s on s.id = b.session_id
           where b.state = 'waiting' and s.state = 'confirmed' and s.starts_at > $3) as "waitForAPlace",
         (select count(*)::int from round_standing where state = 'open' and signed_off < quorum) as "roundsShort",
         (select count(*)::int from role_held where granted_alone) as "grantedAlone",
         (select count(*)::int from accreditation_waiting where what = 'claim') as "claimsWaiting",
         (select count(*)::int from accreditation_waiting where what = 'scheme') as "schemesProposed",
         (select count(*)::int from accreditation_waiting where what = 'register_edition') as "editionsProposed",
         (select count(*)::int from accreditation_waiting
           where what = 'statutory_accreditation') as "accreditationsProposed",
         (select count(*)::int from version_review r join course_current c on c.published_version_id = r.version_id
           where r.review_by < $2) as "modulesToReview",
         (select count(*)::int from council_mark_standing where waits) as "marksProposed",
         (select count(*)::int from template_standing where waits) as "templatesProposed",
         (select coalesce(jsonb_object_agg(what, since), '{}') from (
            select what, min(since) as since from accreditation_waiting group by what
            union all select 'certificate', min(issued_at) from certificate_standing where failed
            union all select 'letter', min(created_at) from letter_standing where failed
            union all select 'change', min(proposed_at) from proposal_standing where waits
            union all select 'completion', min(since) from look_waiting
            union all select 'draft', min(uploaded_at) from version_standing where is_newest and state = 'draft'
            union all select 'mark', min(proposed_at) from council_mark_standing where waits
            union all select 'template', min(proposed_at) from template_standing where waits
            union all select 'late', min(due_on at time zone 'Europe/London') from (${LATE}) l) w) as oldest,
         jsonb_build_object(
           'place', (select min(s.starts_at) from booking_standing b join session_standing s on s.id = b.session_id
             where b.state = 'waiting' and s.state = 'confirmed' and s.starts_at > $3),
           'round', (select min(deadline) from round_standing where state = 'open' and signed_off < quorum)) as soonest`,
      [new Date(now.getTime() - WEEK_MS), dayInLondon(now), now],
    );
    const { overdue, dueSoon, brokenLinks } = await library;
    const ofLibrary = { reviewsDue: overdue + dueSoon, linksBroken: brokenLinks };
    const { oldest, ...ofProgramme } = programmeOf(await programme);
    return {
      ...row!,
      ...ofLibrary,
      ...ofProgramme,
      eventsUnasked: (await unasked).length,
      oldest: { ...row!.oldest, ...oldest },
    };
  }
}

const programmeOf = ({ proposals, approved, unsaid }: ProgrammeAttention) => ({
  eventsProposed: proposals.count,
  programmesApproved: approved.count,
  sessionsUnsaid: unsaid.count,
  unsaidFrom: unsaid.firstDay,
  oldest: { proposal: proposals.since, programme: approved.since, session: unsaid.since },
});
