import { Environment, FileSystemLoader, type LoaderSource } from 'nunjucks';
import { type Language, pluralForm, wordList } from '@induct/platform';
import { PLURAL_FILTER } from './say';
import { compileTemplate, parseTemplate } from './template-tree';
import { translateTemplate } from './translate-template';

/** Reads templates in another language: each is translated once, when it is first asked for. */
class TranslatingLoader extends FileSystemLoader {
  constructor(
    folders: string[],
    private readonly language: Language,
  ) {
    super(folders);
  }

  override getSource(name: string): LoaderSource {
    const found = super.getSource(name) as LoaderSource | null;
    if (!found) return found as never;
    const tree = translateTemplate(parseTemplate(found.src), wordList(this.language).find, true);
    // As nunjucks runs what it compiled itself; templates are ours, and a translation is only ever a text in them.
    const obj = new Function(compileTemplate(tree, found.path))() as object;
    return { ...found, src: { type: 'code', obj } as never };
  }
}

/** The site's templates in another language. @param folders the first that has a template gives it */
export const translatedTemplates = (folders: readonly string[], language: Language): Environment =>
  new Environment(new TranslatingLoader([...folders], language), { autoescape: true }).addFilter(
    PLURAL_FILTER,
    (count: unknown) => pluralForm(language, count),
  );
