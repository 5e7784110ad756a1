import { Injectable } from '@nestjs/common';
import type { ProgrammeFacts } from './programme-facts';
import { type ListedProgramme, type PublishedRow, VersionsRepository } from './versions.repository';

/** More than are published at a time in one council, in years. */
const MOST_KEPT = 20;

/** What is published of programmes. What stands in a version never changes, and so is read once. */
@Injectable()
export class PublishedProgrammes {
  private readonly kept = new Map<string, Promise<ProgrammeFacts>>();

  constructor(private readonly rows: VersionsRepository) {}

  /** Every programme that is published, the newest first. */
  all(): Promise<ListedProgramme[]> {
    return this.rows.allPublished();
  }

  /** Undefined: there is no such programme, or none of its versions is published. */
  of(slug: string): Promise<PublishedRow | undefined> {
    return this.rows.published(slug);
  }

  /** @param id of a version that is there */
  factsOf(id: string): Promise<ProgrammeFacts> {
    const before = this.kept.get(id);
    if (before) return before;
    const read = this.rows.factsOf([id]).then((found) => {
      const facts = found.get(id);
      if (!facts) throw new Error('There is no such version');
      return facts;
    });
    this.kept.set(id, read);
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    read.catch(() => this.kept.delete(id));
    return read;
  }
}
