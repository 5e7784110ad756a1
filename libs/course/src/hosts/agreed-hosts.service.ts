import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail, Clock, CONFIG, type Config, Transactions } from '@induct/platform';
import { HostIsWrong, HostNotAgreed, ScriptsNeedADraft, VersionNotFound } from '../versions/course.errors';
import { actsAsModule, HOST_USES, type HostUse } from '../outside/outside-host';
import { VersionRepository } from '../versions/version.repository';
import { hostOf } from './host.rules';
import { type AgreedHost, HostRepository } from './host.repository';

export interface HostAgreement {
  versionId: string;
  /** As typed: a name, or an address that holds it. */
  host: string;
  uses: readonly HostUse[];
  reason: string;
  /** Person. */
  by: string;
}

/** Which other websites the pages of a version may load from: those that an officer has agreed to, and no other. */
@Injectable()
export class AgreedHosts {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly versions: VersionRepository,
    private readonly hosts: HostRepository,
  ) {}

  ofVersion(versionId: string): Promise<AgreedHost[]> {
    return this.hosts.ofVersion(versionId);
  }

  /**
   * Agrees to a website; what was agreed with it before is replaced.
   * @throws HostIsWrong, ScriptsNeedADraft, VersionNotFound
   */
  async agree({ versionId, host: typed, uses, reason, by }: HostAgreement): Promise<void> {
    const read = hostOf(typed, [this.config.SITE_ORIGIN, this.config.CONTENT_ORIGIN]);
    if ('problem' in read) throw new HostIsWrong('host', read.problem);
    const wanted = HOST_USES.filter((use) => uses.includes(use));
    if (wanted.length === 0) throw new HostIsWrong('uses', 'Select what may come from it');
    if (reason.trim() === '') throw new HostIsWrong('reason', 'Enter why the module needs it');
    await this.transactions.run(async (tx) => {
      const version = await this.versions.lock(tx, versionId);
      if (!version) throw new VersionNotFound();
      const before = (await this.hosts.ofVersion(versionId, tx)).find(({ host }) => host === read.host);
      if (version.state !== 'draft' && wanted.some((use) => actsAsModule(use) && !before?.uses.includes(use))) {
        throw new ScriptsNeedADraft();
      }
      const agreedAt = this.clock.now();
      await this.hosts.put(tx, versionId, {
        host: read.host,
        uses: wanted,
        reason: reason.trim(),
        agreedBy: by,
        agreedAt,
      });
      await this.audit.record(tx, {
        actorId: by,
        action: 'course_version.host_agreed',
        subjectType: 'course_version',
        subjectId: versionId,
        detail: { host: read.host, uses: wanted, reason: reason.trim(), state: version.state },
      });
    });
  }

  /** Closes a website again. @throws HostNotAgreed, VersionNotFound */
  async withdraw(versionId: string, host: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const version = await this.versions.lock(tx, versionId);
      if (!version) throw new VersionNotFound();
      const uses = await this.hosts.remove(tx, versionId, host);
      if (!uses) throw new HostNotAgreed();
      await this.audit.record(tx, {
        actorId: by,
        action: 'course_version.host_withdrawn',
        subjectType: 'course_version',
        subjectId: versionId,
        detail: { host, uses, state: version.state },
      });
    });
  }
}
