import type { BlockFields, Question } from '@induct/authoring';

/** A module of the demo council that is being written: what stands, after what the pattern gave. */
export const HALF_WRITTEN: {
  title: string;
  summary: string;
  aims: readonly { text: string; screens: readonly string[] }[];
  screens: readonly { title: string; parts: readonly Exclude<BlockFields, { kind: 'other' }>[] }[];
  questions: readonly Omit<Question, 'id' | 'objective'>[];
} = {
  title: 'Winter maintenance: gritting, and who decides',
  summary: 'Which roads are gritted, who decides that tonight, and what to say to a resident whose road was not.',
  aims: [
    { text: 'say what the county must do about snow and ice', screens: ['the-duty-in-law'] },
    { text: 'say who decides tonight whether the gritters go out', screens: ['who-decides-tonight'] },
  ],
  screens: [
    {
      title: 'The duty in law',
      parts: [
        {
          kind: 'text',
          body: 'The county looks after most roads here. As far as is reasonably practicable, it must see to it that snow and ice do not make them unsafe to pass [s41 Highways Act 1980].',
        },
        {
          kind: 'callout',
          heading: 'If you remember one thing',
          body: 'Reasonably practicable is not everywhere, and not at once. That is why there is a policy.',
        },
      ],
    },
    {
      title: 'Who decides tonight',
      parts: [
        {
          kind: 'steps',
          items: [
            'The forecast for each part of the county arrives at noon.',
            'The duty officer decides by two in the afternoon, by the policy that members agreed.',
            'The decision stands on the website, and the gritters leave in the evening.',
          ],
        },
      ],
    },
    {
      title: 'The call at nine',
      parts: [
        {
          kind: 'scenario',
          scenario: {
            id: 'the-call-at-nine',
            heading: 'The call at nine',
            situation: 'Mrs Amin rings you. Her lane is a sheet of ice, and she asks you to send a gritter tonight.',
            choices: [
              {
                tone: 'wise',
                text: 'You ask where exactly it is, and ring the duty desk.',
                follows: 'The desk sees whether the lane is on a route, and tells you what happens next.',
              },
              {
                tone: 'unwise',
                text: 'You promise her a gritter tonight.',
                follows: 'You cannot keep that. A gritter that leaves its route leaves another road bare.',
              },
            ],
          },
        },
      ],
    },
    { title: 'When somebody asks why not', parts: [] },
  ],
  questions: [
    {
      screen: 'who-decides-tonight',
      applies: true,
      kind: 'single',
      question:
        'Frost is forecast. A resident asks you at three whether the gritters go out tonight. Where do you look?',
      choices: [
        { text: 'At the decision of the duty officer, on the website', right: true },
        { text: 'In the minutes of the cabinet’s last meeting' },
        { text: 'At the forecast on the evening news' },
      ],
      explanation: 'The duty officer decides by two, and the decision stands on the website.',
    },
    {
      screen: 'who-decides-tonight',
      kind: 'ordering',
      question: 'Put an evening in winter in order.',
      order: ['The forecast arrives', 'The duty officer decides', 'The gritters leave'],
      explanation: 'The decision follows the forecast, and the gritters follow the decision.',
    },
  ],
};
