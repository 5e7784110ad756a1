import { BodyTrainings, StatutoryRegister } from '@induct/accreditation';
import { Bodies, Memberships } from '@induct/people';
import type { Desk } from './given-desk';

/** A committee with a long name that asks for something, somebody on it who has shown it, and a register that two confirmed. */
export async function givenSitting(desk: Desk, personId: string): Promise<void> {
  const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
  const by = await desk.who('officer');
  const second = await desk.given.aPerson({ name: 'Sue Second', roles: ['officer'] });
  const name = 'Strategic Planning, Highways and Donaudampfschifffahrtselektrizitaet Committee';
  const bodyId = await of(Bodies).add({ kind: 'committee', name, from: '2025-05-20', substitutes: 'named', by });
  const other = await desk.given.aPerson({ name: 'Somebody Else' });
  await of(Memberships).joinAll([
    { personId, bodyId, capacity: 'member', from: '2025-05-20', by },
    { personId: other, bodyId, capacity: 'substitute', from: '2025-05-20', by },
  ]);
  const [row] = await desk.database.source.query<{ id: string }[]>(
    `with added as (
       insert into requirement (id, slug, title, core_during)
       values (gen_random_uuid(), 'sitting', 'Planning decisions: material considerations and predetermination', '{}') returning id
     )
     insert into evidence (id, person_id, requirement_id, kind, source, met_on, valid_until, accepted_by, recorded_at)
     select gen_random_uuid(), $1, id, 'outside_certificate', gen_random_uuid(), '2026-01-01', '2027-01-01', $2, '2026-01-02'
       from added returning requirement_id as id`,
    [personId, by],
  );
  const requirementId = row!.id;
  await of(BodyTrainings).ask({ bodyId, what: { kind: 'requirement', id: requirementId }, from: '2026-01-01', by });
  const register = of(StatutoryRegister);
  const entry = {
    schemeId: null,
    requirementId,
    kind: 'outside_certificate' as const,
    from: '2026-01-01',
    until: null,
  };
  const accredited = await register.accredit({ ...entry, reference: 'PLN-1' }, by);
  await register.confirm('statutory_accreditation', accredited, second);
  const words = { functions: 'Deciding applications', authority: 'The Authority', words: 'Who has been trained.' };
  const edition = await register.propose(
    { mode: 'statutory', startsOn: '2026-01-01', bodyIds: [bodyId], ...words },
    by,
  );
  await register.confirm('register_edition', edition, second);
  await register.accredit({ ...entry, kind: 'module', reference: 'PLN-2' }, by);
}
