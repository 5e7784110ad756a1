import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';
import type { PackageFinding } from '@induct/scorm';
import type { EntityManager } from 'typeorm';
import { DeletionRepository } from './deletion.repository';
import { Disk } from './disk';
import { diskIsFull, storeIsFull } from './room-findings';

/** There is no room for a package. */
export class NoRoom extends Error {
  constructor(readonly why: 'disk' | 'store') {
    super(why);
  }
}

/** How many drafts are named that could be deleted. */
const NAMED = 3;

/** Whether there is room for more packages: on the disk, and within what all of them may take. */
@Injectable()
export class Room {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly disk: Disk,
    private readonly deletions: DeletionRepository,
  ) {}

  /** Before anything is received. @param expected bytes of the zip, as far as its sender says @throws NoRoom */
  async expect(expected: number): Promise<void> {
    if ((await this.deletions.bytesStored()) >= this.config.PACKAGES_MAX_BYTES) throw new NoRoom('store');
    await this.expectOnDisk(expected);
  }

  /** @throws NoRoom */
  async expectOnDisk(bytes = 1): Promise<void> {
    if ((await this.disk.free()) < bytes) throw new NoRoom('disk');
  }

  /** How much a package may take unpacked, with its compressed copies. */
  onDisk(): Promise<number> {
    return this.disk.free();
  }

  /** As the transaction that stores it sees it: only files that no other version has count. @throws NoRoom */
  async expectInStore(tx: EntityManager, more: number): Promise<void> {
    if ((await this.deletions.bytesStored(tx)) + more > this.config.PACKAGES_MAX_BYTES) throw new NoRoom('store');
  }

  /** What the officer is told. */
  async finding({ why }: NoRoom): Promise<PackageFinding> {
    const deletable = await this.deletions.deletable(NAMED);
    if (why === 'disk') return diskIsFull(deletable);
    return storeIsFull(await this.deletions.bytesStored(), this.config.PACKAGES_MAX_BYTES, deletable);
  }
}
