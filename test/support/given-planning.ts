import { Bodies, Memberships } from '@induct/people';
import type { Desk } from './given-desk';

/** What is typed for a day: `typedDay('from', '1 12 2026')`. */
export const typedDay = (field: string, typed: string): Record<string, string> => {
  const [d, m, y] = typed.split(' ');
  return { [`${field}-day`]: d!, [`${field}-month`]: m!, [`${field}-year`]: y! };
};

/** A planning committee, what it may ask, and two officers. */
export class GivenPlanning {
  /** The committee, once it is there. */
  bodyId = '';

  private constructor(
    private readonly desk: Desk,
    readonly officer: string,
    readonly second: string,
    /** “Planning decisions”. */
    readonly requirement: string,
    readonly people: Record<'ann' | 'bob' | 'cy', string>,
  ) {}

  /** Its people, before there is a committee. */
  static async at(desk: Desk): Promise<GivenPlanning> {
    const officer = await desk.who('officer');
    const second = await desk.given.aPerson({ name: 'Sue Second', roles: ['officer'] });
    const ann = await desk.given.aPerson({ name: 'Ann Baker' });
    const bob = await desk.given.aPerson({ name: 'Bob Cole' });
    const cy = await desk.given.aPerson({ name: 'Cy Drew' });
    const [row] = await desk.database.source.query<{ id: string }[]>(
      `insert into requirement (id, slug, title, core_during) values (gen_random_uuid(), 'planning', 'Planning decisions', '{}') returning id`,
    );
    return new GivenPlanning(desk, officer, second, row!.id, { ann, bob, cy });
  }

  /** Ann is its chair and has shown what it may ask until the end of November; Bob sits on it; Cy may stand in from December on. */
  async begins(): Promise<void> {
    const { officer: by, people, desk } = this;
    desk.clock.set('2026-11-01T09:00:00Z');
    const bodies = desk.app.get(Bodies, { strict: false });
    const bodyId = await bodies.add({
      kind: 'committee',
      name: 'Planning Committee',
      from: '2025-05-20',
      substitutes: 'named',
      by,
    });
    await desk.app.get(Memberships, { strict: false }).joinAll([
      { personId: people.ann, bodyId, capacity: 'chair', from: '2025-05-20', by },
      { personId: people.bob, bodyId, capacity: 'member', from: '2025-05-20', by },
      { personId: people.cy, bodyId, capacity: 'substitute', from: '2026-12-01', by },
    ]);
    await this.shows('ann', { on: '2026-05-01', until: '2026-11-30', at: '2026-05-02T09:00:00Z' });
    desk.clock.set('2026-11-22T14:32:00Z');
    this.bodyId = bodyId;
  }

  /** Evidence that an officer accepted at a moment. */
  async shows(who: 'ann' | 'bob' | 'cy', given: { on: string; until: string | null; at: string }): Promise<void> {
    await this.desk.database.source.query(
      `insert into evidence (id, person_id, requirement_id, kind, source, met_on, valid_until, accepted_by, recorded_at)
       values (gen_random_uuid(), $1, $2, 'outside_certificate', gen_random_uuid(), $3, $4, $5, $6)`,
      [this.people[who], this.requirement, given.on, given.until, this.officer, given.at],
    );
  }
}
