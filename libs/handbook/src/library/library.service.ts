import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, type Day, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { captioned, missingIn } from './readiness';
import { ResourceEntries } from './resource-entries';
import { ResourceIsNotReady, ResourceNotFound, ResourceWasChanged, ReviewIsInThePast } from './resource.errors';
import type { ResourceFileEntity } from './resource-file.entity';
import { ResourceRepository, type ResourceVersion } from './resource.repository';
import type { ResourceVersionEntity } from './resource-version.entity';
import type { Format } from './resource.words';

/** What officers write of a resource. */
export type ResourceText = Pick<
  ResourceVersionEntity,
  | 'kind'
  | 'audience'
  | 'topic'
  | 'title'
  | 'about'
  | 'body'
  | 'language'
  | 'url'
  | 'transcript'
  | 'isCaptioned'
  | 'owner'
  | 'endsOn'
  | 'atOnceBecause'
>;

/** A file that the store has. */
export type KeptFile = Pick<ResourceFileEntity, 'format' | 'fileName' | 'sha256' | 'bytes' | 'isAccessible'>;

/** An act on the version that was seen: what somebody has changed since is not overwritten. */
interface Seen {
  seen: number;
  by: string;
}

type Said = Omit<ResourceVersionEntity, 'id' | 'recordedAt' | 'recordedBy'>;

/** So many versions are shown to whoever looks at the history of one. */
const MOST_VERSIONS = 100;

/**
 * What officers do with the library. Every change is a further version with its files; the earlier ones stay, and every
 * address leads to the newest.
 */
@Injectable()
export class Library {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly entries: ResourceEntries,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** A draft, which nobody is shown. @returns its id */
  add(text: ResourceText, { reviewBy, by }: { reviewBy: Day; by: string }): Promise<string> {
    return this.transactions.run(async (tx) => {
      const id = this.ids.uuid();
      const none = { reviewedAt: null, reviewedBy: null };
      const at = this.clock.now();
      await this.resources.add(tx, { id, newest: 1, reviewBy, ...none, addedAt: at, addedBy: by });
      await this.say(
        tx,
        { ...text, resourceId: id, number: 1, state: 'draft', withdrawnBecause: null },
        [],
        'added',
        by,
      );
      return id;
    });
  }

  /** What it says from now on. @throws ResourceNotFound, ResourceWasChanged, ResourceIsNotReady */
  change(id: string, { seen, text, reviewBy, by }: Seen & { text: ResourceText; reviewBy: Day }): Promise<void> {
    return this.transactions.run(async (tx) => {
      const newest = await this.newestSeen(tx, id, seen);
      const files = await this.filesOf(tx, newest);
      if (newest.reviewBy !== reviewBy) await this.resources.setReviewBy(tx, id, reviewBy);
      await this.say(tx, { ...saidOf(newest), ...text, number: newest.number + 1 }, files, 'changed', by);
    });
  }

  /**
   * A file of it, instead of the one that it has in the same format.
   * @throws ResourceNotFound, ResourceWasChanged
   */
  putFile(
    id: string,
    { seen, file, atOnceBecause, by }: Seen & { file: KeptFile; atOnceBecause: string | null },
  ): Promise<void> {
    return this.transactions.run(async (tx) => {
      const newest = await this.newestSeen(tx, id, seen);
      const others = (await this.filesOf(tx, newest)).filter(({ format }) => format !== file.format);
      const said = { ...saidOf(newest), number: newest.number + 1, atOnceBecause };
      await this.say(tx, said, [...others, file], 'file-put', by, { format: file.format });
    });
  }

  /** @throws ResourceNotFound, ResourceWasChanged, ResourceIsNotReady when it was published and nothing is left to read */
  removeFile(id: string, { seen, format, by }: Seen & { format: Format }): Promise<void> {
    return this.transactions.run(async (tx) => {
      const newest = await this.newestSeen(tx, id, seen);
      const files = await this.filesOf(tx, newest);
      const left = files.filter((file) => file.format !== format);
      if (left.length === files.length) return;
      const said = { ...saidOf(newest), number: newest.number + 1, atOnceBecause: null };
      await this.say(tx, said, left, 'file-removed', by, { format });
    });
  }

  /** Whom it is for is shown it from now on. @throws ResourceNotFound, ResourceWasChanged, ResourceIsNotReady */
  publish(id: string, { seen, by }: Seen): Promise<void> {
    return this.transactions.run(async (tx) => {
      const newest = await this.newestSeen(tx, id, seen);
      if (newest.state === 'published') return;
      const said: Said = {
        ...saidOf(newest),
        number: newest.number + 1,
        state: 'published',
        withdrawnBecause: null,
        atOnceBecause: newest.state === 'draft' ? newest.atOnceBecause : null,
      };
      await this.say(tx, said, await this.filesOf(tx, newest), 'published', by);
    });
  }

  /**
   * It is shown no more; whoever follows a link to it reads why.
   * @param atOnce also while what the public reads is frozen: it is wrong @throws ResourceNotFound, ResourceWasChanged
   */
  withdraw(id: string, { seen, because, atOnce, by }: Seen & { because: string; atOnce: boolean }): Promise<void> {
    return this.transactions.run(async (tx) => {
      const newest = await this.newestSeen(tx, id, seen);
      if (newest.state === 'withdrawn') return;
      const said: Said = {
        ...saidOf(newest),
        number: newest.number + 1,
        state: 'withdrawn',
        withdrawnBecause: because,
        atOnceBecause: atOnce ? because : null,
      };
      await this.say(tx, said, await this.filesOf(tx, newest), 'withdrawn', by, { because });
    });
  }

  /**
   * Somebody has read it, and it is right.
   * @param seen the version that was read @throws ResourceNotFound, ResourceWasChanged, ReviewIsInThePast
   */
  reviewed(id: string, { seen, nextOn, by }: Seen & { nextOn: Day }): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { number, title } = await this.newestSeen(tx, id, seen);
      const at = this.clock.now();
      if (nextOn <= dayInLondon(at)) throw new ReviewIsInThePast();
      await this.resources.reviewed(tx, id, { reviewBy: nextOn, reviewedAt: at, reviewedBy: by });
      await this.record(tx, 'reviewed', by, id, { number, title, nextOn });
    });
  }

  /** Every version of one, the newest first, with its files. @throws ResourceNotFound */
  async history(id: string): Promise<[VersionWithFiles, ...VersionWithFiles[]]> {
    const versions = await this.resources.versions(id, MOST_VERSIONS);
    const files = await this.resources.files(versions.map((version) => version.id));
    const [newest, ...before] = versions.map((version) => withFiles(version, files));
    if (!newest) throw new ResourceNotFound();
    return [newest, ...before];
  }

  private async say(
    tx: EntityManager,
    said: Said,
    files: readonly KeptFile[],
    act: 'added' | 'changed' | 'file-put' | 'file-removed' | 'published' | 'withdrawn',
    by: string,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    const formats = files.map(({ format }) => format);
    const version: ResourceVersionEntity = {
      ...said,
      isCaptioned: said.kind === 'film' && captioned(said, formats),
      id: this.ids.uuid(),
      recordedAt: this.clock.now(),
      recordedBy: by,
    };
    const missing = version.state === 'published' ? missingIn(version, formats) : [];
    if (missing.length > 0) throw new ResourceIsNotReady(missing);
    const rows = files.map(({ format, fileName, sha256, bytes, isAccessible }) => ({
      versionId: version.id,
      format,
      fileName,
      sha256,
      bytes,
      isAccessible,
    }));
    await this.resources.addVersion(tx, version, rows);
    await this.entries.keep(tx, said.resourceId);
    const { number, title, atOnceBecause } = version;
    await this.record(tx, act, by, said.resourceId, { number, title, atOnceBecause, ...detail });
  }

  private async newestSeen(tx: EntityManager, id: string, seen: number): Promise<ResourceVersion> {
    const newest = await this.resources.lockNewest(tx, id);
    if (!newest) throw new ResourceNotFound();
    if (newest.number !== seen) throw new ResourceWasChanged();
    return newest;
  }

  private filesOf(tx: EntityManager, { id }: ResourceVersion): Promise<ResourceFileEntity[]> {
    return this.resources.files([id], tx);
  }

  private async record(tx: EntityManager, act: string, by: string, id: string, detail: Record<string, unknown>) {
    const subject = { subjectType: 'resource', subjectId: id };
    await this.audit.record(tx, { actorId: by, action: `resource.${act}`, ...subject, detail });
  }
}

/** What a further version begins from. */
const saidOf = (version: ResourceVersion): Said => ({
  resourceId: version.resourceId,
  number: version.number,
  state: version.state,
  kind: version.kind,
  audience: version.audience,
  topic: version.topic,
  title: version.title,
  about: version.about,
  body: version.body,
  language: version.language,
  url: version.url,
  transcript: version.transcript,
  isCaptioned: version.isCaptioned,
  owner: version.owner,
  endsOn: version.endsOn,
  withdrawnBecause: version.withdrawnBecause,
  atOnceBecause: null,
});

/** A version with its files. */
export type VersionWithFiles = ResourceVersion & { files: ResourceFileEntity[] };

export const withFiles = (version: ResourceVersion, files: readonly ResourceFileEntity[]): VersionWithFiles => ({
  ...version,
  files: files.filter(({ versionId }) => versionId === version.id),
});
