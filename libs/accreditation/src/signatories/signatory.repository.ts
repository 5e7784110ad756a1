import { Injectable } from '@nestjs/common';
import { PERIOD_OF, type Period } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { SignatoryEntity } from './signatory.entity';
import { PlaceIsTaken } from './signatory.errors';

/** Somebody who signs certificates in a period. */
export type SignatoryInTime = Pick<
  SignatoryEntity,
  'id' | 'name' | 'office' | 'officeCy' | 'signature' | 'picture' | 'place' | 'recordedBy' | 'recordedAt'
> &
  Period;

/** As it stands in a certificate's facts. */
export interface Signing {
  name: string;
  office: string;
  officeCy?: string;
  /** A drawing that ships. */
  signature?: string;
  /** Id of a picture. */
  picture?: string;
}

/** Until the council has named somebody: two lines to sign on. */
const OFFICES: Signing[] = [
  { name: 'Chair', office: 'Member Development Steering Group' },
  { name: 'Head of Democratic Services', office: 'Democratic Services' },
];

const IN_TIME = `s.id, s.name, s.office, s.office_cy as "officeCy", s.signature, s.picture, s.place,
  ${PERIOD_OF('s.during')}, s.recorded_by as "recordedBy", s.recorded_at as "recordedAt"`;

/** The rows of {@link signingOf} for what is awarded on a day. @param day as SQL */
export const SIGNING_ON = (day: string): string => `
  select s.name, s.office, s.office_cy as "officeCy", s.signature, s.picture from signatory s
   where s.superseded_at is null and s.during @> ${day} order by s.place`;

export type SigningRow = Pick<SignatoryEntity, 'name' | 'office' | 'officeCy' | 'signature' | 'picture'>;

/** Who signs: two lines when nobody does. */
export function signingOf(rows: readonly SigningRow[]): Signing[] {
  if (rows.length === 0) return OFFICES;
  return rows.map(({ name, office, officeCy, signature, picture }) => ({
    name,
    office,
    ...(officeCy !== null && { officeCy }),
    ...(signature !== null && { signature }),
    ...(picture !== null && { picture }),
  }));
}

@Injectable()
export class SignatoryRepository {
  constructor(private readonly source: DataSource) {}

  /** Who signs what is awarded on that day, as it stands in a certificate's facts: two lines when nobody does. */
  async current(tx: EntityManager, day: Day): Promise<Signing[]> {
    return signingOf(await tx.query<SigningRow[]>(SIGNING_ON('$1::date'), [day]));
  }

  /** Everybody, those without an end first, then the latest. */
  all(): Promise<SignatoryInTime[]> {
    return this.source.query<SignatoryInTime[]>(
      `select ${IN_TIME} from signatory s where s.superseded_at is null
        order by upper(s.during) desc nulls first, s.place, lower(s.during) desc`,
    );
  }

  /** One that was not corrected since. */
  async find(id: string, tx: EntityManager = this.source.manager): Promise<SignatoryInTime | undefined> {
    const [row] = await tx.query<SignatoryInTime[]>(
      `select ${IN_TIME} from signatory s where s.id = $1 and s.superseded_at is null`,
      [id],
    );
    return row;
  }

  /** Until the end of the transaction nobody else changes who signs. */
  async changeAlone(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('signatories', 0))`);
  }

  /** @throws PlaceIsTaken */
  async add(tx: EntityManager, row: Omit<SignatoryEntity, 'supersededBy' | 'supersededAt'>): Promise<void> {
    try {
      await tx.insert(SignatoryEntity, row);
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'signatory_one_a_place') throw new PlaceIsTaken();
      throw error;
    }
  }

  async supersede(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await tx.update(SignatoryEntity, { id }, { supersededBy: by, supersededAt: at });
  }

  /** Whether somebody has ever been entered. */
  isEmpty(): Promise<boolean> {
    return this.source.manager.existsBy(SignatoryEntity, {}).then((exists) => !exists);
  }
}
