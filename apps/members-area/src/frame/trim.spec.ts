import { Environment } from 'nunjucks';
import { trim } from './trim';

describe('trim', () => {
  const page = new Environment(null, { autoescape: true }).addFilter('trim', trim);

  it('takes spaces and lines from both ends, and leaves safe what was', () => {
    const source =
      '{% macro box() %}\n  <b>{{ caller() | trim }}</b>\n{% endmacro %}{% call box() %} <i>x</i> {% endcall %}';
    expect(page.renderString(source, {}).trim()).toBe('<b><i>x</i></b>');
    expect(page.renderString('{{ text | trim }}', { text: ' \n<b> ' })).toBe('&lt;b&gt;');
  });

  it('does not take long over a long form', () => {
    const form = `${'  <p>\n'.repeat(20_000)}x`;
    const before = performance.now();
    expect(String(trim(form))).toHaveLength(form.length - 2);
    expect(performance.now() - before).toBeLessThan(100);
  });
});
