import {
  type Draft,
  type DraftCheck,
  type Question,
  type QuestionList,
  readDetails,
  readQuestions,
  screensOf,
  textOf,
} from '@induct/authoring';
import { britishTimeAndDate } from '@induct/platform';
import { counted } from '../../words/counted';
import { draftHref, placeHref, questionHref, remarksAt, screenHref } from './addresses';
import type { PackageRow } from './drafts.queries';
import { kindItems, kindNames } from './question.fields';

const NEWS: Record<string, string> = {
  begun: 'The module is there. Everything you change is kept, and can be taken back in its history.',
  'brought-in': 'The folder is in. Everything you change is kept, and can be taken back in its history.',
  removed: 'Removed. Its history brings it back if you want it again.',
  saved: 'Saved.',
  back: 'It is back, as it was.',
  screens: 'The screens are there. Open each, and add its parts.',
};

export function outlineView(
  draft: Draft,
  { problems, figures }: DraftCheck,
  packages: readonly PackageRow[],
  done?: string,
) {
  const { id, files } = draft;
  const questions = readQuestions(textOf(files, 'questions.yaml'));
  const screens = screensOf(files);
  const details = readDetails(textOf(files, 'module.yaml'));
  const toMend = problems.filter(({ isError }) => isError);
  const row = (list: QuestionList) => (question: Question, at: number, all: readonly Question[]) => ({
    id: question.id,
    words: question.question,
    kind: kindNames()[question.kind]?.name ?? question.kind,
    href: questionHref(id, list, question.id),
    list,
    isFirst: at === 0,
    isLast: at === all.length - 1,
    remarks: remarksAt(problems, (place) => place.at === 'question' && place.list === list && place.id === question.id),
  });
  return {
    draft: { id, title: draft.title, href: draftHref(id) },
    news: done !== undefined && Object.hasOwn(NEWS, done) && NEWS[done],
    figures: [
      counted(screens.length, 'screen'),
      counted(questions.checks.length, 'knowledge check'),
      counted(questions.test.length, 'question of the test', 'questions of the test'),
      `${details.minutes} minutes`,
      ...(figures.words > 0 ? [`reads as for age ${figures.age.toFixed(0)}`] : []),
    ],
    toMend: toMend.length > 0 && counted(toMend.length, 'thing'),
    toLookAt: problems.length > toMend.length && counted(problems.length - toMend.length, 'thing'),
    remarks: problems
      .filter(({ place }) => ['module', 'details', 'review', 'picture'].includes(place.at))
      .map(({ isError, words, place }) => ({
        isError,
        words,
        href: place.at === 'module' ? undefined : placeHref(id, place),
      })),
    screens: screens.map((screen, at) => ({
      ...screen,
      href: screenHref(id, screen.id),
      isFirst: at === 0,
      isLast: at === screens.length - 1,
      remarked: remarked(remarksAt(problems, (place) => place.at === 'screen' && place.screen === screen.id).length),
    })),
    places: [
      { value: '0', text: 'At the beginning' },
      ...screens.map(({ number, title }) => ({
        value: String(number),
        text: `After ${number}. ${title}`,
        selected: number === screens.length,
      })),
    ],
    lists: (['checks', 'test'] as const).map((list) => ({
      list,
      questions: questions[list].map(row(list)),
      remarks: remarksAt(problems, (place) => place.at === 'questions' && place.list === list),
    })),
    kinds: kindItems(),
    packages: packages.map((one) => ({
      when: britishTimeAndDate(one.createdAt),
      revision: one.revision,
      href:
        one.slug && one.version
          ? `/admin/modules/${one.slug}/versions/${one.version}`
          : `/admin/uploads/${one.uploadId}`,
      version: one.version,
      wentWrong: one.state === 'refused' || one.state === 'failed',
      isRunning: !one.version && one.state !== 'refused' && one.state !== 'failed',
    })),
  };
}

const remarked = (remarks: number): string | undefined => (remarks > 0 ? counted(remarks, 'remark') : undefined);
