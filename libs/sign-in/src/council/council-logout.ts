import { Injectable, Logger } from '@nestjs/common';
import { AuditTrail, Clock, errorWords, Transactions } from '@induct/platform';
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { secretHash } from '../hash';
import { boundedFetch } from './bounded-fetch';
import { CouncilAway } from './council.errors';
import { CouncilProvider } from './council-provider';
import { CouncilRepository } from './council.repository';
import { LOGOUT_TOKEN_LIVES, type LogoutToken, readLogoutToken } from './logout-token';

/** In milliseconds. */
const PATIENCE = 5000;

/** The council says that somebody has signed out there: every sign-in that their account began here ends. */
@Injectable()
export class CouncilLogout {
  private readonly logger = new Logger(CouncilLogout.name);
  private keys?: { at: string; get: JWTVerifyGetKey };

  constructor(
    private readonly provider: CouncilProvider,
    private readonly council: CouncilRepository,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @returns false when it is no word of the council, or was taken before @throws CouncilAway */
  async take(token: string): Promise<boolean> {
    const read = await this.read(token);
    if (!read) return false;
    const { issuer, subject, jti } = read;
    const now = this.clock.now();
    return await this.transactions.run(async (tx) => {
      // Twice as long as it can be believed: clocks differ.
      const until = new Date(now.getTime() + 2 * LOGOUT_TOKEN_LIVES * 1000);
      const tokenHash = secretHash(`${issuer} ${jti}`);
      if (!(await this.council.takeLogout(tx, { tokenHash, until }, now))) return false;
      const identity = await this.council.find({ issuer, subject }, tx);
      // Whoever never came here is signed out here.
      if (!identity) return true;
      for (const id of await this.council.endSignIns(tx, identity.id)) {
        await this.audit.record(tx, {
          actorId: identity.personId,
          action: 'sign_in.ended',
          subjectType: 'sign_in',
          subjectId: id,
          detail: { asked: 'council' },
        });
      }
      return true;
    });
  }

  private async read(token: string): Promise<LogoutToken | undefined> {
    const audience = this.provider.clientId;
    if (audience === undefined) return undefined;
    const { issuer, jwks_uri, id_token_signing_alg_values_supported: signs } = await this.provider.says();
    if (!jwks_uri) throw new CouncilAway();
    const algorithms = ((signs as string[] | undefined) ?? ['RS256']).filter((one) => !/^(HS|none)/.test(one));
    try {
      return await readLogoutToken(token, this.keysAt(jwks_uri), { issuer, audience, algorithms });
    } catch (error) {
      this.logger.warn(`A sign-out of the council was not taken: ${errorWords(error)}`);
      return undefined;
    }
  }

  private keysAt(address: string): JWTVerifyGetKey {
    if (this.keys?.at !== address) {
      const get = createRemoteJWKSet(new URL(address), { timeoutDuration: PATIENCE, [customFetch]: boundedFetch });
      this.keys = { at: address, get };
    }
    return this.keys.get;
  }
}
