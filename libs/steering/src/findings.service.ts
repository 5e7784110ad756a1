import { Injectable } from '@nestjs/common';
import type { NewFinding, Severity } from './finding';

/** What testers find, and what becomes of it. */
@Injectable()
export class Findings {
  raise(_by: string, _finding: NewFinding): Promise<{ findingId: string; number: number }> {
    throw new Error('Not written yet');
  }

  comment(_findingId: string, _by: string, _text: string): Promise<void> {
    throw new Error('Not written yet');
  }

  assign(_findingId: string, _by: string, _assigneeId: string | null): Promise<void> {
    throw new Error('Not written yet');
  }

  answer(_findingId: string, _by: string, _text: string): Promise<void> {
    throw new Error('Not written yet');
  }

  markFixed(_findingId: string, _by: string, _versionId: string, _text?: string): Promise<void> {
    throw new Error('Not written yet');
  }

  willNotFix(_findingId: string, _by: string, _reason: string): Promise<void> {
    throw new Error('Not written yet');
  }

  confirm(_findingId: string, _by: string, _text?: string): Promise<void> {
    throw new Error('Not written yet');
  }

  reopen(_findingId: string, _by: string, _text: string): Promise<void> {
    throw new Error('Not written yet');
  }

  changeSeverity(_findingId: string, _by: string, _severity: Severity): Promise<void> {
    throw new Error('Not written yet');
  }

  withdraw(_findingId: string, _by: string): Promise<void> {
    throw new Error('Not written yet');
  }
}
