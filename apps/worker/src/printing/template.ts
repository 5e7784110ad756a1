import Handlebars from 'handlebars';
import { checkTemplate } from './template-rules';

/**
 * @param declared the names that may stand in it, see `checkTemplate`
 * @throws TemplateRefused before anything of the template has run
 */
export function compileTemplate(source: string, declared: ReadonlySet<string>): (view: object) => string {
  checkTemplate(source, declared);
  const handlebars = Handlebars.create();
  return handlebars.compile(source, {
    strict: true,
    knownHelpers: { if: true, each: true },
    knownHelpersOnly: true,
    noEscape: false,
  });
}
