import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { readerBrowser } from '../browser-words';
import { sameBytes, secretHash } from '../hash';
import type { DeviceEntity } from './device.entity';
import { type DeviceKnown, DeviceRepository } from './device.repository';
import { DEVICE_LIVES, mayBeRemembered } from './device.rules';

/** One of somebody's own devices that are remembered. */
export type OwnDevice = Pick<DeviceEntity, 'id' | 'createdAt' | 'lastUsedAt' | 'until'> & {
  /** `Chrome on Windows` */
  browser: string;
  /** The one that asks. */
  isThis: boolean;
};

/** The browser that is to be remembered. */
export interface Remembering {
  userAgent?: string | undefined;
  /** What it keeps in its cookie already. */
  earlier?: string | undefined;
  /** With which passkey its person signs in, when it is one. */
  passkeyId?: string | undefined;
}

/**
 * Devices that people said are theirs alone. One press signs in there, weakly: what can hurt asks for more. The cookie holds a
 * secret; the table holds its hash.
 */
@Injectable()
export class Devices {
  constructor(
    private readonly devices: DeviceRepository,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Within a sign-in by a letter or a passkey. What the browser had before is over.
   * @returns what the browser keeps in its cookie; undefined for whoever works at the desk, who is not remembered
   */
  async remember(
    tx: EntityManager,
    personId: string,
    { userAgent, earlier, passkeyId }: Remembering,
  ): Promise<string | undefined> {
    const now = this.clock.now();
    await this.devices.removeOld(tx, now);
    if (earlier !== undefined) await this.devices.remove(tx, secretHash(earlier));
    if (!mayBeRemembered(await this.devices.rolesOf(tx, personId))) return undefined;
    const [id, secret] = [this.ids.uuid(), this.ids.secret(32)];
    await this.devices.add(tx, {
      hash: secretHash(secret),
      id,
      personId,
      userAgent: userAgent?.slice(0, 300) ?? null,
      createdAt: now,
      lastUsedAt: now,
      until: new Date(now.getTime() + DEVICE_LIVES),
      passkeyId: passkeyId ?? null,
    });
    await this.record(tx, 'device.remembered', personId, id);
    return secret;
  }

  /** Whose device it is, as long as it is remembered and they may be. @param secret of the cookie */
  async known(secret: string, tx?: EntityManager): Promise<DeviceKnown | undefined> {
    const device = await this.devices.find(secretHash(secret), tx);
    return device && device.until > this.clock.now() && mayBeRemembered(device.roles) ? device : undefined;
  }

  /** One press. @returns who it is; undefined when the device is not remembered any more */
  async use(tx: EntityManager, secret: string): Promise<string | undefined> {
    const device = await this.known(secret, tx);
    if (device) await this.devices.used(tx, secretHash(secret), this.clock.now());
    return device?.personId;
  }

  /** From the device itself, signed in or not. */
  async forget(secret: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const device = await this.devices.remove(tx, secretHash(secret));
      if (device) await this.record(tx, 'device.ended', device.personId, device.id);
    });
  }

  /** The last used first. @param secret of the browser that asks */
  async own(personId: string, secret: string | undefined): Promise<OwnDevice[]> {
    const here = secret === undefined ? undefined : secretHash(secret);
    const rows = await this.devices.ofPerson(personId, this.clock.now());
    return rows.map(({ hash, userAgent, id, createdAt, lastUsedAt, until }) => ({
      id,
      createdAt,
      lastUsedAt,
      until,
      browser: readerBrowser(userAgent),
      isThis: here !== undefined && sameBytes(hash, here),
    }));
  }

  /** One of the person's own; nothing when it is over or another's. */
  async endOne(personId: string, id: string): Promise<void> {
    await this.end(personId, { which: id });
  }

  /** @param secret of the one that stays, if the browser that asks is one */
  async endOthers(personId: string, secret: string | undefined): Promise<void> {
    await this.end(personId, secret === undefined ? {} : { but: secretHash(secret) });
  }

  async endAll(personId: string): Promise<void> {
    await this.end(personId, {});
  }

  /** Within what causes it: a change of roles, or of the address. */
  async forgetAll(tx: EntityManager, personId: string): Promise<void> {
    await this.devices.removeOf(tx, personId);
  }

  private async end(personId: string, which: { which?: string; but?: Buffer }): Promise<void> {
    await this.transactions.run(async (tx) => {
      for (const id of await this.devices.removeOf(tx, personId, which))
        await this.record(tx, 'device.ended', personId, id);
    });
  }

  private async record(tx: EntityManager, action: string, personId: string, id: string): Promise<void> {
    await this.audit.record(tx, { actorId: personId, action, subjectType: 'device', subjectId: id });
  }
}
