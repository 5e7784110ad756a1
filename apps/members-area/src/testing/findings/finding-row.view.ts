import type { FindingRow } from '@induct/steering';
import { britishDate } from '@induct/platform';
import { counted } from '../../words/counted';
import { SEVERITY_TAGS, stateTag } from '../words';

/** How much of a finding a list shows. */
const MOST_CHARACTERS = 280;
const EDGES = { blocking: 'bad', should_fix: 'warning', suggestion: 'calm' } as const;

interface Links {
  /** The finding's own page may be read. */
  readable: boolean;
  /** Address that opens a preview; undefined when none can be opened. */
  preview: string | undefined;
}

/** A finding in a list. */
export function findingRow(finding: FindingRow, { readable, preview }: Links) {
  const { number, severity, state, settledAt, fixedInVersionNumber, comments } = finding;
  return {
    number,
    href: readable ? `/testing/findings/${finding.id}` : undefined,
    severity: SEVERITY_TAGS[severity],
    state: stateTag({ state, fixedIn: fixedInVersionNumber, settled: settledAt !== null }),
    edge: settledAt ? 'calm' : EDGES[severity],
    carried: finding.carried ? `From round ${finding.roundNumber}` : '',
    text: beginning(finding.text),
    where: [
      place(finding),
      `${finding.authorName}, ${britishDate(finding.createdAt)}`,
      finding.assigneeName && `assigned to ${finding.assigneeName}`,
      comments > 0 && counted(comments, 'comment'),
    ]
      .filter(Boolean)
      .join(' · '),
    goThere: preview && finding.sco !== null ? { action: preview, id: finding.id } : undefined,
  };
}

/** `Part 3: Playing the hole, at page-4, 45% done`: where the run-time said the tester was. */
export function place({
  sco,
  scoTitle,
  location,
  progress,
}: Pick<FindingRow, 'sco' | 'scoTitle' | 'location' | 'progress'>) {
  if (sco === null) return 'The whole module';
  return [scoTitle || sco, location && `at ${location}`, progress !== null && `${Math.round(progress * 100)}% done`]
    .filter(Boolean)
    .join(', ');
}

function beginning(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  return `${text.slice(0, MOST_CHARACTERS).replace(/\s+\S*$/, '')} …`;
}
