import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CoursePublished } from '@induct/course';
import { Announcements, Clock, Transactions } from '@induct/platform';
import { RenewalRepository } from './renewal.repository';

/** What a refreshed course asks of people who had completed it. Their completions stand. */
@Injectable()
export class Renewals implements OnModuleInit {
  constructor(
    private readonly announcements: Announcements,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly renewals: RenewalRepository,
  ) {}

  onModuleInit(): void {
    this.announcements.on(CoursePublished, (tx, { publicationId }) => this.renewals.ask(tx, publicationId));
  }

  /**
   * A person says that they have read what changed. Saying it twice is as good as once.
   * @returns false when there was nothing for this person to read
   */
  readNote(personId: string, publicationId: string): Promise<boolean> {
    const at = this.clock.now();
    return this.transactions.run((tx) => this.renewals.read(tx, { publicationId, personId, at }));
  }
}
