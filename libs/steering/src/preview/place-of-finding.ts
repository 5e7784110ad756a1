import { type Activity, type ActivityTree, scos, type Standard } from '@induct/scorm';
import type { FindingPlace } from './preview.queries';
import type { LeftSco } from './preview.repository';

/** Where a finding is in a version, which may be another one than it was made in. */
export interface GoneTo {
  sco: string | null;
  /** What the run-time is given there, when something was stored. */
  left?: LeftSco;
  /** What the page says. */
  notice: string;
}

/** The part with the finding's identifier, or else its title: new exports often change one of them. */
export function placeOfFinding(tree: ActivityTree, finding: FindingPlace): GoneTo {
  const { number, sco, scoTitle } = finding;
  if (sco === null) return { sco: null, notice: `Finding ${number} is about the module as a whole.` };
  const parts = scos(tree);
  const part = parts.find(({ id }) => id === sco) ?? parts.find(({ title }) => title === scoTitle);
  if (!part) {
    return {
      sco: null,
      notice: `Finding ${number} was made in “${scoTitle}”. This version has no such part, so you are at the beginning.`,
    };
  }
  const cmi = cmiAt(tree.standard, finding);
  return {
    sco: part.id,
    ...(cmi && { left: { sco: part.id, seq: 0, final: false, cmi: JSON.stringify(cmi) } }),
    notice: noticeAt(part, number, cmi !== undefined),
  };
}

function noticeAt({ title }: Activity, number: number, hasPlace: boolean): string {
  return hasPlace
    ? `This is where finding ${number} was made.`
    : `Finding ${number} was made in “${title}”. The package had stored no place in it, so you are at its beginning.`;
}

/** A snapshot as a commit would have brought it. */
function cmiAt(standard: Standard, { resume, location }: FindingPlace): object | undefined {
  const at = resume?.location ?? location;
  const suspendData = resume?.suspendData ?? '';
  if (at === '' && suspendData === '') return undefined;
  const suspended = { ...(suspendData !== '' && { suspend_data: suspendData }) };
  return standard === 'scorm_12'
    ? { core: { lesson_location: at, lesson_status: 'incomplete', exit: 'suspend' }, ...suspended }
    : { location: at, completion_status: 'incomplete', exit: 'suspend', ...suspended };
}
