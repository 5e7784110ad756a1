import { Body, HttpCode, Post } from '@nestjs/common';
import { CouncilLogout, SignOutNotTaken } from '@induct/sign-in';
import { z } from 'zod';
import { Screen } from '../../frame/screen';

/** Where the council's server tells ours that somebody has signed out there. Its address is registered at the council. */
export const BACK_CHANNEL = '/sign-in/council/back-channel';

const Told = z.object({ logout_token: z.string().min(1) });

@Screen({ path: 'sign-in/council/back-channel', access: ['public'] })
export class BackChannelController {
  constructor(private readonly logout: CouncilLogout) {}

  /** OpenID Connect Back-Channel Logout 1.0, 2.5 to 2.8: 200 or 400, and nothing else to be read from the answer. */
  @Post()
  @HttpCode(200)
  async signOut(@Body() sent: unknown): Promise<string> {
    const told = Told.safeParse(sent);
    if (!told.success || !(await this.logout.take(told.data.logout_token))) throw new SignOutNotTaken();
    return '';
  }
}
