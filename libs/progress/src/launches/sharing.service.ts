import { Injectable } from '@nestjs/common';
import {
  newest,
  newsFor,
  nothingShared,
  type Shared,
  sharedOf,
  sharesBeyond,
  type SequencingTree,
} from '@induct/scorm';
import type { EntityManager } from 'typeorm';
import { CourseVersions } from '../commits/course-versions';
import { beginning } from '../sequencing/beginning';
import { left } from '../sequencing/course-of-parts';
import { type OrderedAttemptRow, SharingRepository } from './sharing.repository';

/** A launch that was opened. */
export interface OpenedLaunch {
  personId: string;
  attemptId: string;
  versionId: string;
  /** Its number within the attempt. */
  launch: number;
}

/**
 * What a learner's packages share beyond an attempt: global objectives and shared data, unless a package keeps them to itself. What
 * is news to a module is written down when it is opened, and told again from there.
 */
@Injectable()
export class Sharing {
  constructor(
    private readonly versions: CourseVersions,
    private readonly repository: SharingRepository,
  ) {}

  /** Asks nothing of the database where the module shares nothing. */
  async opened(tx: EntityManager, { personId, attemptId, versionId, launch }: OpenedLaunch): Promise<void> {
    const tree = (await this.versions.find([versionId], tx)).get(versionId)?.sequencing;
    if (!tree || !sharesBeyond(tree)) return;
    const rows = await this.repository.attemptsBeside(tx, personId, attemptId);
    const own = rows.find(({ id }) => id === attemptId);
    const state = own ? asLeft(tree, own) : beginning(tree, attemptId);
    const news = newsFor(tree, state, await this.sharedBy(tx, rows));
    if (news) await this.repository.tell(tx, attemptId, launch, news);
  }

  private async sharedBy(tx: EntityManager, rows: readonly OrderedAttemptRow[]): Promise<Shared> {
    const versions = await this.versions.find([...new Set(rows.map(({ versionId }) => versionId))], tx);
    return rows.reduce((shared, row) => {
      const tree = versions.get(row.versionId)?.sequencing;
      return tree ? newest(shared, sharedOf(tree, asLeft(tree, row))) : shared;
    }, nothingShared());
  }
}

/** With what the part has said that was open when the learner went, at the moment when that came. */
const asLeft = (tree: SequencingTree, { state, open, recordedAt }: OrderedAttemptRow) =>
  left(tree, { state, open: open ?? undefined }, recordedAt.getTime());
