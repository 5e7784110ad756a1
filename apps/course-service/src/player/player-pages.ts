import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import nunjucks from 'nunjucks';

type Template =
  | 'player.page.njk'
  | 'preview.page.njk'
  | 'closed.page.njk'
  | 'dispatch.page.njk'
  | 'dispatch-closed.page.njk'
  | 'taster.page.njk';

/**
 * Renders this app's pages with an environment of its own: it also runs inside another application (standalone), whose
 * view engine has its own pages.
 */
@Injectable()
export class PlayerPages {
  private readonly environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([__dirname, join(__dirname, '../dispatch'), join(__dirname, '../taster')]),
    {
      autoescape: true,
      trimBlocks: true,
      lstripBlocks: true,
    },
  );

  render(template: Template, page: object): string {
    return this.environment.render(template, { page });
  }
}
