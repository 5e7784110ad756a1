import { type Validity, validityOf, type WhatIsAsked } from '@induct/accreditation';
import { dayInLondon, said } from '@induct/platform';
import type { CertificateRow } from '../home/home.queries';
import { certificateCard } from '../home/home.view';
import { nextModule } from '../home/what-to-do';
import { moduleCard } from '../home/module-card';
import { asItCounts, isToTakeAgain } from '../learning/as-it-counts';
import { coreSkills, waitsForALook } from '../learning/core-skills';
import { metElsewhere, type NamedModule } from '../learning/met-elsewhere';
import type { ModuleRow } from '../learning/module-row';
import type { ModuleStatus } from '../learning/module-status';
import type { FinishedRow } from './modules.queries';

const HEADINGS: Record<Exclude<ModuleStatus['stage'], 'retake'>, string> = {
  'not started': 'You have not started this module',
  'in progress': 'Saved. You have not finished yet',
  'not passed': 'You have not passed yet',
  completed: 'You have completed this module',
};

const CERTIFICATE: Record<Validity, string> = {
  valid: 'You have earned a certificate',
  expired: 'Your certificate has run out',
  suspended: 'Your certificate is suspended',
  replaced: 'Your certificate was replaced',
  revoked: 'Your certificate was revoked',
};

/** The page at the end of a module: what was recorded and when, and what is next. */
export function finishedView(
  { module: opened, modules: rows, certificate }: FinishedRow,
  { asked, due }: Pick<WhatIsAsked, 'asked' | 'due'>,
  now: Date,
) {
  const counted = asItCounts(asked);
  const modules: readonly NamedModule[] = rows.map((row) => counted(row.courseId, row));
  const module = counted(opened.courseId, opened);
  const card = moduleCard(module, now);
  const { stage } = card.status;
  const waits = waitsForALook(modules);
  return {
    ...card,
    heading: stage === 'retake' ? retakeHeading(module) : headingOf(stage, module),
    core: coreSkills(asked, modules),
    /** Asked, and no module is left for it: an event, or something to send in. */
    hasMore: asked.some((one) => one.isAsked && one.met === undefined && !waits(one)),
    next: nextModule(
      modules.filter((row) => row.slug !== module.slug),
      now,
      due,
      metElsewhere(modules, asked),
    ),
    // The one that came with an earlier completion is no news at the end of a retake.
    certificate: stage === 'retake' || module.againAt !== null ? null : certificate && becameOf(certificate, now),
  };
}

/** What is true today of the certificate that came with it. */
function becameOf(certificate: CertificateRow, now: Date) {
  const { number, inForce, words } = certificateCard(certificate, now);
  const { scheme, edition, rendered, state, validUntil } = certificate;
  const validity = validityOf({ state, validUntil }, dayInLondon(now));
  const runOut = validity === 'expired';
  return { number, inForce, words, scheme, edition, rendered, runOut, heading: said(CERTIFICATE[validity]) };
}

function headingOf(stage: keyof typeof HEADINGS, row: ModuleRow): string {
  const { againAt: again, completion, trying } = row;
  if (isToTakeAgain(row)) return said('This module is to be taken again');
  if (trying) return said('Saved. You have not passed yet');
  // Nothing was reported yet, so nothing was saved: the words below say so.
  if (stage === 'in progress' && completion !== 'incomplete')
    return said('You have opened this module, and no more yet');
  return stage === 'completed' && again !== null ? said('You have completed the retake') : said(HEADINGS[stage]);
}

function retakeHeading({ retake }: ModuleRow): string {
  if (!retake?.going) return said('You have not started the retake');
  return retake.going.success === 'failed'
    ? said('You have not passed the retake yet')
    : said('Saved. The retake is not finished yet');
}
