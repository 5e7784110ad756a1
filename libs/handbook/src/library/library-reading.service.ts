import { Injectable } from '@nestjs/common';
import type { Role } from '@induct/people';
import { Clock, dayInLondon, momentInLondon, type Searchable } from '@induct/platform';
import { CandidatesAreas } from '../candidates/candidates-area.service';
import type { Freeze } from '../candidates/freeze';
import { type VersionWithFiles, withFiles } from './library.service';
import { strangersEntryOf } from './resource-entries';
import { ResourceNotFound } from './resource.errors';
import type { ResourceFileEntity } from './resource-file.entity';
import { ResourceRepository, type ResourceVersion } from './resource.repository';
import { type Audience, AUDIENCES, type Format, type ResourceKind, type Topic } from './resource.words';
import { ShownQueries, type ShownTo } from './shown.queries';

/** What is asked for, of what somebody may read. */
export interface Wanted {
  kind: ResourceKind | '';
  topic: Topic | '';
  /** Words that stand in it. */
  q: string;
}

/** What has been so for so many days is new. */
const NEW_FOR_DAYS = 30;
const NEW_FOR_MS = NEW_FOR_DAYS * 24 * 60 * 60 * 1000;
const MOST_NEW = 3;
/** More than a library for the public ever has. */
const MOST_FOUND = 5_000;
const ANYTHING: Wanted = { kind: '', topic: '', q: '' };

/** What somebody with these roles may read; a stranger (none) reads what is public. */
export function audiencesOf(roles: readonly Role[] | undefined): readonly Audience[] {
  if (!roles) return ['public'];
  return roles.some((role) => role === 'officer' || role === 'administrator') ? AUDIENCES : ['public', 'members'];
}

/** The library as it is read: by whoever is signed in as it is, by the public as it was before a poll. */
@Injectable()
export class LibraryReading {
  constructor(
    private readonly shown: ShownQueries,
    private readonly resources: ResourceRepository,
    private readonly areas: CandidatesAreas,
    private readonly clock: Clock,
  ) {}

  /** One page, in the order of the topics. @param roles undefined: of a stranger */
  async page(roles: readonly Role[] | undefined, wanted: Wanted, { limit, offset }: { limit: number; offset: number }) {
    const to = await this.readerOf(roles);
    const { rows, total } = await this.shown.page(to, wanted, limit, offset);
    return { rows: await this.withFiles(rows), total };
  }

  /** All that strangers are shown of it today, as they find it. */
  async foundByStrangers(): Promise<Searchable[]> {
    const { rows } = await this.shown.page(await this.readerOf(undefined), ANYTHING, MOST_FOUND, 0);
    return rows.map(strangersEntryOf);
  }

  /** What was published or changed of late, the latest first. */
  async news(roles: readonly Role[] | undefined): Promise<ResourceVersion[]> {
    const since = new Date(this.clock.now().getTime() - NEW_FOR_MS);
    return await this.shown.news(await this.readerOf(roles), since, MOST_NEW);
  }

  /** The topics and kinds there is something of. */
  async choices(roles: readonly Role[] | undefined) {
    return await this.shown.choices(await this.readerOf(roles));
  }

  /**
   * One, as they may read it; also one that was withdrawn, to say why.
   * @throws ResourceNotFound also when it is for others, or nobody has published it
   */
  async find(roles: readonly Role[] | undefined, id: string): Promise<VersionWithFiles> {
    const found = await this.shown.find(await this.readerOf(roles), id);
    if (!found) throw new ResourceNotFound();
    return (await this.withFiles([found]))[0]!;
  }

  /** Of one that is published, a file in this format; undefined when it has none. @throws ResourceNotFound */
  async file(
    roles: readonly Role[] | undefined,
    id: string,
    format: Format,
  ): Promise<{ resource: VersionWithFiles; file: ResourceFileEntity | undefined }> {
    const resource = await this.find(roles, id);
    if (!this.isShown(resource)) throw new ResourceNotFound();
    return { resource, file: resource.files.find((one) => one.format === format) };
  }

  /** Whether it is published, and not over: else its page says so, and gives nothing away. */
  isShown({ state, endsOn }: Pick<ResourceVersion, 'state' | 'endsOn'>): boolean {
    return state === 'published' && (endsOn === null || endsOn >= dayInLondon(this.clock.now()));
  }

  /** Whether what strangers read is frozen. */
  freeze(): Promise<Freeze | null> {
    return this.areas.freeze();
  }

  private async readerOf(roles: readonly Role[] | undefined): Promise<ShownTo> {
    const freeze = roles ? null : await this.areas.freeze();
    return {
      audiences: audiencesOf(roles),
      before: freeze && momentInLondon(freeze.from, '00:00'),
      today: dayInLondon(this.clock.now()),
    };
  }

  private async withFiles(versions: readonly ResourceVersion[]): Promise<VersionWithFiles[]> {
    const files = await this.resources.files(versions.map(({ id }) => id));
    return versions.map((version) => withFiles(version, files));
  }
}
