import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { AuditTrail, Clock, type CountedNote, CountedNotes, Transactions } from '@induct/platform';

interface Denied {
  /** Null: nobody was signed in. */
  actorId: string | null;
  action: 'sign_in.denied' | 'page.denied';
  subjectType: 'person' | 'page' | 'passkey' | 'sign_in_link';
  subjectId: string;
  detail: Record<string, string>;
}

/** Puts on record who was not let in, two notes for each link or person and hour. An answer never fails for a note. */
@Injectable()
export class DeniedAttempts implements OnApplicationShutdown {
  private readonly logger = new Logger(DeniedAttempts.name);
  private readonly notes = new CountedNotes<Denied>();

  constructor(
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param link undefined when there is no such link */
  async link(why: string, link: { id: string; personId: string | null } | undefined): Promise<void> {
    const subject = link?.personId
      ? { subjectType: 'person' as const, subjectId: link.personId }
      : { subjectType: 'sign_in_link' as const, subjectId: 'unknown' };
    const denied: Denied = { actorId: null, action: 'sign_in.denied', ...subject, detail: { why } };
    await this.put(this.notes.happened(`link ${link?.id ?? 'unknown'} ${why}`, denied, this.clock.now()));
  }

  /** @param personId undefined when it is no passkey that we know */
  async passkey(why: string, personId: string | undefined): Promise<void> {
    const subject = personId
      ? { subjectType: 'person' as const, subjectId: personId }
      : { subjectType: 'passkey' as const, subjectId: 'unknown' };
    const denied: Denied = { actorId: null, action: 'sign_in.denied', ...subject, detail: { why, by: 'passkey' } };
    await this.put(this.notes.happened(`passkey ${personId ?? 'unknown'} ${why}`, denied, this.clock.now()));
  }

  /**
   * @param page the route's pattern, `GET /admin/people`
   * @param why the rule behind the page that said no, `NotYoursToDo`; none when the page itself is closed to that person
   */
  async page(personId: string, page: string, why?: string): Promise<void> {
    const denied: Denied = {
      actorId: personId,
      action: 'page.denied',
      subjectType: 'page',
      subjectId: page,
      detail: why ? { why } : {},
    };
    await this.put(this.notes.happened(`page ${personId}`, denied, this.clock.now()));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.put(this.notes.rest());
  }

  private async put(notes: readonly CountedNote<Denied>[]): Promise<void> {
    for (const { what, more } of notes) {
      const event = { ...what, detail: { ...what.detail, ...(more && { more }) } };
      try {
        await this.transactions.run((tx) => this.audit.record(tx, event));
      } catch (error) {
        this.logger.error(error);
      }
    }
  }
}
