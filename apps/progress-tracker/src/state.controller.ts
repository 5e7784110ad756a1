import { Controller, Get, Header, Param } from '@nestjs/common';
import { JsonRoute } from '@induct/platform';
import { Launching, type LaunchState } from '@induct/progress';
import { Access } from '@induct/sign-in';

/** What the player starts from, for a player that has to ask again. */
@Controller('launch/:token/state')
@Access('launch-token')
export class StateController {
  constructor(private readonly launching: Launching) {}

  @Get()
  @JsonRoute('What the player starts from')
  @Header('cache-control', 'no-store')
  @Header('x-content-type-options', 'nosniff')
  state(@Param('token') token: string): Promise<LaunchState> {
    return this.launching.state(token);
  }
}
