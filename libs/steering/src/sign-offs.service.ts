import { Injectable } from '@nestjs/common';
import type { ChecklistAnswers } from './round';

/** What the testers of an open round say of the version. */
@Injectable()
export class SignOffs {
  signOff(_roundId: string, _by: string, _given: { checklist: ChecklistAnswers }): Promise<void> {
    throw new Error('Not written yet');
  }

  refuse(_roundId: string, _by: string, _given: { reason: string; checklist: ChecklistAnswers }): Promise<void> {
    throw new Error('Not written yet');
  }

  couldNotFinish(_roundId: string, _by: string, _why: string): Promise<void> {
    throw new Error('Not written yet');
  }
}
