import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AuditTrail, Clock, FileStore, Transactions } from '@induct/platform';
import { DataSource } from 'typeorm';
import { isCompressible } from '../archive/media-type';
import { OutsideLook } from '../outside/outside-content';
import type { OutsideHost } from '../outside/outside-host';
import type { PackageFileEntity } from '../storage/package-file.entity';
import { HostRepository } from './host.repository';
import { hostOf } from './host.rules';

const REASON = 'The module loaded from here before websites had to be agreed to.';
/** Of a file: no text is longer but data, which is not looked at as a whole. */
const LARGEST = 4 * 1024 ** 2;

interface FileToLookAt extends Pick<PackageFileEntity, 'path'> {
  /** In hex, as FileStore takes it. */
  sha256: string;
  /** Its media type. */
  type: string;
}

/**
 * Looks once through versions from before other websites had to be agreed to, and agrees to what their pages load from, so
 * that no module that members know breaks. From then on they are as all others.
 */
@Injectable()
export class OlderVersions implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(OlderVersions.name);
  private isClosing = false;
  private looking = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: FileStore,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly hosts: HostRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.looking = this.lookThrough().catch((error: unknown) => this.logger.error(error));
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    await this.looking;
  }

  async lookThrough(): Promise<void> {
    for (const versionId of await this.hosts.notLookedThrough()) {
      if (this.isClosing) return;
      const outside = await this.lookAt(versionId);
      await this.transactions.run(async (tx) => {
        if (!(await this.hosts.lookedThrough(tx, versionId, outside))) return;
        const agreed = outside.filter(({ host }) => 'host' in hostOf(host, []));
        const agreedAt = this.clock.now();
        for (const { host, uses } of agreed) {
          await this.hosts.put(tx, versionId, { host, uses, reason: REASON, agreedBy: null, agreedAt });
        }
        if (agreed.length === 0) return;
        await this.audit.record(tx, {
          actorId: null,
          action: 'course_version.hosts_looked_through',
          subjectType: 'course_version',
          subjectId: versionId,
          detail: { hosts: agreed.map(({ host }) => host) },
        });
      });
    }
  }

  private async lookAt(versionId: string): Promise<OutsideHost[]> {
    const files = await this.source.query<FileToLookAt[]>(
      `select path, encode(sha256, 'hex') as sha256, content_type as type from package_file
       where version_id = $1 and bytes <= $2`,
      [versionId, LARGEST],
    );
    const look = new OutsideLook();
    for (const { path, sha256, type } of files.filter((file) => isCompressible(file.type))) {
      if (this.isClosing) return [];
      try {
        look.file(path, type, await this.store.read(sha256));
      } catch (error) {
        // A file that is gone is no reason to close the others.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
    return look.seen().hosts;
  }
}
