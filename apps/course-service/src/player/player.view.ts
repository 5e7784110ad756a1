import type { CouncilWords } from '@induct/course';
import { jsonForScript, w } from '@induct/platform';
import { hasChoice, type PlayState, type SequencingStart } from '@induct/scorm';
import { statusMark, statusWords } from './part-status';
import { FRAME_ALLOW, FRAME_SANDBOX } from '../origin/headers';
import type { PlayerAssets } from './player-assets';

type Item = PlayState['toc'][number];

interface ContentsLine {
  title: string;
  /** Absent for a heading that groups others. */
  scoId?: string;
  isCurrent?: boolean;
  mark?: string;
  statusWords?: string;
  children: ContentsLine[];
}

/**
 * What the player's template needs. A table of contents only when there is something to choose.
 * @param words what the council says in the module itself
 */
export function playerPage(state: PlayState, assets: PlayerAssets, council: string, words?: CouncilWords) {
  const titles = titlesOf(state.toc);
  const parts = [...titles.keys()].filter((id) => state.scos[id]);
  const part = titles.get(state.current) ?? state.course.title;
  return {
    council,
    title: state.course.title,
    part:
      state.sequencing || state.asksFirst
        ? ''
        : w`Part ${parts.indexOf(state.current) + 1} of ${parts.length}: ${part}`,
    isOrdered: state.sequencing !== undefined,
    scoTitle: part,
    sandbox: FRAME_SANDBOX,
    allow: FRAME_ALLOW,
    finishedUrl: state.finishedUrl,
    contents: state.sequencing
      ? orderedLines(state.sequencing, state)
      : parts.length > 1
        ? linesOf(state.toc, state)
        : [],
    stateJson: jsonForScript({ ...state, speech: assets.speech(state.standard) }),
    councilWordsJson: words && jsonForScript(words),
    assets: {
      script: assets.url(state.standard),
      styles: assets.url('styles'),
      font: assets.url('font-400'),
    },
  };
}

/** The whole and its groups can be chosen as well; nothing where nothing can. */
function orderedLines({ tree }: SequencingStart, state: PlayState): ContentsLine[] {
  if (!hasChoice(tree)) return [];
  const { id, title } = tree.root;
  return chosen([{ id, title, children: state.toc }], state);
}

function chosen(items: readonly Item[], state: PlayState): ContentsLine[] {
  return items.map((item) => {
    const { status } = state.scos[item.id] ?? {};
    return {
      title: item.title,
      scoId: item.id,
      mark: status ? statusMark(status) : 'group',
      statusWords: status ? statusWords(status) : '',
      children: chosen(item.children, state),
    };
  });
}

function linesOf(items: readonly Item[], state: PlayState): ContentsLine[] {
  return items.map((item) => {
    const sco = state.scos[item.id];
    const children = linesOf(item.children, state);
    if (!sco) return { title: item.title, children };
    return {
      title: item.title,
      scoId: item.id,
      isCurrent: item.id === state.current && !state.asksFirst,
      mark: statusMark(sco.status),
      statusWords: statusWords(sco.status),
      children,
    };
  });
}

function titlesOf(items: readonly Item[]): Map<string, string> {
  return new Map(items.flatMap((item) => [[item.id, item.title] as const, ...titlesOf(item.children)]));
}
