import { NotAskedAnyMore } from '@induct/accreditation';
import type { Fields, FormProblems } from '../../forms/form-problems';
import type { RegisterSettings } from './register.queries';
import { MODE_NAMES } from './register.view';

const isAmong = (sent: unknown, id: string) => (Array.isArray(sent) ? sent.includes(id) : sent === id);

/** Changing what the register is. */
export const editionPage = ({ bodies }: RegisterSettings, form: Fields, problems: FormProblems) => ({
  modes: Object.entries(MODE_NAMES).map(([value, text]) => ({ value, text, checked: form['mode'] === value })),
  bodies: bodies.map(({ id, name }) => ({ value: id, text: name, checked: isAmong(form['bodies'], id) })),
  form,
  ...problems,
});

/** Entering an accreditation. */
export const accreditationPage = ({ askable }: RegisterSettings, form: Fields, problems: FormProblems) => ({
  choices: [
    { value: '', text: 'Choose' },
    ...askable.flatMap(({ id, title, kind }) =>
      kind === 'scheme'
        ? [{ value: `scheme:${id}`, text: `${title}: the council’s scheme` }]
        : [
            { value: `module:${id}`, text: `${title}: the module` },
            { value: `outside_certificate:${id}`, text: `${title}: a certificate from elsewhere` },
          ],
    ),
  ].map((choice) => ({ ...choice, selected: choice.value === (form['what'] ?? '') })),
  form,
  ...problems,
});

/** Asking something of a body. */
export const askedPage = ({ askable, bodies }: RegisterSettings, form: Fields, problems: FormProblems) => ({
  bodies: [{ value: '', text: 'Choose' }, ...bodies.map(({ id, name }) => ({ value: id, text: name }))].map((one) => ({
    ...one,
    selected: one.value === (form['body'] ?? ''),
  })),
  choices: [
    { value: '', text: 'Choose' },
    ...askable.map(({ id, title, kind }) => ({
      value: `${kind}:${id}`,
      text: kind === 'scheme' ? `An award of “${title}”` : title,
    })),
  ].map((one) => ({ ...one, selected: one.value === (form['what'] ?? '') })),
  form,
  ...problems,
});

/** Asking it no more. @throws NotAskedAnyMore */
export function endPage(
  { trainings, bodies }: RegisterSettings,
  shown: { id: string; form: Fields; problems: FormProblems },
) {
  const asked = trainings.find(({ id, until }) => id === shown.id && until === null);
  if (!asked) throw new NotAskedAnyMore();
  const body = bodies.find(({ id }) => id === asked.bodyId)?.name ?? '';
  return { id: asked.id, title: asked.title, body, form: shown.form, ...shown.problems };
}
