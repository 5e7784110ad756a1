import { Injectable } from '@nestjs/common';
import { type Accreditation, BodyTrainings, type RegisterEdition, StatutoryRegister } from '@induct/accreditation';
import { type BodyStanding, PeopleService } from '@induct/people';
import { DataSource } from 'typeorm';

/** One thing that one officer entered and another has to confirm. */
export type Entry =
  { table: 'register_edition'; entry: RegisterEdition } | { table: 'statutory_accreditation'; entry: Accreditation };

export type NamedBody = Pick<BodyStanding, 'id' | 'name'>;

/** All that the settings of the register are made of: few rows, read whole. */
@Injectable()
export class RegisterSettingsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly register: StatutoryRegister,
    private readonly trainings: BodyTrainings,
    private readonly people: PeopleService,
  ) {}

  /** Committees, panels and the council itself, past ones too, by name. */
  bodies(): Promise<NamedBody[]> {
    return this.source.query<NamedBody[]>(
      `select id, name from body_standing where kind <> 'group' order by fold_name(name), name`,
    );
  }

  async everything() {
    const [today, editions, accreditations, trainings, askable, bodies] = await Promise.all([
      this.register.today(),
      this.register.editions(),
      this.register.accreditations(),
      this.trainings.all(),
      this.trainings.askable(),
      this.bodies(),
    ]);
    const waiting: Entry[] = [
      ...editions.filter(waits).map((entry) => ({ table: 'register_edition' as const, entry })),
      ...accreditations.filter(waits).map((entry) => ({ table: 'statutory_accreditation' as const, entry })),
    ];
    const names = await this.people.names(waiting.map(({ entry }) => entry.enteredBy));
    return { today, editions, accreditations, trainings, askable, bodies, waiting, names };
  }
}

export type RegisterSettings = Awaited<ReturnType<RegisterSettingsQueries['everything']>>;

const waits = ({ confirmedAt }: { confirmedAt: Date | null }) => confirmedAt === null;
