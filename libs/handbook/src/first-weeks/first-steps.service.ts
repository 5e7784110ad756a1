import { Injectable } from '@nestjs/common';
import { PeopleService, Proposals } from '@induct/people';
import { AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { FirstStepVersionEntity } from './first-step-version.entity';
import {
  FirstStepNotFound,
  FirstStepsAreThere,
  FirstStepWasChanged,
  NothingToConfirm,
  OwnFirstStep,
} from './first-step.errors';
import { FirstStepRepository, type StepVersion } from './first-step.repository';
import type { StepText } from './step-text';
import { USUAL_STEPS } from './usual-steps';

/** So many versions of a step are shown to whoever looks at its history. */
const MOST_VERSIONS = 100;

/**
 * What candidates and newly elected members do first. Every change is a further version; one with a day that comes from a
 * law takes a second person, as everything that the public relies on.
 */
@Injectable()
export class FirstSteps {
  constructor(
    private readonly steps: FirstStepRepository,
    private readonly people: PeopleService,
    private readonly proposals: Proposals,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns its id */
  add(text: StepText, by: string): Promise<string> {
    return this.transactions.run(async (tx) => (await this.begin(tx, text, null, by))!);
  }

  /** Those that every council in England needs, to be read and confirmed. @throws FirstStepsAreThere */
  addUsual(by: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      for (const { usual, ...text } of USUAL_STEPS) {
        if (!(await this.begin(tx, text, usual, by))) throw new FirstStepsAreThere();
      }
    });
  }

  /**
   * What it says from now on; also of one that was withdrawn: it is shown again.
   * @param seen the number of the version that was changed @throws FirstStepNotFound, FirstStepWasChanged
   */
  change(stepId: string, { seen, text, by }: { seen: number; text: StepText; by: string }): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { number } = await this.newestSeen(tx, stepId, seen);
      await this.say(tx, { ...text, stepId, number: number + 1, isWithdrawn: false }, 'changed', by);
    });
  }

  /** It is shown no more. @throws FirstStepNotFound, FirstStepWasChanged */
  withdraw(stepId: string, { seen, by }: { seen: number; by: string }): Promise<void> {
    return this.transactions.run(async (tx) => {
      const newest = await this.newestSeen(tx, stepId, seen);
      if (newest.isWithdrawn) return;
      const { confirmedBy: _by, confirmedAt: _at, isAlone: _alone, ...said } = newest;
      const withdrawn = { ...said, number: said.number + 1, isWithdrawn: true, atOnceBecause: null };
      await this.say(tx, withdrawn, 'withdrawn', by);
    });
  }

  /**
   * Its day was held against the law: from now on it is shown.
   * @param seen the number of the version that was read
   * @throws FirstStepNotFound, FirstStepWasChanged, NothingToConfirm, OwnFirstStep, NotAllowed, TooNewToConfirm
   */
  confirm(stepId: string, { seen, by }: { seen: number; by: string }): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { id, number, recordedBy, ...newest } = await this.newestSeen(tx, stepId, seen);
      if (!waits(newest)) throw new NothingToConfirm();
      if (recordedBy === by) throw new OwnFirstStep();
      await this.people.mayConfirm(tx, by, 'officer');
      await this.steps.confirm(tx, {
        versionId: id,
        recordedBy,
        confirmedBy: by,
        confirmedAt: this.clock.now(),
        isAlone: false,
      });
      await this.record(tx, 'confirmed', by, stepId, { number });
    });
  }

  /** The newest version of each. */
  async page({ limit, offset }: { limit: number; offset: number }): Promise<{ rows: StepVersion[]; total: number }> {
    const [rows, total] = await Promise.all([this.steps.newest(limit, offset), this.steps.count()]);
    return { rows, total };
  }

  /** Every version of one, the newest first. @throws FirstStepNotFound */
  async history(stepId: string): Promise<[StepVersion, ...StepVersion[]]> {
    const [newest, ...before] = await this.steps.versions(stepId, MOST_VERSIONS);
    if (!newest) throw new FirstStepNotFound();
    return [newest, ...before];
  }

  private async begin(
    tx: EntityManager,
    text: StepText,
    usual: string | null,
    by: string,
  ): Promise<string | undefined> {
    const id = this.ids.uuid();
    if (!(await this.steps.add(tx, { id, usual, addedAt: this.clock.now(), addedBy: by }))) return undefined;
    await this.say(tx, { ...text, stepId: id, number: 1, isWithdrawn: false }, 'added', by);
    return id;
  }

  /** Whoever is alone at the desk confirms what they say, and it says so. */
  private async say(
    tx: EntityManager,
    said: StepText & Pick<FirstStepVersionEntity, 'stepId' | 'number' | 'isWithdrawn'>,
    act: 'added' | 'changed' | 'withdrawn',
    by: string,
  ): Promise<void> {
    const at = this.clock.now();
    const version = { ...said, id: this.ids.uuid(), recordedAt: at, recordedBy: by };
    await this.steps.addVersion(tx, version);
    const { number, title, atOnceBecause } = said;
    await this.record(tx, act, by, said.stepId, { number, title, atOnceBecause });
    if (!waits({ ...said, confirmedAt: null })) return;
    const aloneFrom = await this.proposals.aloneFrom(by, tx);
    if (aloneFrom === undefined || aloneFrom > at) return;
    const confirmation = { versionId: version.id, recordedBy: by, confirmedBy: by, confirmedAt: at, isAlone: true };
    await this.steps.confirm(tx, confirmation);
    await this.record(tx, 'confirmed', by, said.stepId, { number, alone: true });
  }

  private async newestSeen(tx: EntityManager, stepId: string, seen: number): Promise<StepVersion> {
    const newest = await this.steps.lockNewest(tx, stepId);
    if (!newest) throw new FirstStepNotFound();
    if (newest.number !== seen) throw new FirstStepWasChanged();
    return newest;
  }

  private async record(
    tx: EntityManager,
    act: string,
    by: string,
    subjectId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(tx, {
      actorId: by,
      action: `first-step.${act}`,
      subjectType: 'first-step',
      subjectId,
      detail,
    });
  }
}

/** Whether it has a day that comes from a law, and nobody has confirmed it. */
export const waits = ({
  law,
  anchor,
  isWithdrawn,
  confirmedAt,
}: Pick<StepVersion, 'law' | 'anchor' | 'isWithdrawn' | 'confirmedAt'>): boolean =>
  law !== null && anchor !== null && !isWithdrawn && confirmedAt === null;
