import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, CONFIG, type Config, FileStore, Ids, Transactions } from '@induct/platform';
import type { PackageFinding } from '@induct/scorm';
import type { EntityManager } from 'typeorm';
import { printable } from '../archive/archive-findings';
import { CourseNotFound, UploadNotFound } from '../versions/course.errors';
import { ImportProcesses } from '../reading/import-processes';
import { ImportTurns, TurnNeverCame } from './import-turns.service';
import { type PackageLimits, packageLimits } from '../archive/package-limits';
import { isRefused, refusal } from '../reading/package-report';
import { tooLargeUpload } from '../reading/read-package';
import { PackageTooLarge, type ReceivedPackage, receivePackage } from './receive-package';
import { NoRoom, Room } from '../storage/room.service';
import { RunningUpload } from './running-upload';
import { cutOff, importFailed, interrupted } from './upload-findings';
import { type PackageUpload, UploadRepository } from './upload.repository';
import { VersionIntake } from '../versions/version-intake.service';

export interface UploadedBy {
  fileName: string;
  /** The course it is a new version of; a new course without it. */
  courseId?: string;
  /** Person. */
  uploadedBy: string;
  /** Bytes, as far as the sender says beforehand. */
  expected?: number;
  /** What is to be written down together with the upload, or not at all; what it throws refuses the upload before a byte of it is read. */
  alongside?: (tx: EntityManager, uploadId: string) => Promise<void>;
}

/** How often it is looked for uploads whose process is gone. */
const SWEEP_EVERY = 15_000;

/** Takes in packages: receives the file, has it imported in a child process, keeps the report. */
@Injectable()
export class PackageUploads implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PackageUploads.name);
  private readonly limits: PackageLimits;
  private readonly imports = new Map<string, Promise<void>>();
  private sweep?: NodeJS.Timeout;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly store: FileStore,
    private readonly transactions: Transactions,
    private readonly uploads: UploadRepository,
    private readonly processes: ImportProcesses,
    private readonly intake: VersionIntake,
    private readonly turns: ImportTurns,
    private readonly room: Room,
  ) {
    this.limits = packageLimits(config);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.failAbandoned();
    clearInterval(this.sweep);
    this.sweep = setInterval(() => {
      this.failAbandoned().catch((error: unknown) => this.logger.error(error));
    }, SWEEP_EVERY).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweep);
    // Their children have been ended; each writes down that it failed.
    await Promise.allSettled(this.imports.values());
  }

  /**
   * Receives a package. When this returns, all its bytes are here and the import goes on by itself: its state, progress
   * and report are in the row.
   * @returns the id of the upload
   * @throws CourseNotFound, what `alongside` throws, or what ended the stream early; the row then says so
   */
  async receive(
    source: Readable,
    { fileName, courseId, uploadedBy, expected = 1, alongside }: UploadedBy,
  ): Promise<string> {
    if (courseId !== undefined && !(await this.uploads.hasCourse(courseId))) {
      source.resume();
      throw new CourseNotFound();
    }
    this.processes.warmUp();
    const upload = new RunningUpload(this.ids.uuid(), this.transactions, this.uploads, this.clock);
    await upload.begin({ fileName: printable(fileName), uploadedBy, ...(courseId ? { courseId } : {}) }, alongside);
    let folder: string | undefined;
    try {
      await this.room.expect(Math.min(expected, this.limits.upload));
      folder = await this.store.stage();
      const received = await receivePackage(
        source,
        join(folder, 'package.zip'),
        this.limits.upload,
        (bytes) => upload.received(bytes),
        () => this.room.expectOnDisk(),
      );
      const place = await upload.waiting(received.bytes);
      this.startImport(upload, { folder, received, place, by: { uploadedBy, ...(courseId ? { courseId } : {}) } });
      return upload.id;
    } catch (error) {
      // A sender who is still sending does not read an answer.
      source.resume();
      if (folder !== undefined) await this.store.discard(folder);
      return await this.notReceived(upload, error);
    }
  }

  /** Writes down why. @returns the upload's id, where its page can say it @throws what was not to be expected */
  private async notReceived(upload: RunningUpload, error: unknown): Promise<string> {
    const noRoom = noRoomOf(error);
    const isTooLarge = error instanceof PackageTooLarge;
    if (noRoom) await upload.finish('failed', refusal([await this.room.finding(noRoom)]));
    else if (isTooLarge) await upload.finish('refused', refusal([this.tooLarge()]));
    else await upload.finish('failed', refusal([isOurs(error) ? importFailed(error) : cutOff()]));
    if (noRoom || isTooLarge) return upload.id;
    throw error;
  }

  /** @throws UploadNotFound */
  async find(id: string): Promise<PackageUpload> {
    const upload = await this.uploads.find(id);
    if (!upload) throw new UploadNotFound();
    return upload;
  }

  /** Waits until an import that runs in this process has ended. @throws UploadNotFound */
  async finished(id: string): Promise<PackageUpload> {
    await this.imports.get(id);
    return await this.find(id);
  }

  private startImport(upload: RunningUpload, arrived: Arrived): void {
    const work = this.import(upload, arrived)
      .catch(async (error: unknown) => {
        await upload.finish('failed', refusal([await this.whyItFailed(error)]));
      })
      .catch((error: unknown) => this.logger.error(error))
      .finally(() => {
        this.imports.delete(upload.id);
        this.turns.look();
      });
    this.imports.set(upload.id, work);
  }

  private async whyItFailed(error: unknown): Promise<PackageFinding> {
    if (error instanceof TurnNeverCame) return interrupted();
    const noRoom = noRoomOf(error);
    if (noRoom) return await this.room.finding(noRoom);
    this.logger.error(error);
    return importFailed(error);
  }

  private async import(upload: RunningUpload, { folder, received, place, by }: Arrived): Promise<void> {
    try {
      await this.turns.take(upload.id, place);
      upload.importing(received.bytes);
      const unpacked = join(folder, 'files');
      await mkdir(unpacked);
      const limits = { ...this.limits, room: await this.room.onDisk() };
      const order = { zip: join(folder, 'package.zip'), folder: unpacked, limits };
      const { reading } = await this.processes.run(order, (done, total) => upload.progress(done, total));
      const { report, tree, files, declared } = reading;
      if (tree === undefined || isRefused(report.findings)) return await upload.finish('refused', report);
      await this.intake.take(upload, { tree, files, report, declared, folder: unpacked, sha256: received.sha256, by });
    } finally {
      await this.store.discard(folder);
    }
  }

  private tooLarge() {
    return tooLargeUpload(this.limits.upload);
  }

  private async failAbandoned(): Promise<void> {
    await this.transactions.run((tx) => this.uploads.failAbandoned(tx, refusal([interrupted()]), this.clock.now()));
  }
}

/** A zip whose bytes are all here. */
interface Arrived {
  folder: string;
  received: ReceivedPackage;
  place: number;
  by: { uploadedBy: string; courseId?: string };
}

/** Also when the disk filled up faster than it was looked at. */
function noRoomOf(error: unknown): NoRoom | undefined {
  if (error instanceof NoRoom) return error;
  return (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new NoRoom('disk') : undefined;
}

/** Our disk, not the sender: a connection that breaks off fails to be read. */
function isOurs(error: unknown): boolean {
  return ['mkdir', 'open', 'write'].includes((error as NodeJS.ErrnoException).syscall ?? '');
}
