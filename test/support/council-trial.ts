import { Bodies, type BodyKind, Memberships, type NewBody, type NewMembership } from '@induct/people';
import { PeopleTrial } from './people-trial';

/** Who sits where, on a database of their own: an officer, the Planning Committee, and a political group. */
export class CouncilTrial {
  private bodiesMade = 0;

  private constructor(
    readonly trial: PeopleTrial,
    readonly officer: string,
  ) {}

  /** Ids of the two bodies that are there from the start. */
  planning: string;
  group: string;

  static async open(): Promise<CouncilTrial> {
    const trial = await PeopleTrial.open();
    const council = new CouncilTrial(trial, (await trial.aPerson('officer')).id);
    const since = { from: '2017-05-08', by: council.officer };
    council.planning = await council.bodies.add({ kind: 'committee', name: 'Planning Committee', ...since });
    council.group = await council.bodies.add({ kind: 'group', name: 'Green Valleys', ...since });
    return council;
  }

  get bodies(): Bodies {
    return this.trial.parts.get(Bodies);
  }
  get memberships(): Memberships {
    return this.trial.parts.get(Memberships);
  }

  async aMember(): Promise<string> {
    return (await this.trial.aPerson('member')).id;
  }

  /** One with a name that no other has. */
  aBody(kind: BodyKind, more: Partial<NewBody> = {}): Promise<string> {
    return this.bodies.add({
      kind,
      name: `Body ${++this.bodiesMade}`,
      from: '2017-05-08',
      by: this.officer,
      ...more,
    });
  }

  join(personId: string, bodyId = this.planning, more: Partial<NewMembership> = {}): Promise<string> {
    const seat = { capacity: 'member', from: '2017-05-22', by: this.officer } as const;
    return this.memberships.join({ personId, bodyId, ...seat, ...more });
  }

  /** What is said today of where somebody sits. */
  said(personId: string): Promise<{ capacity: string; during: string }[]> {
    return this.trial.rows(
      `select capacity, during::text from membership where person_id = $1 and superseded_at is null order by during`,
      [personId],
    );
  }

  async groupOf(personId: string): Promise<string | null> {
    const sql = 'select political_group as name from person where id = $1';
    const [person] = await this.trial.rows<{ name: string | null }>(sql, [personId]);
    return person!.name;
  }
}
