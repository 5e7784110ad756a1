import { Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { JsonRoute } from '@induct/platform';
import { ChangedPages } from '@induct/progress';
import { Access } from '@induct/sign-in';

/** The player says that something else has changed its page. Nothing but the token is sent, and nothing is answered. */
@Controller('launch/:token/touched')
@Access('launch-token')
export class ChangedPageController {
  constructor(private readonly pages: ChangedPages) {}

  @Post()
  @HttpCode(204)
  @JsonRoute('Report that the player’s page was changed by something else')
  @Header('cache-control', 'no-store')
  report(@Param('token') token: string): Promise<void> {
    return this.pages.report(token);
  }
}
