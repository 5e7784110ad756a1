import { Get, Inject, Render } from '@nestjs/common';
import { CouncilContacts } from '@induct/people';
import { CONFIG, type Config, Council, type StatementKind, Statements } from '@induct/platform';
import { Screen } from '../../frame/screen';
import { cookiesInWords } from '../../words/cookies';
import { LIMITS } from '../../words/limits';
import { statementHtml } from '../../words/statement-html';

/** What the council says of itself, and what Induct does: the second stands in our own words, so that it stays true. */
@Screen({
  path: '',
  access: ['public'],
  pages: {
    accessibility: 'Accessibility statement',
    cookies: 'Cookies',
    privacy: 'Privacy',
    terms: 'Terms of use',
  },
})
export class AboutController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly council: Council,
    private readonly contacts: CouncilContacts,
    private readonly statements: Statements,
  ) {}

  @Get('accessibility')
  @Render('public/about/statement.page.njk')
  async accessibility() {
    return this.statement('accessibility');
  }

  @Get('cookies')
  @Render('public/about/cookies.page.njk')
  async cookies() {
    return {
      ...(await this.statement('cookies')),
      cookies: cookiesInWords(),
    };
  }

  @Get('privacy')
  @Render('public/about/privacy.page.njk')
  async privacy() {
    const statement = await this.statement('privacy');
    return { ...statement, limits: LIMITS, hasRecordStore: this.config.XAPI_URL !== undefined };
  }

  @Get('terms')
  @Render('public/about/statement.page.njk')
  async terms() {
    return this.statement('terms');
  }

  private async statement(kind: StatementKind) {
    const [{ text, changedAt }, contact] = await Promise.all([this.statements.now(kind), this.contacts.now()]);
    return { said: statementHtml(text, { own: this.council.current, contact, changedAt }), changedAt };
  }
}
