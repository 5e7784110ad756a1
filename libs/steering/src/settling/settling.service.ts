import { Injectable } from '@nestjs/common';
import { type LockedVersion, VersionStates } from '@induct/course';
import type { EntityManager } from 'typeorm';
import { versionState } from '../rules/gate.rules';
import { GateQueries } from './gate.queries';

/** Brings the states of a course's versions in line with its rounds and findings, after every act on them. */
@Injectable()
export class Settling {
  constructor(
    private readonly versions: VersionStates,
    private readonly queries: GateQueries,
  ) {}

  /** The course is locked. @param versions of the course, when they are known already */
  async settle(tx: EntityManager, courseId: string, known?: readonly LockedVersion[]): Promise<void> {
    const rounds = await this.queries.lastRounds(courseId, tx);
    const blocking = await this.queries.blocking(courseId, tx);
    for (const version of known ?? (await this.versions.ofCourse(tx, courseId))) {
      const state = versionState(version, rounds.get(version.id), blocking);
      if (state === version.state || state === 'published' || state === 'retired') continue;
      await this.versions.become(tx, version.id, state);
    }
  }
}
