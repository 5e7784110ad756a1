import { Injectable } from '@nestjs/common';
import type { CourseCurrent, HostAgreed, PackageReport, PublicationMade, VersionStanding } from '@induct/course';
import type { PersonCurrent } from '@induct/people';
import type { NoSaid, RoundStanding } from '@induct/steering';
import { DataSource } from 'typeorm';
import type { VersionRow } from '../modules.queries';
import { OVERRIDDEN, type OverrideInForce } from '../overridden.queries';

/** A version with all that its officers' pages say of it but the comparison and the gate. */
export interface VersionPage extends VersionRow, Pick<VersionStanding, 'outside' | 'canGo'> {
  /** In hex. */
  sha256: string;
  findings: PackageReport['findings'];
  /** Those that officers have agreed to. */
  hosts: HostRow[];
  course: CourseOfVersion;
  /** Openings in which something changed the player's page. */
  changedPages: number;
  /** Its publications, the newest first. */
  publications: PublicationRow[];
  /** The course's other versions, the newest first. */
  others: Pick<VersionStanding, 'id' | 'number'>[];
  round: RoundOfVersion | null;
  /** Published by override, and no later round of the course has reached its quorum. */
  overridden: OverrideInForce | null;
}

interface CourseOfVersion extends Pick<
  CourseCurrent,
  'id' | 'slug' | 'title' | 'summary' | 'minutes' | 'core' | 'publishedVersionId'
> {
  /** Number of the version members see. */
  published: number | null;
}

export interface HostRow extends Pick<HostAgreed, 'host' | 'uses' | 'reason'> {
  at: string;
  /** Name; null: found when older versions were looked through, or somebody who has left. */
  by: string | null;
}

export interface PublicationRow extends Pick<
  PublicationMade,
  'number' | 'ground' | 'policy' | 'changeNote' | 'retakeBy' | 'halfWay'
> {
  at: string;
  by: string | null;
}

/** The last round on the version. */
export interface RoundOfVersion extends Pick<RoundStanding, 'id' | 'number' | 'state' | 'quorum' | 'closedWhy'> {
  deadline: string;
  closedAt: string | null;
  testers: number;
  signedOff: number;
  refused: number;
  findings: number;
  /** What its testers answered no to, in the order of the checklist. */
  noes: (Pick<NoSaid, 'text' | 'decision' | 'note'> & Pick<PersonCurrent, 'name'>)[];
}

/** Whom publishing a version concerns. */
export interface Concerned {
  /** People who have completed the course. */
  completed: number;
  /** People half-way on other versions, and on this one. */
  halfWay: { version: number; people: number }[];
  /** Members who have not opened it. */
  notStarted: number;
}

interface TesterToAsk extends Pick<PersonCurrent, 'id' | 'name'> {
  group: PersonCurrent['politicalGroup'];
}

@Injectable()
export class VersionQueries {
  constructor(private readonly source: DataSource) {}

  /** @param number as in the address */
  async find(slug: string, number: string): Promise<VersionPage | undefined> {
    if (!/^[1-9]\d{0,8}$/.test(number)) return undefined;
    const [version] = await this.source.query<VersionPage[]>(VERSION, [slug, Number(number)]);
    return version;
  }

  async concerned(courseId: string): Promise<Concerned> {
    const [row] = await this.source.query<[Concerned]>(CONCERNED, [courseId]);
    return row;
  }

  /** Who can be asked to test: testers but the officer who asks. */
  testers(officerId: string): Promise<TesterToAsk[]> {
    return this.source.query<TesterToAsk[]>(
      `select p.id, p.name, p.political_group as "group" from person_current p
        where p.id <> $1 and exists (select from role_held r where r.person_id = p.id and r.role = 'tester')
        order by p.name_folded, p.name, p.id`,
      [officerId],
    );
  }
}

const VERSION = `
  select v.id, v.number, v.state, v.standard, v.edition, v.title, v.file_count as files, v.bytes::float8 as bytes,
    encode(v.package_sha256, 'hex') as sha256, v.uploaded_at as "uploadedAt", u.name as "uploadedBy",
    k.id as "uploadId", coalesce(k.report -> 'findings', '[]') as findings,
    v.can_go as "canGo", v.outside, coalesce((
      select json_agg(json_build_object('host', h.host, 'uses', h.uses, 'reason', h.reason, 'at', h.agreed_at, 'by', w.name)
        order by h.host)
      from host_agreed h left join person_current w on w.id = h.agreed_by where h.version_id = v.id), '[]') as hosts,
    v.published_at as "publishedAt", b.name as "publishedBy",
    json_build_object('id', c.id, 'slug', c.slug, 'title', c.title, 'summary', c.summary, 'minutes', c.minutes,
      'core', c.core, 'published', n.number, 'publishedVersionId', n.id) as course,
    coalesce((
      select json_agg(json_build_object('number', p.number, 'ground', p.ground, 'policy', p.policy,
        'changeNote', p.change_note, 'retakeBy', p.retake_by, 'halfWay', p.half_way, 'at', p.published_at, 'by', w.name)
        order by p.number desc)
      from publication_made p left join person_current w on w.id = p.published_by where p.version_id = v.id), '[]') as publications,
    coalesce((
      select json_agg(json_build_object('id', o.id, 'number', o.number) order by o.number desc)
      from version_standing o where o.course_id = c.id and o.id <> v.id), '[]') as others,
    r.round, x.overridden,
    (select count(*)::int from changed_opening g where g.version_id = v.id) as "changedPages"
  from course_current c
  join version_standing v on v.course_id = c.id and v.number = $2
  left join version_standing n on n.id = c.published_version_id
  left join person_current u on u.id = v.uploaded_by
  left join person_current b on b.id = v.published_by
  left join lateral (
    select id, report from upload_standing where version_id = v.id order by created_at limit 1
  ) k on true
  left join lateral (
    select json_build_object('id', t.id, 'number', t.number, 'state', t.state, 'quorum', t.quorum,
        'deadline', t.deadline, 'closedAt', t.closed_at, 'closedWhy', t.closed_why,
        'testers', t.testers, 'signedOff', t.signed_off, 'refused', t.refused, 'findings', t.findings,
        'noes', coalesce((
          select json_agg(json_build_object('text', s.text, 'name', coalesce(w.name, ''), 'decision', s.decision, 'note', s.note)
            order by s.place, w.name_folded, w.name, s.person_id)
          from no_said s left join person_current w on w.id = s.person_id
          where s.round_id = t.id), '[]')) as round
    from round_standing t where t.version_id = v.id order by t.number desc limit 1
  ) r on true
  left join lateral (${OVERRIDDEN}) x on true
  where c.slug = $1`;

const CONCERNED = `
  select count(*) filter (where r.completed_at is not null)::int as completed,
    coalesce((
      select json_agg(json_build_object('version', h.number, 'people', h.people) order by h.number)
      from (
        select v.number, count(*) as people
        from registration_standing g
        join lateral (select version_id from attempt_standing where registration_id = g.id order by number desc limit 1) l on true
        join version_standing v on v.id = l.version_id
        where g.course_id = $1 and g.completed_at is null group by v.number) h), '[]') as "halfWay",
    (select count(*)::int from role_held m where m.role = 'member' and not exists (
      select from registration_standing g where g.course_id = $1 and g.person_id = m.person_id)) as "notStarted"
  from registration_standing r where r.course_id = $1`;
