import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { readersLanguage, said } from '@induct/platform';
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
  /** Templates say every sentence by `said`: they are few, and preview and dispatch, which are in English, are made of the same. */
  private readonly environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([__dirname, join(__dirname, '../dispatch'), join(__dirname, '../taster')]),
    {
      autoescape: true,
      trimBlocks: true,
      lstripBlocks: true,
    },
  ).addGlobal('said', said);

  render(template: Template, page: object): string {
    return this.environment.render(template, { page, language: readersLanguage() });
  }
}
