import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AttendanceCorrected, AttendanceRecorded } from '@induct/events';
import { Announcements } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { Awards } from '../awards/awards.service';
import { EvidenceRepository } from '../requirements/evidence.repository';
import { RequirementRepository } from '../requirements/requirement.repository';
import { WithdrawalRepository } from '../withdrawals/withdrawal.repository';
import { Withdrawals } from '../withdrawals/withdrawals.service';

/**
 * Who was at a session has met what it is about, in the very transaction that wrote it down. When a register is corrected, that
 * counts no more; whoever seemed to have been there is told, and officers decide about certificates that rest on it.
 */
@Injectable()
export class AttendanceEvidence implements OnModuleInit {
  constructor(
    private readonly announcements: Announcements,
    private readonly awards: Awards,
    private readonly evidence: EvidenceRepository,
    private readonly requirements: RequirementRepository,
    private readonly rows: WithdrawalRepository,
    private readonly withdrawals: Withdrawals,
  ) {}

  onModuleInit(): void {
    this.announcements.on(AttendanceRecorded, async (tx, { personId, at }) => {
      await this.awards.consider(tx, personId, at);
    });
    this.announcements.on(AttendanceCorrected, (tx, event) => this.withdraw(tx, event));
  }

  /** Whatever is being made of it at this moment, by somebody who does not see the correction yet, is there before it is looked for. */
  private async withdraw(tx: EntityManager, { personId, attendedIds, by, reason }: AttendanceCorrected): Promise<void> {
    await this.evidence.recordAlone(tx, personId);
    await this.requirements.unchanged(tx);
    for (const evidence of await this.rows.bySource(tx, 'attendance', attendedIds))
      await this.withdrawals.withdrawIn(tx, evidence, { by, reason });
  }
}
