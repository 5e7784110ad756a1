import { Injectable } from '@nestjs/common';
import { Clock, errorWords, Ids, Transactions } from '@induct/platform';
import { DataSource } from 'typeorm';
import { DraftRepository } from './draft.repository';
import { Forecasting } from './forecasting.service';
import type { ForecastRow } from './forecast';
import { NothingIsDrafted } from './scheme.errors';
import { type Simulation, SimulationRepository } from './simulation.repository';

/** In milliseconds: longer than the largest council takes. A worker that dies gives it up after that. */
const LEASE = 60_000;

class AnotherHasIt extends Error {}

/** What a version would do is asked for at the desk and worked out by the worker. */
@Injectable()
export class Simulations {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly simulations: SimulationRepository,
    private readonly forecasting: Forecasting,
    private readonly transactions: Transactions,
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Of the version in work, on the day on which it would take effect. One that waits or is being worked out is not asked for twice.
   * @throws NothingIsDrafted, SchemesGoInACircle
   */
  async ask(schemeId: string, by: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      await this.drafts.alone(tx);
      const version = await this.drafts.inWork(tx, schemeId);
      if (version?.state !== 'draft') throw new NothingIsDrafted();
      const { day } = await this.forecasting.change(tx, version);
      const newest = await this.simulations.newestOf(version.id, tx);
      if (newest && newest.endedAt === null) return newest.id;
      const id = this.ids.uuid();
      await this.simulations.add(tx, {
        id,
        schemeVersionId: version.id,
        day,
        askedBy: by,
        askedAt: this.clock.now(),
      });
      return id;
    });
  }

  find(id: string): Promise<Simulation | undefined> {
    return this.simulations.find(id);
  }

  newestOf(versionId: string): Promise<Simulation | undefined> {
    return this.simulations.newestOf(versionId);
  }

  /** Works out the next one that waits. @returns whether there was one */
  async workOutNext(): Promise<boolean> {
    const now = this.clock.now();
    const lease = new Date(now.getTime() + LEASE);
    const id = await this.simulations.take(now, lease);
    if (id === undefined) return false;
    try {
      await this.workOut(id, lease);
    } catch (error) {
      if (error instanceof AnotherHasIt) return true;
      await this.transactions.run((tx) =>
        this.simulations.end(tx, id, { at: this.clock.now(), error: errorWords(error) }),
      );
    }
    return true;
  }

  private async workOut(id: string, lease: Date): Promise<void> {
    // One snapshot of everybody; what is written on the way is seen by whoever waits for it.
    const { change, histories } = await this.source.transaction('REPEATABLE READ', async (tx) => {
      const { schemeVersionId } = (await this.simulations.find(id, tx))!;
      const version = await this.drafts.find(tx, schemeVersionId);
      if (!version) throw new NothingIsDrafted();
      const planned = await this.forecasting.change(tx, version);
      return { change: planned, histories: await this.forecasting.everybody(tx, planned) };
    });
    const mine = (is: boolean) => {
      if (!is) throw new AnotherHasIt();
    };
    await this.transactions.run(async (tx) => mine(await this.simulations.begin(tx, id, lease, histories.length)));
    const { digest } = await this.forecasting.forecast(change, histories, (rows: ForecastRow[], done: number) =>
      this.transactions.run(async (tx) => {
        mine(await this.simulations.advance(tx, id, lease, done));
        await this.simulations.addRows(tx, id, rows);
      }),
    );
    await this.transactions.run((tx) => this.simulations.end(tx, id, { at: this.clock.now(), digest }));
  }
}
