/**
 * Whether `test_round r` shows `finding f`, which was raised in `test_round fr` of the same course: its own, and what
 * was carried into it: not settled when it opened, or fixed in the version it tests. What a closed round showed stays.
 */
export const SHOWN_IN_ROUND = `(f.round_id = r.id or (fr.number < r.number and (
  f.settled_at is null or f.settled_at >= r.opened_at or (f.state = 'fixed' and f.fixed_in_version_id = r.version_id))))`;

/** Rows of `finding f`, raised in `test_round fr` on `course_version v` of `course c`. */
export const FINDING = `f.id, f.number, f.round_id as "roundId", fr.number as "roundNumber", f.severity, f.state,
  f.settled_at as "settledAt", f.text, f.sco, f.sco_title as "scoTitle", f.location, f.progress::float8 as progress,
  f.author_id as "authorId", coalesce(a.name, '') as "authorName", f.assignee_id as "assigneeId",
  g.name as "assigneeName", f.fixed_in_version_id as "fixedInVersionId", x.number as "fixedInVersionNumber",
  f.created_at as "createdAt", f.updated_at as "updatedAt",
  (select count(*)::int from finding_comment m where m.finding_id = f.id and m.text <> '') as comments,
  c.id as "courseId", c.slug as "courseSlug", c.title as "courseTitle", v.id as "versionId",
  v.number as "versionNumber"`;

export const FINDING_JOINS = `
  join test_round fr on fr.id = f.round_id
  join course_current c on c.id = f.course_id
  join version_standing v on v.id = f.version_id
  left join person_current a on a.id = f.author_id
  left join person_current g on g.id = f.assignee_id
  left join version_standing x on x.id = f.fixed_in_version_id`;
