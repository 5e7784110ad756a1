import type { CommentRow, FindingChange } from '@induct/steering';
import { britishTimeAndDate } from '@induct/platform';
import { SEVERITY_TAGS } from '../words';

/** A step of a finding's thread. @param names of people, by id */
export function threadView(comment: CommentRow, names: ReadonlyMap<string, string>) {
  return {
    id: comment.id,
    who: comment.authorName,
    at: britishTimeAndDate(comment.at),
    did: comment.change ? changeInWords(comment.change, names, comment.authorId) : 'commented',
    text: comment.text,
  };
}

/** `marked it as fixed`, `changed it from Blocking to Suggestion`. */
export function changeInWords(
  { state, severity, assignee, settled }: FindingChange,
  names: ReadonlyMap<string, string>,
  by: string,
): string {
  const said: string[] = [];
  if (state) said.push(STATE_WORDS[state[1]]);
  else if (settled?.[1] && !severity) said.push('confirmed it');
  if (severity) {
    said.push(`changed it from ${SEVERITY_TAGS[severity[0]].text} to ${SEVERITY_TAGS[severity[1]].text}`);
  }
  if (assignee) {
    const name = (id: string) => names.get(id) ?? 'somebody who has left';
    const [from, to] = assignee;
    said.push(
      to === by
        ? 'took it on'
        : to
          ? `assigned it to ${name(to)}`
          : from
            ? `took it from ${name(from)}`
            : 'assigned it to nobody',
    );
  }
  return said.join(' and ') || 'commented';
}

const STATE_WORDS = {
  open: 'opened it again',
  answered: 'answered',
  fixed: 'marked it as fixed',
  will_not_fix: 'said that it will not be fixed',
  withdrawn: 'withdrew it',
} as const;

/** Ids of the people whom the changes name. */
export const peopleIn = (thread: readonly CommentRow[]): string[] => [
  ...new Set(thread.flatMap(({ change }) => change?.assignee ?? []).filter((id) => id !== null)),
];
