import { Injectable } from '@nestjs/common';

export interface RoundOrder {
  versionId: string;
  /** People with the role tester. */
  testers: string[];
  deadline: Date;
  quorum: number;
  /** What to look at. */
  focus: string;
  /** Lines to answer; the steering group's usual six without it. */
  checklist?: string[];
}

/** Test rounds: opened, extended and closed by officers. */
@Injectable()
export class Rounds {
  open(_by: string, _order: RoundOrder): Promise<{ roundId: string }> {
    throw new Error('Not written yet');
  }

  close(_roundId: string, _by: string): Promise<void> {
    throw new Error('Not written yet');
  }

  /** @param _personIds those who have not decided, without it @returns how many letters */
  nudge(_roundId: string, _by: string, _personIds?: string[]): Promise<number> {
    throw new Error('Not written yet');
  }

  extend(_roundId: string, _by: string, _deadline: Date): Promise<void> {
    throw new Error('Not written yet');
  }

  addTesters(_roundId: string, _by: string, _personIds: string[]): Promise<void> {
    throw new Error('Not written yet');
  }

  /** Closes the rounds whose deadline has passed. @returns how many */
  closeDue(): Promise<number> {
    throw new Error('Not written yet');
  }
}
