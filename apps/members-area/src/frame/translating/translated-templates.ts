import { Environment, FileSystemLoader, type LoaderSource } from 'nunjucks';
import { type Language, pluralForm, SHIPPED, wordList } from '@induct/platform';
import { OWN_WORD, type OwnWord, ownWord, withOwnWords } from './own-words';
import { PLURAL_FILTER } from './say';
import { parseTemplate, runnable } from './template-tree';
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
    const tree = withOwnWords(
      translateTemplate(parseTemplate(found.src), (english) => wordList(this.language).find(english), true),
    );
    return { ...found, src: runnable(tree, found.path) as never };
  }
}

/** The site's templates in another language. @param folders the first that has a template gives it */
export const translatedTemplates = (folders: readonly string[], language: Language): Environment =>
  new Environment(new TranslatingLoader([...folders], language), { autoescape: true })
    .addFilter(PLURAL_FILTER, (count: unknown) => pluralForm(language, count))
    .addGlobal(OWN_WORD, (word: OwnWord) => ownWord(SHIPPED, word));
