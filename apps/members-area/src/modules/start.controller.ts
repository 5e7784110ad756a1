import { Controller, NotFoundException, Param, Post, Redirect } from '@nestjs/common';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/people';
import { Launching } from '@induct/progress';
import { ModulesQueries } from './modules.queries';

@Controller('modules/:slug/start')
@Access('member', 'tester')
export class StartController {
  constructor(
    private readonly modules: ModulesQueries,
    private readonly launching: Launching,
  ) {}

  /** Opens the player: on the content origin, by a capability in its address. */
  @Post()
  @Redirect('/', 303)
  async start(@Param('slug') slug: string, @CurrentPerson() person: SignedInPerson) {
    const courseId = await this.modules.toStart(slug);
    if (!courseId) throw new NotFoundException();
    const { url } = await this.launching.open({ personId: person.id, courseId });
    return { url };
  }
}
