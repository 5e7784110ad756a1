import { hash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { HostRepository } from '@induct/course';
import { Clock, CONFIG, type Config } from '@induct/platform';
import { LRUCache } from 'lru-cache';
import { contentPolicy, framedBy } from '../origin/content-policy';

export interface VersionPolicy {
  header: string;
  /** Differs when the policy does: a page that a browser holds is asked for again. */
  tag: string;
}

/** An officer's change is in force this soon. */
const GOOD_FOR_MS = 5_000;
const MOST_VERSIONS = 1_000;

/** What the pages of each version may load, hardly ever with a query. */
@Injectable()
export class VersionPolicies {
  private readonly logger = new Logger(VersionPolicies.name);
  private readonly known = new LRUCache<string, { policy: VersionPolicy; until: number }>({ max: MOST_VERSIONS });
  private readonly asking = new Map<string, Promise<VersionPolicy>>();

  constructor(
    private readonly hosts: HostRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Undefined when it has to be asked for. */
  inHand(versionId: string): VersionPolicy | undefined {
    const known = this.known.get(versionId);
    return known && known.until > this.clock.now().getTime() ? known.policy : undefined;
  }

  /** @param ancestors who may have its pages in a frame, when that is not our player */
  async of(versionId: string, ancestors?: string): Promise<VersionPolicy> {
    const usual = await this.usual(versionId);
    return ancestors === undefined ? usual : policyOf(framedBy(usual.header, ancestors));
  }

  private async usual(versionId: string): Promise<VersionPolicy> {
    const inHand = this.inHand(versionId);
    if (inHand) return inHand;
    const asking = this.asking.get(versionId) ?? this.ask(versionId);
    this.asking.set(versionId, asking);
    return await asking;
  }

  private async ask(versionId: string): Promise<VersionPolicy> {
    try {
      const header = contentPolicy(
        await this.hosts.ofVersion(versionId),
        this.config.CONTENT_ORIGIN.startsWith('https:'),
      );
      const policy = policyOf(header);
      this.known.set(versionId, { policy, until: this.clock.now().getTime() + GOOD_FOR_MS });
      return policy;
    } catch (error) {
      // A module that is open goes on while the database is away.
      const before = this.known.get(versionId)?.policy;
      if (!before) throw error;
      this.logger.error(error);
      return before;
    } finally {
      this.asking.delete(versionId);
    }
  }
}

const policyOf = (header: string): VersionPolicy => ({ header, tag: hash('sha256', header, 'hex').slice(0, 12) });
