import { Param, Post, Redirect } from '@nestjs/common';
import { WhatIsAskedQueries } from '@induct/accreditation';
import { ChoiceIsDue, Launching } from '@induct/progress';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { NotHere } from '../../frame/not-here';
import { asItCounts, isToTakeAgain } from '../learning/as-it-counts';
import { ModulesQueries } from './modules.queries';

@Screen({ path: 'modules/:slug/start', access: ['member', 'tester'], proof: 'any' })
export class StartController {
  constructor(
    private readonly modules: ModulesQueries,
    private readonly asked: WhatIsAskedQueries,
    private readonly launching: Launching,
  ) {}

  /** Opens the player: on the content origin, by a capability in its address. Half-way on an old version, it may ask first. */
  @Post()
  @Redirect('/', 303)
  async start(@Param('slug') slug: string, @CurrentPerson() person: SignedInPerson) {
    const course = await this.modules.toStart(slug);
    if (!course) throw new NotHere('module');
    try {
      const again = await this.isToTakeAgain(person.id, course.id);
      const { url } = await this.launching.open({ personId: person.id, courseId: course.id, again });
      return { url };
    } catch (error) {
      if (error instanceof ChoiceIsDue) return { url: `/modules/${encodeURIComponent(slug)}/choose` };
      throw error;
    }
  }

  /** Whoever has completed it while it counts no more would else only look at it, and never show it anew. */
  private async isToTakeAgain(personId: string, courseId: string): Promise<boolean> {
    const [standing, { asked }] = await Promise.all([
      this.modules.standing(personId, courseId),
      this.asked.needed(personId),
    ]);
    return standing !== undefined && isToTakeAgain(asItCounts(asked)(courseId, standing));
  }
}
