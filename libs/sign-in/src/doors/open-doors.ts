import { Injectable } from '@nestjs/common';
import { PersonShutOut } from '@induct/people';
import { Announcements, Clock } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { Devices } from '../devices/devices';
import { OwnPasskeys } from '../passkeys/own-passkeys';
import { SignIns } from '../sign-ins/sign-ins';

/**
 * Every way somebody may be inside, or come in, ends at once: their signed-in browsers, remembered devices, and links that are
 * on their way. Their passkeys end when they left, or when their letters go elsewhere: others may have read those.
 */
@Injectable()
export class OpenDoors {
  constructor(
    private readonly signIns: SignIns,
    private readonly devices: Devices,
    private readonly passkeys: OwnPasskeys,
    private readonly clock: Clock,
    announcements: Announcements,
  ) {
    announcements.on(PersonShutOut, (tx, { personId }) => this.close(tx, personId));
  }

  /** Links first: one that is being used right now has signed in before its browser is looked for. */
  private async close(tx: EntityManager, personId: string): Promise<void> {
    await tx.query('update sign_in_link set expires_at = least(expires_at, $2) where person_id = $1', [
      personId,
      this.clock.now(),
    ]);
    await this.devices.forgetAll(tx, personId);
    await this.passkeys.removeOver(tx, personId);
    await this.signIns.signOutEverywhere(tx, personId);
  }
}
