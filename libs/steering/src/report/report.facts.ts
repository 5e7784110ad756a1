import { SHOWN_IN_ROUND } from '../reading/finding.sql';
import { decisionInWords } from './report.decision';
import type { RoundReport } from './report';
import { SEVERITIES } from '../rules/finding';
import type { ChecklistAnswers, ChecklistItem } from '../rules/round';
import { answeredNo } from '../rules/round.rules';
import { LOOKED, PARTS, SEEN } from '../reading/round.sql';

type Tester = Omit<RoundReport['testers'][number], 'decidedAt'> & {
  decidedAt: string | null;
  started: boolean;
  /** Whether a sign-off is of exactly the version's bytes. */
  counts: boolean;
  checklist: ChecklistAnswers | null;
};
type Override = NonNullable<RoundReport['override']>;

/** A row of REPORT. JSON knows no dates. */
export type ReportFacts = Omit<
  RoundReport,
  | 'testers'
  | 'override'
  | 'started'
  | 'signedOff'
  | 'refused'
  | 'signedOffDespiteNo'
  | 'previewSeconds'
  | 'answers'
  | 'bySeverity'
  | 'decision'
> & {
  testers: Tester[];
  override: (Omit<Override, 'proposedAt' | 'confirmedAt'> & { proposedAt: string; confirmedAt: string }) | null;
};

/** Everything that the report on round `$1` says, in one row. */
export const REPORT = `
  select r.id as "roundId", r.number, r.state, r.focus, r.checklist, r.quorum, r.deadline, r.opened_at as "openedAt",
         coalesce(o.name, '') as "openedByName", r.closed_at as "closedAt", r.closed_why as "closedWhy",
         c.id as "courseId", c.slug as "courseSlug", c.title as "courseTitle", v.id as "versionId",
         v.number as "versionNumber", ${PARTS} as parts, t.testers, f.findings, u.published_at as "publishedAt",
         u.name as "publishedByName", x.override,
         w.review
    from test_round r
    join course_current c on c.id = r.course_id
    join version_standing v on v.id = r.version_id
    left join person_current o on o.id = r.opened_by
    cross join lateral (
      select coalesce(json_agg(json_build_object(
               'personId', t.person_id, 'name', coalesce(p.name, ''), 'previewSeconds', coalesce(w.seconds, 0),
               'partsOpened', (${SEEN}), 'grantedAlone', coalesce(e.granted_alone, false),
               'started', w.began is not null, 'findings', n.raised, 'decision', s.decision, 'reason', coalesce(s.reason, ''),
               'counts', s.package_sha256 = v.package_sha256, 'checklist', s.checklist, 'decidedAt', s.at,
               'couldNotFinishWhy', t.could_not_finish_why) order by p.name_folded, p.name, t.person_id), '[]') as testers
        from test_round_tester t
        left join person_current p on p.id = t.person_id
        left join role_held e on e.person_id = t.person_id and e.role = 'tester'
        left join sign_off s on s.round_id = t.round_id and s.person_id = t.person_id
        cross join lateral (${LOOKED}) w
        cross join lateral (
          select count(*)::int as raised from finding where round_id = t.round_id and author_id = t.person_id) n
       where t.round_id = r.id) t
    cross join lateral (
      select coalesce(json_agg(json_build_object(
               'id', f.id, 'number', f.number, 'severity', f.severity, 'state', f.state,
               'settled', f.settled_at is not null, 'text', f.text, 'scoTitle', coalesce(nullif(f.sco_title, ''), f.sco, ''), 'location', f.location,
               'authorName', coalesce(a.name, ''), 'fixedInVersionNumber', y.number, 'reason', f.reason,
               'carried', f.round_id <> r.id, 'roundNumber', fr.number, 'foundInVersionNumber', fv.number)
               order by f.settled_at is not null,
                 array_position(array['blocking', 'should_fix', 'suggestion'], f.severity), f.number), '[]') as findings
        from finding f
        join test_round fr on fr.id = f.round_id
        join version_standing fv on fv.id = f.version_id
        left join version_standing y on y.id = f.fixed_in_version_id
        left join person_current a on a.id = f.author_id
       where f.course_id = r.course_id and ${SHOWN_IN_ROUND}) f
    left join lateral (
      select u.published_at, u.override_id, p.name from publication_made u left join person_current p on p.id = u.published_by
       where u.version_id = r.version_id and (u.round_id = r.id or u.ground = 'override')
       order by u.number desc limit 1) u on true
    left join lateral (
      select json_build_object('reason', x.reason, 'proposedByName', coalesce(p.name, ''), 'proposedAt', x.proposed_at,
               'confirmedByName', coalesce(q.name, ''), 'confirmedAt', x.confirmed_at) as override
        from publish_override x
        left join person_current p on p.id = x.proposed_by
        left join person_current q on q.id = x.confirmed_by
       where x.id = u.override_id) x on true
    left join lateral (
      select json_build_object('by', w.review_by::text, 'asked', w.asked, 'confirmed', w.confirmed, 'changed', w.changed) as review
        from version_review w where w.version_id = r.version_id) w on true
   where r.id = $1`;

export function reportOf({ testers, override, ...facts }: ReportFacts): RoundReport {
  const { findings, checklist } = facts;
  const signedOff = testers.filter(({ decision, counts }) => decision === 'signed_off' && counts);
  const counted = {
    ...facts,
    testers: testers.map(({ started: _started, counts: _counts, checklist: _checklist, decidedAt, ...tester }) => ({
      ...tester,
      decidedAt: decidedAt === null ? null : new Date(decidedAt),
    })),
    started: testers.filter(({ started }) => started).length,
    signedOff: signedOff.length,
    signedOffDespiteNo: signedOff.filter((tester) => answeredNo(checklist, tester.checklist ?? {}).length > 0).length,
    refused: testers.filter(({ decision }) => decision === 'refused').length,
    previewSeconds: testers.reduce((sum, { previewSeconds }) => sum + previewSeconds, 0),
    answers: checklist.map((item) => answersTo(item, testers)),
    bySeverity: SEVERITIES.map((severity) => {
      const all = findings.filter((finding) => finding.severity === severity);
      const settled = all.filter((finding) => finding.settled).length;
      return { severity, raised: all.length, settled, unsettled: all.length - settled };
    }),
    override: override && {
      ...override,
      proposedAt: new Date(override.proposedAt),
      confirmedAt: new Date(override.confirmedAt),
    },
  };
  return { ...counted, decision: decisionInWords(counted) };
}

function answersTo({ id, text }: ChecklistItem, testers: readonly Tester[]): RoundReport['answers'][number] {
  const counts = { yes: 0, no: 0, not_looked_at: 0 };
  const noes: RoundReport['answers'][number]['noes'] = [];
  const notes: string[] = [];
  for (const { checklist, name, decision } of testers) {
    const given = checklist && Object.hasOwn(checklist, id) ? checklist[id] : undefined;
    if (!given || !decision) continue;
    counts[given.answer] += 1;
    if (given.answer === 'no') noes.push({ name, decision, note: given.note ?? '' });
    else if (given.note) notes.push(given.note);
  }
  return { id, text, counts, noes, notes };
}
