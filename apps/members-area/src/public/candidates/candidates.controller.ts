import { Get, Render } from '@nestjs/common';
import { PublishedProgrammes } from '@induct/events';
import { CandidatesAreas } from '@induct/handbook';
import { Screen } from '../../frame/screen';
import { candidatesView } from './candidates.view';

/** What people read who think of standing for the council, or stand: no account, nothing kept. */
@Screen({
  path: 'candidates',
  access: ['public'],
  title: 'Standing for election',
  back: 'Standing for election',
})
export class CandidatesController {
  constructor(
    private readonly areas: CandidatesAreas,
    private readonly published: PublishedProgrammes,
  ) {}

  @Get()
  @Render('public/candidates/candidates.page.njk')
  async show() {
    const [area, programmes] = await Promise.all([this.areas.today(), this.published.all()]);
    return candidatesView(area, programmes);
  }
}
