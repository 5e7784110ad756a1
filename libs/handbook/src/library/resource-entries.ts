import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon, type Searchable, SearchEntries } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { ResourceRepository, type ResourceVersion } from './resource.repository';
import { TOPIC_NAMES } from './resource.words';

export const LIBRARY = 'library';

/**
 * Resources of the library as they are found, by whoever is signed in: as they are now. Strangers find none of them: what they
 * read stays as it was before a poll, and stands together on the page for candidates.
 */
@Injectable()
export class ResourceEntries {
  constructor(
    private readonly entries: SearchEntries,
    private readonly resources: ResourceRepository,
    private readonly clock: Clock,
  ) {}

  /** After whatever was said of a resource in this transaction. */
  async keep(tx: EntityManager, id: string): Promise<void> {
    const [newest] = await this.resources.versions(id, 1, tx);
    // It may have been in another language before.
    await this.entries.forget(tx, LIBRARY, id);
    if (newest && isShown(newest, this.today())) await this.entries.keep(tx, entryOf(newest));
  }

  /** What has an end is found until then, and no more from the next repair on. */
  async all(tx: EntityManager): Promise<Searchable[]> {
    const today = this.today();
    return (await this.resources.newest(tx)).filter((version) => isShown(version, today)).map(entryOf);
  }

  private today(): Day {
    return dayInLondon(this.clock.now());
  }
}

const isShown = ({ state, endsOn }: ResourceVersion, today: Day): boolean =>
  state === 'published' && (endsOn === null || endsOn >= today);

const entryOf = (version: ResourceVersion): Searchable => ({
  kind: LIBRARY,
  subject: version.resourceId,
  language: version.language,
  audiences: version.audience === 'officers' ? ['officer'] : ['member', 'tester', 'officer'],
  title: version.title,
  body: [version.about, version.body, version.transcript, TOPIC_NAMES[version.topic]].filter(Boolean).join(' '),
  path: `/library/${version.resourceId}`,
  newAt: version.recordedAt,
});
