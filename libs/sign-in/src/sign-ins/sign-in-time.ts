import { Injectable, Optional } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { secretHash } from '../hash';
import { LearningActivity } from './learning-activity';
import { worksAtTheDesk } from '@induct/people';
import { SIGN_IN_LIVES } from './sign-in.rules';
import { SignInRepository } from './sign-in.repository';

export interface TimeLeft {
  /** Until the sign-in ends if nothing happens; 0: it has ended. */
  seconds: number;
  /** Whether opening a page or pressing "Stay signed in" would give more. */
  extendable: boolean;
}

/** How long a browser stays signed in. Asking prolongs nothing. */
@Injectable()
export class SignInTime {
  constructor(
    private readonly signIns: SignInRepository,
    private readonly clock: Clock,
    @Optional() private readonly learning?: LearningActivity,
  ) {}

  /** @param id of the cookie */
  async left(id: string): Promise<TimeLeft> {
    const row = await this.signIns.find(secretHash(id));
    if (!row) return { seconds: 0, extendable: false };
    const now = this.clock.now().getTime();
    const desk = worksAtTheDesk(row.roles);
    const learned = desk ? undefined : await this.learning?.lastLearnedAt(row.id);
    const seen = Math.max(row.lastSeenAt.getTime(), learned?.getTime() ?? 0);
    const quiet = seen + (desk ? SIGN_IN_LIVES.idleAtTheDesk : SIGN_IN_LIVES.idle) - now;
    const most = row.createdAt.getTime() + SIGN_IN_LIVES.atMost - now;
    const seconds = Math.max(0, Math.floor(Math.min(quiet, most) / 1000));
    return { seconds, extendable: seconds > 0 && most > quiet };
  }
}
