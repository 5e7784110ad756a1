import { Inject, Injectable } from '@nestjs/common';
import { contentOriginOf } from '@induct/course';
import { Clock, CONFIG, type Config, Ids, readerAddress, Transactions } from '@induct/platform';
import { TOKEN_LIFE_MS } from '../commits/commit-rows';
import { CourseVersions, type TrackedVersion } from '../commits/course-versions';
import { tokenHash } from '../commits/incoming';
import { LaunchQueries, type LaunchRow } from './launch.queries';
import { LaunchRepository } from './launch.repository';
import { type LaunchState, launchState } from './launch-state';
import { LaunchHasEnded, LaunchNotFound } from '../openings/launching.errors';
import { beginning } from '../sequencing/beginning';
import { atTheStart, begun, left } from '../sequencing/course-of-parts';
import { SequencingQueries } from '../sequencing/sequencing.queries';
import { Sharing } from './sharing.service';
import { type Opening, Openings } from '../openings/openings.service';

export interface Opened {
  launchId: string;
  /** A capability for this launch: it is in the address and stored nowhere. */
  token: string;
  /** The player's page on the content origin. */
  url: string;
}

@Injectable()
export class Launching {
  constructor(
    private readonly transactions: Transactions,
    private readonly launches: LaunchRepository,
    private readonly openings: Openings,
    private readonly queries: LaunchQueries,
    private readonly versions: CourseVersions,
    private readonly sequencing: SequencingQueries,
    private readonly sharing: Sharing,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Opens the player on a course for a person; what they had open of it before is superseded.
   * @throws CourseNotPublished when there is nothing to open, ChoiceIsDue when the person has to choose first
   */
  open(given: Opening): Promise<Opened> {
    const now = this.clock.now();
    const token = this.ids.secret(32);
    const launchId = this.ids.uuid();
    return this.transactions.run(async (tx) => {
      const { personId, courseId } = given;
      const registrationId = await this.launches.register(tx, this.ids.uuid(), personId, courseId, now);
      const opening = await this.openings.decide(tx, given);
      const attempt =
        'number' in opening ? { ...opening, id: this.ids.uuid(), journalKey: this.ids.bytes(32) } : undefined;
      const { id: attemptId, versionId } = 'number' in opening ? attempt! : opening.attempt;
      const liveUntil = new Date(now.getTime() + TOKEN_LIFE_MS);
      const launch = { id: launchId, registrationId, attemptId, tokenHash: tokenHash(token), now, liveUntil };
      const number = await this.launches.addLaunch(tx, launch, attempt);
      await this.sharing.opened(tx, { personId, attemptId, versionId, launch: number });
      const url = readerAddress(`${contentOriginOf(this.config.CONTENT_ORIGIN, versionId)}/launch/${token}`);
      return { launchId, token, url };
    });
  }

  /**
   * What the player starts from.
   * @throws LaunchNotFound, LaunchHasEnded
   */
  async state(token: string): Promise<LaunchState> {
    const rows = await this.queries.launch(tokenHash(token));
    const [launch] = rows;
    if (!launch) throw new LaunchNotFound();
    if (launch.liveUntil < this.clock.now()) throw new LaunchHasEnded();
    const version = (await this.versions.find([launch.versionId])).get(launch.versionId)!;
    return { ...launchState(rows, version, this.config), ...(await this.ordered(launch, version)) };
  }

  /** Where the parts of a module with an order stand; nothing for an attempt that began before it was kept. */
  private async ordered({ attemptId, launchNumber, hasCommits }: LaunchRow, { tree, sequencing }: TrackedVersion) {
    if (!sequencing) return {};
    const { standing, shared } = (await this.sequencing.of([attemptId])).get(attemptId)!;
    if (!standing && hasCommits) return {};
    const at = this.clock.now().getTime();
    const before = left(sequencing, standing ?? atTheStart(beginning(sequencing, attemptId)), at);
    return { sequencing: { tree, state: begun(sequencing, before, shared.get(launchNumber)), at } };
  }
}
