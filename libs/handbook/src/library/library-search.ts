import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon, momentInLondon, type SearchAudience, SearchEntries } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Freeze } from '../candidates/freeze';
import type { ResourceVersion } from './resource.repository';
import { type Audience, AUDIENCES, TOPIC_NAMES } from './resource.words';
import { ShownQueries } from './shown.queries';

/** What a resource is to whoever searches. */
const KIND = 'resource';

const FINDS: Record<Audience, readonly SearchAudience[]> = {
  public: ['public', 'member', 'tester', 'officer'],
  members: ['member', 'tester', 'officer'],
  officers: ['officer'],
};

/**
 * What of the library can be found. What everybody may read is found as everybody may read it, so before a poll as it was: nobody
 * finds by its new words what waits for the poll.
 */
@Injectable()
export class LibrarySearch {
  constructor(
    private readonly entries: SearchEntries,
    private readonly shown: ShownQueries,
    private readonly clock: Clock,
  ) {}

  /** One is found as it is now. @param freeze whether what the public reads is frozen */
  async tell(tx: EntityManager, id: string, freeze: Freeze | null): Promise<void> {
    const today = dayInLondon(this.clock.now());
    const isShown = (found: ResourceVersion | undefined): found is ResourceVersion =>
      found?.state === 'published' && (found.endsOn === null || found.endsOn >= today);
    const before = freeze && momentInLondon(freeze.from, '00:00');
    const forAll = await this.shown.find({ audiences: ['public'], before, today }, id, tx);
    // What waits for the poll is found by members, who are shown it.
    const found = isShown(forAll)
      ? forAll
      : await this.shown.find({ audiences: AUDIENCES, before: null, today }, id, tx);
    await this.entries.forget(tx, KIND, id);
    if (!isShown(found)) return;
    const isForAll = found === forAll;
    const { audience, title, about, body, transcript, topic, language, recordedAt } = found;
    await this.entries.keep(tx, {
      kind: KIND,
      subject: id,
      language,
      audiences: FINDS[audience === 'public' && !isForAll ? 'members' : audience],
      title,
      body: [about, body, transcript, TOPIC_NAMES[topic]].filter(Boolean).join('\n'),
      path: `${isForAll ? '/candidates/library' : '/library'}/${id}`,
      newAt: recordedAt,
    });
  }
}
