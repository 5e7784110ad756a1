import { Get, HttpStatus, Param, Post, Redirect, Render } from '@nestjs/common';
import { Launching } from '@induct/progress';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { NotHere } from '../../frame/not-here';
import { ModulesQueries } from './modules.queries';

/** Starting a module from the beginning, at any time: asked once, and what was earned stays. */
@Screen({
  path: 'modules/:slug/from-the-beginning',
  access: ['member', 'tester'],
  proof: 'any',
  title: 'Start from the beginning',
})
export class BeginningController {
  constructor(
    private readonly modules: ModulesQueries,
    private readonly launching: Launching,
  ) {}

  @Get()
  @Render('member/modules/beginning.page.njk')
  async ask(@Param('slug') slug: string) {
    return { module: { slug, title: (await this.find(slug)).title } };
  }

  @Post()
  @Redirect('/', HttpStatus.SEE_OTHER)
  async begin(@Param('slug') slug: string, @CurrentPerson() person: SignedInPerson) {
    const { id: courseId } = await this.find(slug);
    const { url } = await this.launching.open({ personId: person.id, courseId, fromTheBeginning: true });
    return { url };
  }

  private async find(slug: string) {
    const course = await this.modules.toStart(slug);
    if (!course) throw new NotHere('module');
    return course;
  }
}
