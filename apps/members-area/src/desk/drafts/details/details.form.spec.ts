import type { ModuleFiles } from '@induct/authoring';
import { detailsValues } from './details.fields';
import { detailsForm } from './details.form';

it('keeps all aims and sources of a folder that has more than is usual', () => {
  const aims = Array.from({ length: 8 }, (_, at) => `  - { id: aim-${at}, text: Say ${at}, screens: [one] }`).join(
    '\n',
  );
  const sources = Array.from({ length: 14 }, (_, at) => `  - { title: S${at}, url: 'https://a.gov.uk/${at}' }`).join(
    '\n',
  );
  const files: ModuleFiles = new Map([
    [
      'module.yaml',
      `title: A\nsummary: B\nminutes: 15\nlaw: C\nreviewed: 2026-11-01\nreviewBy: 2027-11-01\nduties: [1]\nobjectives:\n${aims}\nsources:\n${sources}\n`,
    ],
    ['questions.yaml', 'checks: []\ntest:\n  intro: Now.\n'],
    ['01-one.md', '# One\n'],
  ]);
  const saved = detailsForm(files, []).parse(detailsValues(files));
  expect(saved.details.objectives.map(({ id }) => id)).toHaveLength(8);
  expect(saved.details.sources).toHaveLength(14);
});
