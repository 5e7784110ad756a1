import { Inject, Injectable } from '@nestjs/common';
import { worksAtTheDesk } from '@induct/people';
import { CONFIG, type Config } from '@induct/platform';
import { type CameIn, CouncilAccounts, isKey, OwnPasskeys, type SignedInPerson } from '@induct/sign-in';

/**
 * Where a letter alone lets nobody to the desk (`STRONG_DESK`), it adds the first passkey of whoever works there and no further
 * one: else whoever reads their letters would add a passkey of their own, and be at the desk with it.
 */
@Injectable()
export class AddingPasskeys {
  constructor(
    private readonly passkeys: OwnPasskeys,
    private readonly accounts: CouncilAccounts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether somebody shows a key of theirs before they may add one. */
  async asksForKey({ id, roles }: Pick<SignedInPerson, 'id' | 'roles'>, cameIn: CameIn | undefined): Promise<boolean> {
    if (!this.config.STRONG_DESK || !worksAtTheDesk(roles) || isKey(cameIn?.way)) return false;
    return (await this.passkeys.hasAny(id)) || (await this.accounts.ofPerson(id)).length > 0;
  }
}
