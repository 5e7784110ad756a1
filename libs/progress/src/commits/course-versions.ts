import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Activity, type ActivityTree, scos } from '@induct/scorm';
import { DataSource } from 'typeorm';

/** What tracking needs of a course version. */
export interface TrackedVersion {
  tree: ActivityTree;
  scos: Map<string, Activity>;
}

const KEPT = 200;

/** Versions never change, so the ones in use are kept in memory. */
@Injectable()
export class CourseVersions {
  private readonly known = new Map<string, TrackedVersion>();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The versions with these ids; one that does not exist is missing from the answer. */
  async find(ids: readonly string[]): Promise<ReadonlyMap<string, TrackedVersion>> {
    const missing = ids.filter((id) => !this.known.has(id));
    if (missing.length > 0) {
      const rows = await this.source.query<{ id: string; manifest: ActivityTree }[]>(
        'select id, manifest from version_standing where id = any($1)',
        [missing],
      );
      for (const { id, manifest } of rows) this.keep(id, trackedVersion(manifest));
    }
    return this.known;
  }

  private keep(id: string, version: TrackedVersion): void {
    const [oldest] = this.known.keys();
    if (this.known.size >= KEPT && oldest) this.known.delete(oldest);
    this.known.set(id, version);
  }
}

export function trackedVersion(tree: ActivityTree): TrackedVersion {
  return { tree, scos: new Map(scos(tree).map((activity) => [activity.id, activity])) };
}
