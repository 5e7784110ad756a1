import { Get, Render } from '@nestjs/common';
import { CandidatesAreas } from '@induct/handbook';
import { Screen } from '../../frame/screen';
import { ShownTasters } from './shown-tasters';
import { thinkingView } from './tasters.view';

/** For whoever wonders whether to stand for the council: no account, nothing kept. */
@Screen({
  path: 'thinking-about-it',
  access: ['public'],
  title: 'Thinking about being a councillor',
  back: 'Thinking about being a councillor',
})
export class ThinkingController {
  constructor(
    private readonly areas: CandidatesAreas,
    private readonly tasters: ShownTasters,
  ) {}

  @Get()
  @Render('public/tasters/thinking.page.njk')
  async show() {
    const area = await this.areas.today();
    return thinkingView(area, await this.tasters.all(area.freeze));
  }
}
