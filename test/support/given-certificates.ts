import { randomUUID } from 'node:crypto';
import { Awards, type Certificate, Certificates, PrintedCertificates, Revocations } from '@induct/accreditation';
import { Transactions } from '@induct/platform';
import type { Desk } from './given-desk';
import { Learners } from './learners';
import { printsOf } from './prints';

/** Certificates as members get them: for the one core module of a council, which they have completed. */
export class GivenCertificates {
  private constructor(
    private readonly desk: Desk,
    private readonly given: Learners,
    readonly officer: string,
    private readonly second: string,
    private readonly conduct: string,
  ) {}

  static async at(desk: Desk): Promise<GivenCertificates> {
    const given = new Learners(desk.database.source);
    const [officer, second] = [randomUUID(), randomUUID()];
    for (const id of [officer, second]) await given.anOfficer(id);
    return new GivenCertificates(desk, given, officer, second, await given.aPublishedCoreModule());
  }

  get register(): Certificates {
    return this.desk.app.get(Certificates, { strict: false });
  }

  /** @param pdf what was printed; nothing yet when undefined */
  async aCertificate(name = 'Siân Rees-Pritchard', { pdf }: { pdf?: string } = {}): Promise<Certificate> {
    const { app, clock } = this.desk;
    const person = await this.given.aMember(name);
    await this.given.hasCompleted(person, this.conduct, { at: clock.now() });
    const transactions = app.get(Transactions, { strict: false });
    const awards = app.get(Awards, { strict: false });
    const id = await transactions.run((tx) => awards.consider(tx, person, clock.now()));
    if (pdf) {
      const [prints, kind] = [printsOf(app), app.get(PrintedCertificates, { strict: false })];
      const held = await prints.take(kind, id!, this.officer);
      if (typeof held === 'object') await prints.store(kind, held, Buffer.from(pdf));
    }
    return (await this.register.find(id!))!;
  }

  async revoke(id: string, reason: string): Promise<void> {
    const revocations = this.desk.app.get(Revocations, { strict: false });
    await revocations.confirm(id, await revocations.propose(id, { by: this.officer, reason }), this.second);
  }
}
