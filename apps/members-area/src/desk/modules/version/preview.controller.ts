import { Param, Post, Redirect } from '@nestjs/common';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Previews } from '@induct/steering';
import { Screen } from '../../../frame/screen';
import { NotHere } from '../../../frame/not-here';
import { VersionQueries } from './version.queries';

@Screen({ path: 'admin/modules/:slug/versions/:number/preview', access: ['officer'] })
export class PreviewController {
  constructor(
    private readonly versions: VersionQueries,
    private readonly previews: Previews,
  ) {}

  /** An officer looks at a version in the real player. Nothing of it is learning. */
  @Post()
  @Redirect('/', 303)
  async preview(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @CurrentPerson() officer: SignedInPerson,
  ) {
    const version = await this.versions.find(slug, number);
    if (!version) throw new NotHere('version of a module');
    const { url } = await this.previews.open({ versionId: version.id, roundId: null, by: officer.id });
    return { url };
  }
}
