import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { CouncilActs, mustBeReason } from './council-acts';
import { DivisionIsMissing, ElectionHasTerms, ElectionIsRecorded, ElectionNotFound } from './council.errors';
import type { ElectionKind } from './council.words';
import { ElectionRepository } from './election.repository';

export interface NewElection {
  kind: ElectionKind;
  heldOn: Day;
  /** Of a by-election, and only of one. */
  division?: string | null;
  /** Who records it; null: Induct itself. */
  by: string | null;
}

/** Elections and by-elections. Who was elected in them: `Terms`. */
@Injectable()
export class Elections {
  constructor(
    private readonly elections: ElectionRepository,
    private readonly acts: CouncilActs,
  ) {}

  /** @returns its id @throws DivisionIsMissing, ElectionIsRecorded */
  hold({ kind, heldOn, by, ...given }: NewElection, inside?: EntityManager): Promise<string> {
    return this.acts.in(inside, async (tx) => {
      const division = given.division?.trim() || null;
      if ((kind === 'by_election') !== (division !== null)) throw new DivisionIsMissing();
      const row = { ...this.acts.recorded(by), kind, heldOn, division };
      if (!(await this.elections.add(tx, row))) throw new ElectionIsRecorded();
      await this.acts.record(tx, by, 'election.recorded', ['election', row.id], { kind, heldOn, division });
      return row.id;
    });
  }

  /** The id of the one that is recorded, if it is. */
  on(heldOn: Day, kind: ElectionKind, division: string | null = null, tx?: EntityManager): Promise<string | undefined> {
    return this.elections.on(heldOn, kind, division, tx);
  }

  /** It was recorded by mistake. @throws ElectionNotFound, ElectionHasTerms, WasPutRightBefore, ReasonIsMissing */
  withdraw(electionId: string, { by, reason }: { by: string; reason: string }, inside?: EntityManager): Promise<void> {
    return this.acts.in(inside, async (tx) => {
      mustBeReason(reason);
      const election = await this.elections.find(tx, electionId, 'no key update');
      if (!election) throw new ElectionNotFound();
      if (await this.elections.hasTerms(tx, electionId)) throw new ElectionHasTerms();
      await this.acts.supersede(tx, 'election', electionId, { by, reason });
      const { kind, heldOn, division } = election;
      await this.acts.record(tx, by, 'election.withdrawn', ['election', electionId], { kind, heldOn, division });
    });
  }
}
