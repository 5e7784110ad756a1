import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { CouncilActs, mustBePeriod, mustBeReason, type PutRight } from './council-acts';
import {
  AlreadyInOffice,
  BeforeThePoll,
  ElectionNotFound,
  EndsBeforeItBegins,
  NoSuchDivision,
  TermNotFound,
} from './council.errors';
import { ElectionRepository } from './election.repository';
import { onDay, overlap } from './period';
import { lockPersons } from './person-lock';
import { takesOffice } from './takes-office';
import { type Term, TermRepository } from './term.repository';

export interface NewTerm {
  personId: string;
  electionId: string;
  division: string;
  /** When left out, the fourth day after the poll. */
  takesOfficeOn?: Day;
  /** The first day on which they are no longer in office; null while it has no end. */
  until?: Day | null;
  /** Who records it; null: Induct itself. */
  by: string | null;
}

/** A term of office put right: what is said of it from now on. */
export interface CorrectedTerm {
  termId: string;
  division: string;
  takesOfficeOn: Day;
  until: Day | null;
  by: string;
  reason: string;
}

type Said = Omit<Term, 'supersededAt' | 'supersededBy' | 'reason'>;

/** Who was elected where, and from when until when they are in office. Whoever calls several acts in one transaction calls `lockPersons` first. */
@Injectable()
export class Terms {
  constructor(
    private readonly terms: TermRepository,
    private readonly elections: ElectionRepository,
    private readonly acts: CouncilActs,
  ) {}

  /** @returns its id @throws PersonNotFound, ElectionNotFound, BeforeThePoll, EndsBeforeItBegins, AlreadyInOffice */
  async elect(given: NewTerm, inside?: EntityManager): Promise<string> {
    return (await this.electAll([given], inside))[0]!;
  }

  /** Several at once, with as many questions as for one. All of them, or none. @returns their ids, in order @throws what `elect` throws */
  electAll(given: readonly NewTerm[], inside?: EntityManager): Promise<string[]> {
    return this.acts.in(inside, async (tx) => {
      await lockPersons(
        tx,
        given.map(({ personId }) => personId),
      );
      const polls = await this.polls(tx, given);
      const terms = given.map(({ personId, electionId, division, by, takesOfficeOn, until = null }) => {
        const from = takesOfficeOn ?? takesOffice(polls.get(electionId)!);
        return { ...this.acts.recorded(by), personId, electionId, division: division.trim(), from, until };
      });
      return await this.add(tx, terms, polls, 'term.recorded', {});
    });
  }

  /** They resigned, died, or the next election came. @param until the first day on which they are no longer in office */
  end(
    { termId, until, by, reason = null }: { termId: string; until: Day; by: string | null; reason?: string | null },
    inside?: EntityManager,
  ): Promise<string> {
    return this.acts.in(inside, async (tx) => {
      const term = await this.locked(tx, termId);
      if (!onDay(term, until) || term.from === until) throw new EndsBeforeItBegins();
      return await this.replace(tx, term, { ...term, until }, { by, reason, action: 'term.ended' });
    });
  }

  /** It was recorded wrongly. @throws TermNotFound, WasPutRightBefore, ReasonIsMissing, BeforeThePoll, EndsBeforeItBegins, AlreadyInOffice */
  correct({ termId, takesOfficeOn: from, ...given }: CorrectedTerm, inside?: EntityManager): Promise<string> {
    const { division, until, by, reason } = given;
    return this.acts.in(inside, async (tx) => {
      mustBeReason(reason);
      const term = await this.locked(tx, termId);
      const after = { ...term, division: division.trim(), from, until };
      return await this.replace(tx, term, after, { by, reason, action: 'term.corrected' });
    });
  }

  /**
   * The name of a division was written wrongly: every term that says it so is put right, of whatever time, or none.
   * @throws NoSuchDivision, ReasonIsMissing, WasPutRightBefore
   */
  renameDivision(given: { division: string; to: string; by: string; reason: string }): Promise<void> {
    const { division, to, by, reason } = given;
    return this.acts.in(undefined, async (tx) => {
      mustBeReason(reason);
      const terms = await this.terms.ofDivision(tx, division);
      if (terms.length === 0) throw new NoSuchDivision();
      if (division === to.trim()) return;
      await lockPersons(
        tx,
        terms.map(({ personId }) => personId),
      );
      for (const { id: termId, from: takesOfficeOn, until } of terms)
        await this.correct({ termId, division: to, takesOfficeOn, until, by, reason }, tx);
    });
  }

  /** They were never elected there. @throws TermNotFound, WasPutRightBefore, ReasonIsMissing */
  withdraw(
    { termId, by, reason }: { termId: string; by: string; reason: string },
    inside?: EntityManager,
  ): Promise<void> {
    return this.acts.in(inside, async (tx) => {
      mustBeReason(reason);
      const term = await this.locked(tx, termId);
      await this.acts.supersede(tx, 'term', termId, { by, reason });
      await this.acts.changed(tx, [term.personId]);
      await this.acts.record(tx, by, 'term.withdrawn', ['term', termId], { before: facts(term) });
    });
  }

  private locked(tx: EntityManager, id: string): Promise<Term> {
    return this.acts.locked(tx, () => this.terms.find(tx, id), TermNotFound);
  }

  private async replace(
    tx: EntityManager,
    before: Term,
    after: Term,
    { action, ...why }: PutRight & { action: string },
  ): Promise<string> {
    const polls = await this.polls(tx, [before]);
    const said = await this.acts.replace(tx, 'term', before, after, why);
    return (await this.add(tx, [said], polls, action, { before: facts(before) }))[0]!;
  }

  private async add(
    tx: EntityManager,
    all: readonly Said[],
    polls: ReadonlyMap<string, Day>,
    action: string,
    detail: object,
  ): Promise<string[]> {
    const terms: Said[] = await this.terms.ofPersons(
      tx,
      all.map(({ personId }) => personId),
    );
    for (const term of all) {
      mustBePeriod(term);
      if (term.from < polls.get(term.electionId)!) throw new BeforeThePoll();
      const there = terms.find((other) => other.personId === term.personId && overlap(other, term));
      if (there) throw new AlreadyInOffice(there.division, there);
      terms.push(term);
    }
    await this.terms.add(tx, all);
    await this.acts.changed(
      tx,
      all.map(({ personId }) => personId),
    );
    for (const term of all) {
      await this.acts.record(tx, term.recordedBy, action, ['term', term.id], { ...detail, ...facts(term) });
    }
    return all.map(({ id }) => id);
  }

  /** The days of the polls, by election. @throws ElectionNotFound */
  private async polls(tx: EntityManager, terms: readonly { electionId: string }[]): Promise<Map<string, Day>> {
    const polls = new Map<string, Day>();
    for (const id of [...new Set(terms.map(({ electionId }) => electionId))].toSorted()) {
      const election = await this.elections.find(tx, id, 'share');
      if (!election || election.supersededAt) throw new ElectionNotFound();
      polls.set(id, election.heldOn);
    }
    return polls;
  }
}

const facts = ({ personId, electionId, division, from, until }: Said) => ({
  personId,
  electionId,
  division,
  from,
  until,
});
