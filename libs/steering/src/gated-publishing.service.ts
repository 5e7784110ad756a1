import { Injectable } from '@nestjs/common';
import type { CourseDescription, RefreshPolicy } from '@induct/course';
import type { GateAnswer } from './gate-answer';

/** The only way to publish: through the gate, or over it by two people. */
@Injectable()
export class GatedPublishing {
  mayPublish(_versionId: string): Promise<GateAnswer> {
    throw new Error('Not written yet');
  }

  publish(
    _versionId: string,
    _by: string,
    _description: CourseDescription,
    _refresh: RefreshPolicy,
  ): Promise<{ publicationId: string }> {
    throw new Error('Not written yet');
  }

  proposeOverride(_versionId: string, _by: string, _reason: string): Promise<{ overrideId: string }> {
    throw new Error('Not written yet');
  }

  confirmOverride(
    _overrideId: string,
    _by: string,
    _description: CourseDescription,
    _refresh: RefreshPolicy,
  ): Promise<{ publicationId: string }> {
    throw new Error('Not written yet');
  }

  withdrawOverride(_overrideId: string, _by: string): Promise<void> {
    throw new Error('Not written yet');
  }

  describe(_courseId: string, _by: string, _description: CourseDescription): Promise<void> {
    throw new Error('Not written yet');
  }
}
