import { formProblems } from '../../../forms/form-problems';
import { DescribeForm } from './describe.form';

const good = {
  title: ' The code of conduct ',
  summary: 'What the code asks of you.\r\nAnd why.',
  minutes: '25',
  core: 'yes',
};

describe('the form with what members read', () => {
  it('takes what an officer types', () => {
    expect(DescribeForm.parse(good)).toEqual({
      title: 'The code of conduct',
      summary: 'What the code asks of you.\nAnd why.',
      minutes: 25,
      core: true,
    });
  });

  it.each([
    ['title', ' ', 'Enter a title'],
    ['title', 'x'.repeat(121), 'The title must be 120 characters or fewer'],
    ['title', 'Code 🎉 of 한 conduct', 'Certificates cannot print 🎉 한. Write the title without'],
    ['summary', '', 'Enter what members read about the module'],
    ['summary', 'x'.repeat(501), 'What members read must be 500 characters or fewer'],
    ['minutes', '', 'Enter how many minutes it takes'],
    ['minutes', '2.5', 'Minutes must be a whole number, like 25'],
    ['minutes', '0', 'A module must take at least 1 minute'],
    ['minutes', '601', 'A module can take 600 minutes at most'],
    ['core', undefined, 'Select yes if it is a core skills module'],
  ])('says what is wrong when %s is %j', (field, value, text) => {
    const { error } = DescribeForm.safeParse({ ...good, [field]: value });
    expect(formProblems(error)).toEqual({ errors: [{ href: `#${field}`, text }], message: { [field]: { text } } });
  });

  it('names each missing field once, in the order of the page', () => {
    const { error } = DescribeForm.safeParse({});
    expect(formProblems(error).errors?.map(({ href }) => href)).toEqual(['#title', '#summary', '#minutes', '#core']);
  });
});
