import { Injectable } from '@nestjs/common';
import { Clock, Ids, Transactions } from '@induct/platform';
import { secretHash } from '../hash';
import { PasskeyRepository } from './passkey.repository';
import { PASSKEY_LIMITS } from './passkey.rules';

/** What devices are to sign. Each is good once, whatever comes of it, and only for what it was made for. */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly passkeys: PasskeyRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @param personId who adds a passkey; null: somebody signs in @returns 32 random bytes */
  async make(personId: string | null): Promise<Uint8Array<ArrayBuffer>> {
    const challenge = this.ids.bytes(32);
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      await this.passkeys.removeOldChallenges(tx, now);
      const until = new Date(now.getTime() + PASSKEY_LIMITS.challengeLives);
      await this.passkeys.addChallenge(tx, { hash: hashOf(challenge.toString('base64url')), personId, until });
    });
    return Uint8Array.from(challenge);
  }

  /** @param challenge as the device says that it was, base64url @returns whether it was ours, in time and not used yet */
  async take(challenge: string, personId: string | null): Promise<boolean> {
    return await this.transactions.run((tx) =>
      this.passkeys.takeChallenge(tx, hashOf(challenge), personId, this.clock.now()),
    );
  }
}

const hashOf = (challenge: string): Buffer => secretHash(challenge);
