import { Environment } from 'nunjucks';
import { cpuTime } from '../../../../test/support/cpu-time';
import { trim } from './trim';

describe('trim', () => {
  const page = new Environment(null, { autoescape: true }).addFilter('trim', trim);

  it('takes spaces and lines from both ends, and leaves safe what was', () => {
    const source =
      '{% macro box() %}\n  <b>{{ caller() | trim }}</b>\n{% endmacro %}{% call box() %} <i>x</i> {% endcall %}';
    expect(page.renderString(source, {}).trim()).toBe('<b><i>x</i></b>');
    expect(page.renderString('{{ text | trim }}', { text: ' \n<b> ' })).toBe('&lt;b&gt;');
  });

  it('takes not a tenth of the time of Nunjucks’s own filter over a long form', () => {
    const form = ` ${'  <p>\n'.repeat(2_000)}${' '.repeat(6_000)}x`;
    const its = new Environment(null).getFilter('trim') as (text: string) => string;
    expect(String(trim(form))).toBe(its(form));
    expect(cpuTime(() => trim(form)) * 10).toBeLessThan(cpuTime(() => its(form), 1));
  });
});
