import { Injectable } from '@nestjs/common';
import { Announcements, type AuditEvent, AuditTrail, Clock, Transactions } from '@induct/platform';
import { MembershipsChanged } from '../persons/people.events';
import { Proposals } from '../second-person/proposals.service';
import { CouncilNowQueries } from './council-now.queries';
import { ProblemsInACompleteList, ProblemsNotAccepted } from './import.errors';
import { ImportEffects, type Written } from './import-effects.repository';
import { ImportRepository, type MembershipImport } from './import.repository';
import type { JudgedImport } from './judging/judge-import';
import { MembershipImports } from './membership-imports.service';

/** What somebody accepted. */
export interface Acceptance {
  /** Of the preview they looked at. */
  digest: string;
  /** Rows with a problem are left out. */
  leaveOut: boolean;
  by: string;
}

/** Writes what a list says, all of it or nothing. */
@Injectable()
export class Applying {
  constructor(
    private readonly membershipImports: MembershipImports,
    private readonly imports: ImportRepository,
    private readonly council: CouncilNowQueries,
    private readonly effects: ImportEffects,
    private readonly proposals: Proposals,
    private readonly announcements: Announcements,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Every row is judged again while nobody else can change the council. Is it what was accepted, it is written; else nothing
   * is, and the preview shows what differs.
   * @throws ImportNotFound, ImportIsDecided, ProblemsNotAccepted, ProblemsInACompleteList
   */
  async apply(id: string, { digest, leaveOut, by }: Acceptance): Promise<'applied' | 'differs'> {
    return await this.transactions.run(async (tx) => {
      await this.proposals.lock(tx);
      const sheets = await this.membershipImports.open(tx, id);
      const one = (await this.imports.find(id, tx))!;
      if (one.state !== 'preview') return 'differs';
      await this.council.lock(tx);
      const judged = await this.membershipImports.judge(tx, one, sheets);
      if (judged.digest !== digest || one.digest !== digest) {
        await this.imports.show(tx, id, judged, await this.imports.said(tx, id));
        return 'differs';
      }
      if (judged.rows.some(({ outcome }) => outcome === 'problem')) {
        if (one.complete) throw new ProblemsInACompleteList();
        if (!leaveOut) throw new ProblemsNotAccepted();
      }
      const at = this.clock.now();
      const written = await this.effects.write(tx, judged.effect, { by, at, reason: `Import of ${one.fileName}` });
      if (written.changed.length > 0) {
        await this.announcements.announce(tx, new MembershipsChanged(written.changed));
      }
      await this.imports.namePeople(tx, id, judged.rows, written.people);
      await this.imports.decide(tx, id, 'applied', by, at);
      await this.audit.recordAll(tx, events(one, judged, written, by));
      return 'applied';
    });
  }
}

function events(one: MembershipImport, judged: JudgedImport, written: Written, by: string): AuditEvent[] {
  const event = (action: string, [subjectType, subjectId]: [string, string], detail: Record<string, unknown>) => ({
    actorId: by,
    action,
    subjectType,
    subjectId,
    detail: { ...detail, import: one.id },
  });
  return [
    event('membership-import.applied', ['membership-import', one.id], { counts: one.counts, digest: judged.digest }),
    ...[...written.people.values()].map((id) => event('person.added', ['person', id], { roles: ['member'] })),
    ...judged.effect.changedDetails.map(({ id, ...after }) => event('person.corrected', ['person', id], { after })),
    ...written.terms.map(({ id, ...said }) => event('term.imported', ['term', id], said)),
    ...written.seats.map(({ id, ...said }) => event('membership.imported', ['membership', id], said)),
  ];
}
