import { Injectable } from '@nestjs/common';
import nunjucks from 'nunjucks';

/**
 * Renders this app's pages with an environment of its own: it also runs inside another application (standalone), whose
 * view engine has its own pages.
 */
@Injectable()
export class PlayerPages {
  private readonly environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(__dirname), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });

  render(template: 'player.page.njk' | 'preview.page.njk' | 'closed.page.njk', page: object): string {
    return this.environment.render(template, { page });
  }
}
