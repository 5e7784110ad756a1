import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { History } from '@induct/accreditation';
import { BODIES, GROUPS, PEOPLE, REQUIREMENTS, SCHEMES } from './random-history';

const OFFICERS = ['00000000-0000-4000-8009-000000000001', '00000000-0000-4000-8009-000000000002'] as const;
const rangeOf = ({ from, until }: { from: string; until: string | null }) => `[${from},${until ?? ''})`;

/** Whom and what random histories are about. */
export async function givenNames(source: DataSource): Promise<void> {
  for (const [nth, id] of PEOPLE.entries())
    await source.query(`insert into person (id, name, email, created_at) values ($1, $2, $3, now())`, [
      id,
      `Person ${nth + 1}`,
      `${id}@northmoor.example`,
    ]);
  for (const [nth, id] of [...BODIES, ...GROUPS].entries())
    await source.query(
      `insert into body (id, kind, name, during, recorded_at) values ($1, $2, $3, '[2020-01-01,)', now())`,
      [id, GROUPS.includes(id) ? 'group' : 'committee', `Body ${nth + 1}`],
    );
  for (const id of REQUIREMENTS)
    await source.query(
      `insert into requirement (id, slug, title, core_during) values ($1::uuid, $1::text, $1::text, '{}')`,
      [id],
    );
  for (const id of SCHEMES) {
    await source.query(`insert into scheme (id, slug, name) values ($1::uuid, $1::text, $1::text)`, [id]);
    await source.query(
      `insert into scheme_version (id, scheme_id, number, edition, effective_from, validity_months, rule)
       values ($1, $1, 1, '1', '2020-01-01', 48, '{"core": true}')`,
      [id],
    );
  }
}

/** A history as the database holds it: what was said first is superseded, withdrawn, revoked or ended. */
export async function writeHistory(tx: EntityManager, history: History): Promise<void> {
  const many = async (sql: string, rows: readonly object[]) => {
    if (rows.length > 0) await tx.query(sql, [JSON.stringify(rows)]);
  };
  await many(
    `insert into membership (id, person_id, body_id, capacity, during, recorded_at, superseded_at)
     select gen_random_uuid(), * from json_to_recordset($1) as t (p uuid, b uuid, c text, d daterange, f timestamptz, u timestamptz)`,
    history.seats.map(({ personId: p, bodyId: b, capacity: c, during, known }) => ({
      p,
      b,
      c,
      d: rangeOf(during),
      f: known.from,
      u: known.to,
    })),
  );
  await many(
    `insert into body_rule (id, body_id, substitutes, during, recorded_at, superseded_at)
     select gen_random_uuid(), * from json_to_recordset($1) as t (b uuid, s text, d daterange, f timestamptz, u timestamptz)`,
    history.rules.map(({ bodyId: b, substitutes: s, during, known }) => ({
      b,
      s,
      d: rangeOf(during),
      f: known.from,
      u: known.to,
    })),
  );
  await many(
    `insert into body_training (id, body_id, requirement_id, scheme_id, during, recorded_at, superseded_at, superseded_by)
     select gen_random_uuid(), b, r, s, d, f, u, case when u is not null then '${OFFICERS[0]}'::uuid end
       from json_to_recordset($1) as t (b uuid, r uuid, s uuid, d daterange, f timestamptz, u timestamptz)`,
    history.asked.map(({ bodyId: b, what, during, known }) => ({
      b,
      r: 'requirement' in what ? what.requirement : null,
      s: 'scheme' in what ? what.scheme : null,
      d: rangeOf(during),
      f: known.from,
      u: known.to,
    })),
  );
  await many(
    `insert into evidence (id, person_id, requirement_id, kind, source, met_on, valid_until, accepted_by, recorded_at, withdrawn_at, withdrawn_by, withdrawn_reason)
     select gen_random_uuid(), p, r, k, gen_random_uuid(), m, v, case when k <> 'module' then '${OFFICERS[0]}'::uuid end, f, u,
            case when u is not null then '${OFFICERS[0]}'::uuid end, case when u is not null then 'In error' end
       from json_to_recordset($1) as t (p uuid, r uuid, k text, m date, v date, f timestamptz, u timestamptz)`,
    history.shown.map(({ personId: p, requirement: r, kind: k, metOn: m, validUntil: v, known }) => ({
      p,
      r,
      k,
      m,
      v,
      f: known.from,
      u: known.to,
    })),
  );
  await many(
    `with given as (
       select gen_random_uuid() as id, * from json_to_recordset($1) as t (p uuid, s uuid, v date, f timestamptz, r timestamptz)
     ), awards as (
       insert into award (id, scheme_id, scheme_version_id, person_id, period, awarded_at, valid_until, evidence)
       select id, s, s, p, 1, f, v, '[]' from given
     )
     insert into certificate (id, award_id, person_id, number, secret, holder_name, facts, template, issued_at, state, revoked_at)
     select gen_random_uuid(), id, p, id::text, '', 'Somebody', '{}', 'core', f, case when r is null then 'issued' else 'revoked' end, r from given`,
    history.awards.map(({ personId: p, scheme: s, validUntil: v, revoked, known }) => ({
      p,
      s,
      v,
      f: known.from,
      r: revoked?.at ?? null,
    })),
  );
  const byTwo = async (table: string, columns: string, values: unknown[], known: { from: Date; to: Date | null }) => {
    const [id, own] = [randomUUID(), values.map((_, nth) => `$${nth + 4}`).join(', ')];
    await tx.query(`insert into ${table} (id, entered_by, entered_at, ${columns}) values ($1, $2, $3, ${own})`, [
      id,
      OFFICERS[0],
      known.from,
      ...values,
    ]);
    await tx.query(`update ${table} set confirmed_by = $2, confirmed_at = $3 where id = $1`, [
      id,
      OFFICERS[1],
      known.from,
    ]);
    if (known.to)
      await tx.query(`update ${table} set ended_by = $2, ended_at = $3 where id = $1`, [id, OFFICERS[1], known.to]);
  };
  for (const { what, during, known } of history.accredited) {
    const values = 'kind' in what ? [null, what.requirement, what.kind] : [what.scheme, null, null];
    await byTwo(
      'statutory_accreditation',
      'scheme_id, requirement_id, kind, reference, during',
      [...values, 'REF', rangeOf(during)],
      known,
    );
  }
  for (const { mode, startsOn, bodies, known } of history.editions)
    await byTwo(
      'register_edition',
      `mode, starts_on, body_ids, functions, authority, words`,
      [mode, startsOn, bodies, '', '', ''],
      known,
    );
}
