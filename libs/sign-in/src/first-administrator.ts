import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config, Ids, Settings, Transactions } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { secretHash } from './hash';
import { PeopleService } from '@induct/people';

const KEY = 'first-administrator';
/** In milliseconds. The next start prints a new link, as long as there is no administrator. */
const LIVES = 24 * 60 * 60_000;

/** The way into an empty council: a link, printed at the start, that makes its holder the first administrator. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleService,
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns the link to print, or undefined when the council has an administrator. Earlier links stop working. */
  async createLink(): Promise<string | undefined> {
    const token = this.ids.secret(32);
    const now = this.clock.now();
    const made = await this.transactions.run(async (tx) => {
      await this.lock(tx);
      if (await this.hasAdministrator(tx)) return false;
      const value = { tokenHash: secretHash(token).toString('hex'), expiresAt: now.getTime() + LIVES };
      await this.settings.set(tx, KEY, value, now);
      return true;
    });
    return made ? `${this.config.SITE_ORIGIN}/sign-in/first-administrator/${token}` : undefined;
  }

  async isLinkGood(token: string, tx: EntityManager = this.source.manager): Promise<boolean> {
    const link = (await this.settings.find(KEY, tx)) as { tokenHash: string; expiresAt: number } | undefined;
    if (!link || this.clock.now().getTime() >= link.expiresAt) return false;
    return link.tokenHash === secretHash(token).toString('hex') && !(await this.hasAdministrator(tx));
  }

  /** @returns the administrator's id, or undefined when the link is no longer good. */
  async become(tx: EntityManager, token: string, person: { name: string; email: string }): Promise<string | undefined> {
    await this.lock(tx);
    if (!(await this.isLinkGood(token, tx))) return undefined;
    await this.settings.remove(tx, KEY);
    const [id] = await this.people.add(tx, [{ ...person, roles: ['administrator'] }], null);
    return id;
  }

  private async lock(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext($1))`, [KEY]);
  }

  private async hasAdministrator(tx: EntityManager): Promise<boolean> {
    const rows = await tx.query<unknown[]>(`select 1 from role_held where role = 'administrator' limit 1`);
    return rows.length > 0;
  }
}
