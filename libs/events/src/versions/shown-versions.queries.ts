import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon, type Language } from '@induct/platform';
import { MOST_ATTEMPTS } from '@induct/printing';
import { DataSource } from 'typeorm';
import { PlannedFacts } from './planned-facts.queries';
import { changesSince, type ProgrammeChange } from './programme-changes';
import type { ProgrammeFacts } from './programme-facts';
import { ProgrammePaperEntity } from './programme-paper.entity';
import type { ProgrammePeriodEntity } from './programme-period.entity';
import { VersionNotFound, ProgrammeNotFound } from './version.errors';
import { wasApproved } from './version-state';
import { type VersionRow, VersionsRepository, type WaitingRow } from './versions.repository';

/** A programme with its versions, the latest first, and what differs by now from the last that was approved. */
export interface ProgrammeStanding {
  programme: ProgrammePeriodEntity;
  versions: VersionRow[];
  /** Undefined: none was approved, or its days are over. */
  changes: ProgrammeChange[] | undefined;
}

/** A version and what stands in it. */
export interface ReadVersion {
  programme: ProgrammePeriodEntity;
  version: VersionRow;
  facts: ProgrammeFacts;
}

/** The PDF of a version. */
export type PaperState =
  | { state: 'none' | 'being made' | 'failed' }
  /** `sha256` in hex, as FileStore takes it. */
  | { state: 'made'; sha256: string; bytes: number };

/** Reads programmes and their versions for pages. */
@Injectable()
export class ShownVersions {
  constructor(
    private readonly source: DataSource,
    private readonly rows: VersionsRepository,
    private readonly planned: PlannedFacts,
    private readonly clock: Clock,
  ) {}

  async page(limit: number, offset: number): Promise<{ rows: ProgrammeStanding[]; total: number }> {
    const { rows, total } = await this.rows.page(limit, offset);
    return { rows: await this.standing(rows), total };
  }

  /** @throws ProgrammeNotFound */
  async of(slug: string): Promise<ProgrammeStanding> {
    const programme = await this.rows.bySlug(slug);
    if (!programme) throw new ProgrammeNotFound();
    const [standing] = await this.standing([programme]);
    return standing!;
  }

  /** @throws ProgrammeNotFound, VersionNotFound */
  async version(slug: string, number: number): Promise<ReadVersion> {
    const programme = await this.rows.bySlug(slug);
    if (!programme) throw new ProgrammeNotFound();
    const version = (await this.rows.versionsOf([programme.id])).find((one) => one.number === number);
    const facts = version && (await this.rows.factsOf([version.id])).get(version.id);
    if (!facts) throw new VersionNotFound();
    return { programme, version, facts };
  }

  /** What the steering group has before it, the oldest first. */
  withTheGroup(): Promise<WaitingRow[]> {
    return this.rows.withTheGroup();
  }

  async paper(versionId: string, language: Language): Promise<PaperState> {
    const row = await this.source.manager.findOneBy(ProgrammePaperEntity, { versionId, language });
    if (!row) return { state: 'none' };
    const { revision, madeOf, sha256, bytes, attempts, error } = row;
    if (madeOf === revision && sha256) return { state: 'made', sha256: sha256.toString('hex'), bytes: bytes! };
    return { state: error !== null && attempts >= MOST_ATTEMPTS ? 'failed' : 'being made' };
  }

  private async standing(programmes: readonly ProgrammePeriodEntity[]): Promise<ProgrammeStanding[]> {
    const today = dayInLondon(this.clock.now());
    const versions = await this.rows.versionsOf(programmes.map(({ id }) => id));
    const of = (id: string) => versions.filter(({ programmeId }) => programmeId === id);
    const compared = programmes.flatMap((programme) => {
      const approved = programme.lastDay < today ? undefined : of(programme.id).find(({ state }) => wasApproved(state));
      return approved ? [{ programme, approved }] : [];
    });
    const now = await this.planned.nowOf(compared.map(({ programme }) => programme));
    const frozen = await this.rows.factsOf(compared.map(({ approved }) => approved.id));
    const changes = new Map(
      compared.map(({ programme, approved }, at) => [
        programme.id,
        changesSince(frozen.get(approved.id)!, now[at]!.facts, now[at]!.cancelled),
      ]),
    );
    return programmes.map((programme) => ({
      programme,
      versions: of(programme.id),
      changes: changes.get(programme.id),
    }));
  }
}
