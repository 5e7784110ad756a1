import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { FirstStepConfirmationEntity } from './first-step-confirmation.entity';
import { FirstStepVersionEntity } from './first-step-version.entity';
import { FirstStepEntity } from './first-step.entity';

/** A version, with who confirmed it. */
export type StepVersion = Omit<FirstStepVersionEntity, never> & {
  [Of in 'confirmedBy' | 'confirmedAt' | 'isAlone']: FirstStepConfirmationEntity[Of] | null;
};

/** A step as candidates are shown it. */
export type ShownStep = StepVersion & {
  /** Its day is shown: it comes from no law, or a second person has confirmed it. */
  isDayShown: boolean;
};

const VERSION = `v.id, v.step_id as "stepId", v.number, v.is_withdrawn as "isWithdrawn", v.stage, v.position, v.title,
  v.title_cy as "titleCy", v.about, v.about_cy as "aboutCy", v.anchor, v.other_anchor as "otherAnchor", v.count, v.unit,
  v.is_first_counted as "isFirstCounted", v.closed, v.law, v.form_title as "formTitle", v.form_title_cy as "formTitleCy",
  v.form_url as "formUrl", v.at_once_because as "atOnceBecause", v.recorded_at as "recordedAt", v.recorded_by as "recordedBy",
  c.confirmed_by as "confirmedBy", c.confirmed_at as "confirmedAt", c.is_alone as "isAlone"`;
const VERSIONS = 'first_step_version v left join first_step_confirmation c on c.version_id = v.id';

/** A version `v` has a day that comes from a law: it takes a second person. */
const TAKES_TWO = 'v.law is not null and v.anchor is not null and not v.is_withdrawn';
/** It is confirmed, before what is shown was frozen ($1) or because it could not wait; or it takes nobody else. */
const IS_DAY_SHOWN = `(not (${TAKES_TWO})
  or c.version_id is not null and ($1::timestamptz is null or v.at_once_because is not null or c.confirmed_at < $1))`;
/** The stages in their order. */
const STAGE_ORDER = `array_position(array['before', 'standing', 'first_day', 'first_week', 'first_month'], stage)`;

/** Every write of first steps, and every look at them. */
@Injectable()
export class FirstStepRepository {
  constructor(private readonly source: DataSource) {}

  /** @returns false when the usual one is there already */
  async add(tx: EntityManager, { id, usual, addedAt, addedBy }: FirstStepEntity): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'insert into first_step (id, usual, added_at, added_by) values ($1, $2, $3, $4) on conflict do nothing returning 1',
      [id, usual, addedAt, addedBy],
    );
    return rows.length > 0;
  }

  async addVersion(tx: EntityManager, version: FirstStepVersionEntity): Promise<void> {
    await tx.insert(FirstStepVersionEntity, version);
  }

  async confirm(tx: EntityManager, confirmation: FirstStepConfirmationEntity): Promise<void> {
    await tx.insert(FirstStepConfirmationEntity, confirmation);
  }

  /** The newest version of a step, with the step locked: nobody changes it meanwhile. */
  async lockNewest(tx: EntityManager, stepId: string): Promise<StepVersion | undefined> {
    await tx.findOne(FirstStepEntity, { where: { id: stepId }, lock: { mode: 'pessimistic_write' } });
    return (await this.versions(stepId, 1, tx))[0];
  }

  /** The newest first. */
  async versions(stepId: string, limit: number, tx = this.source.manager): Promise<StepVersion[]> {
    return tx.query<StepVersion[]>(
      `select ${VERSION} from ${VERSIONS} where v.step_id = $1 order by v.number desc limit $2`,
      [stepId, limit],
    );
  }

  /** The newest version of each, in the order in which they are met; those that were withdrawn last. */
  async newest(limit: number, offset: number): Promise<StepVersion[]> {
    return this.source.query<StepVersion[]>(
      `select * from (select distinct on (v.step_id) ${VERSION} from ${VERSIONS} order by v.step_id, v.number desc) newest
        order by "isWithdrawn", ${STAGE_ORDER}, position, "stepId" limit $1 offset $2`,
      [limit, offset],
    );
  }

  count(): Promise<number> {
    return this.source.manager.count(FirstStepEntity);
  }

  /**
   * What is shown, in the order in which it is met: of each step the last version that may be. One that waits for a second
   * person is shown, without its day, only while no other may be.
   * @param before while what is shown is frozen: what was said, or confirmed, since that moment waits, unless it says why not
   */
  async shown(before: Date | null, tx = this.source.manager): Promise<ShownStep[]> {
    return tx.query<ShownStep[]>(
      `select * from (
         select distinct on (v.step_id) ${VERSION}, ${IS_DAY_SHOWN} as "isDayShown" from ${VERSIONS}
          where $1::timestamptz is null or v.at_once_because is not null or v.recorded_at < $1
          order by v.step_id, ${IS_DAY_SHOWN} desc, v.number desc) shown
        where not "isWithdrawn" order by ${STAGE_ORDER}, position, "stepId"`,
      [before],
    );
  }
}
