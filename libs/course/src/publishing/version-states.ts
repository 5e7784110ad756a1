import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Publication } from './publication';
import { PublicationRepository } from './publication.repository';
import { type LockedVersion, VersionRepository } from '../versions/version.repository';

/**
 * Where the versions of a course stand, for libs/steering: it moves them while they are tested. Every act on a course
 * begins with its lock, so that acts on one course come one after the other.
 */
@Injectable()
export class VersionStates {
  constructor(
    private readonly versions: VersionRepository,
    private readonly publications: PublicationRepository,
  ) {}

  /** Locks the version's course. @returns undefined when there is no such version */
  lock(tx: EntityManager, versionId: string): Promise<LockedVersion | undefined> {
    return this.versions.lock(tx, versionId);
  }

  /** @returns false when there is no such course */
  lockCourse(tx: EntityManager, courseId: string): Promise<boolean> {
    return this.versions.lockCourse(tx, courseId);
  }

  /** All versions of a course that is locked, the newest first. */
  ofCourse(tx: EntityManager, courseId: string): Promise<LockedVersion[]> {
    return this.versions.ofCourse(tx, courseId);
  }

  /** Moves a version that members do not see. */
  become(tx: EntityManager, versionId: string, state: 'draft' | 'in_testing' | 'approved'): Promise<void> {
    return this.versions.become(tx, versionId, state);
  }

  /** Every publication of a course, the newest first. */
  publicationsOf(courseId: string, tx?: EntityManager): Promise<Publication[]> {
    return this.publications.ofCourse(courseId, tx);
  }
}
