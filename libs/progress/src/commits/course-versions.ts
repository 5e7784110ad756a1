import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { VersionStanding } from '@induct/course';
import {
  type Activity,
  type ActivityTree,
  isSequenced,
  scos,
  type SequencingTree,
  sequencingTree,
} from '@induct/scorm';
import { LRUCache } from 'lru-cache';
import { DataSource, type EntityManager } from 'typeorm';

/** What tracking needs of a course version. */
export interface TrackedVersion {
  tree: ActivityTree;
  scos: Map<string, Activity>;
  /** Present when the package sets an order for its parts. */
  sequencing?: SequencingTree;
}

type VersionRow = Pick<VersionStanding, 'id' | 'manifest'>;

const KEPT = 200;

/** Versions never change, so the ones in use are kept in memory. */
@Injectable()
export class CourseVersions {
  private readonly known = new LRUCache<string, TrackedVersion>({ max: KEPT });

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * The versions with these ids; one that does not exist is missing from the answer.
   * @param on a transaction that must not wait for another connection
   */
  async find(
    ids: readonly string[],
    on: Pick<EntityManager, 'query'> = this.source,
  ): Promise<ReadonlyMap<string, TrackedVersion>> {
    const found = new Map<string, TrackedVersion>();
    const missing: string[] = [];
    for (const id of ids) {
      const known = this.known.get(id);
      if (known) found.set(id, known);
      else missing.push(id);
    }
    for (const { id, manifest } of missing.length > 0 ? await this.read(missing, on) : []) {
      const version = trackedVersion(manifest);
      found.set(id, version);
      this.known.set(id, version);
    }
    return found;
  }

  private read(ids: readonly string[], on: Pick<EntityManager, 'query'>): Promise<VersionRow[]> {
    return on.query<VersionRow[]>('select id, manifest from version_standing where id = any($1)', [ids]);
  }
}

export function trackedVersion(tree: ActivityTree): TrackedVersion {
  return {
    tree,
    scos: new Map(scos(tree).map((activity) => [activity.id, activity])),
    ...(isSequenced(tree) && { sequencing: sequencingTree(tree) }),
  };
}
