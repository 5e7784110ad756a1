import type { WelshName, WelshNames } from '@induct/accreditation';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { address, paging } from '../../lists/paging';
import { fieldOf, wasOf } from './welsh-names.form';

export const PER_PAGE = 25;
export const PATH = '/admin/welsh-names';

export interface Shown {
  council: WelshName;
  found: Awaited<ReturnType<WelshNames['page']>> & { page: number };
  onlyMissing: boolean;
  /** Officers enter names, administrators read them. */
  mayName: boolean;
  done: unknown;
}

const HEADINGS = { council: 'The council', scheme: 'Schemes', requirement: 'What is asked for' } as const;

/** One name. What was typed stays; what somebody else has entered since is said. */
function nameField(of: WelshName, form: Fields, message: FormProblems['message']) {
  const [field, was, onRecord] = [fieldOf(of), wasOf(of), of.welsh ?? ''];
  const typed = form[field];
  return {
    field,
    was,
    english: of.english,
    onRecord,
    value: typeof typed === 'string' ? typed : onRecord,
    meanwhile: form[was] !== undefined && form[was] !== onRecord,
    error: message[field],
  };
}

/** The names in Welsh, page by page; the council's stands above each of them. */
export function welshNamesView(
  { council, found, onlyMissing, mayName, done }: Shown,
  form: Fields,
  problems: FormProblems,
) {
  const { names, total, page } = found;
  const missing = found.missing + (council.welsh === null ? 1 : 0);
  const href = (nth: number) =>
    address(PATH, { show: onlyMissing ? 'missing' : undefined, page: nth === 1 ? undefined : nth });
  const shown = onlyMissing && council.welsh !== null ? names : [council, ...names];
  return {
    mayName,
    done: done === 'saved' ? 'The names are saved. Certificates that are issued from now on bear them.' : undefined,
    missing,
    missingWords: missingWords(missing),
    onlyMissing,
    action: href(page),
    groups: (['council', 'scheme', 'requirement'] as const).flatMap((kind) => {
      const fields = shown.filter((of) => of.kind === kind).map((of) => nameField(of, form, problems.message));
      return fields.length > 0 ? [{ heading: HEADINGS[kind], fields }] : [];
    }),
    paging: paging(page, PER_PAGE, total, href),
    ...problems,
  };
}

/** What follows from names that are not there; undefined when all are. @param missing how many */
export function missingWords(missing: number): string | undefined {
  if (missing === 0) return undefined;
  const [names, them] = missing === 1 ? ['One name has', 'it'] : [`${missing} names have`, 'them'];
  return `${names} no Welsh yet. Until you enter ${them}, a certificate in Welsh says ${them} in English, marked as English; what is issued like that stays like that.`;
}
