import { refilled } from './refill';

const kept = (fields: [string, string][], action = '/people') => ({ page: '/people/new', action, fields });
const page = (inside: string, attributes = 'method="post" action="/people" novalidate') =>
  `<form method="post" action="/sign-out"><button>Sign out</button></form><form ${attributes}>${inside}</form>`;

describe('a page with what was typed again', () => {
  it('fills texts, numbers and long texts, whatever is in them', () => {
    const nasty = `"><script>alert(1)</script>&amp; O’Brien's $& \\1`;
    const shown = refilled(
      page(
        '<input class="x" id="name" name="name" type="text" value="Old &quot;name&quot;"><input name="when" type="date"/><textarea name="why" rows="4">old</textarea>',
      ),
      '/people/new',
      kept([
        ['name', nasty],
        ['when', '2026-11-22'],
        ['why', '\nTwo\r\nlines </textarea>'],
      ]),
    );
    expect(shown).toMatchObject({ form: 'filled', hasFile: false });
    expect(shown!.html).toContain(
      'name="name" type="text" value="&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#38;amp; O’Brien&#39;s $&#38; \\1">',
    );
    expect(shown!.html).toContain('<input name="when" type="date" value="2026-11-22">');
    expect(shown!.html).toContain('<textarea name="why" rows="4">\n\nTwo\r\nlines &#60;/textarea&#62;</textarea>');
  });

  it('chooses what was chosen, and nothing else', () => {
    const shown = refilled(
      page(
        '<input type="checkbox" name="roles" value="member" checked><input type="checkbox" name="roles" value="tester">' +
          '<input type="radio" name="core" value="yes" checked><input type="radio" name="core" value="no">' +
          '<select name="module"><option value="" selected>New</option><option value="a&amp;b">A</option></select>',
      ),
      '/people/new',
      kept([
        ['roles', 'tester'],
        ['core', 'no'],
        ['module', 'a&b'],
      ]),
    );
    expect(shown!.html).toContain(
      page(
        '<input type="checkbox" name="roles" value="member"><input type="checkbox" name="roles" value="tester" checked>' +
          '<input type="radio" name="core" value="yes"><input type="radio" name="core" value="no" checked>' +
          '<select name="module"><option value="">New</option><option value="a&amp;b" selected>A</option></select>',
      ),
    );
  });

  it('leaves hidden fields, passwords and files, and says that a file is missing', () => {
    const inside =
      '<input type="hidden" name="version" value="new"><input type="password" name="word"><input type="file" name="zip">';
    const shown = refilled(
      page(inside),
      '/people/new',
      kept([
        ['version', 'old'],
        ['word', 'x'],
        ['zip', 'x'],
      ]),
    );
    expect(shown).toEqual({ html: page(inside), form: 'filled', hasFile: true });
  });

  it('finds the form by where it leads, also without an address or on another page', () => {
    const inside = '<input name="name">';
    expect(refilled(page(inside, 'method="post"'), '/people', kept([['name', 'Ann']]))?.html).toContain('value="Ann"');
    expect(
      refilled(page(inside, 'method="POST" action="?x=1#name"'), '/people', kept([['name', 'Ann']], '/people?x=1'))
        ?.html,
    ).toContain('value="Ann"');
    expect(refilled(page(inside, 'method="get" action="/people"'), '/people', kept([['name', 'Ann']]))).toBeUndefined();
    expect(refilled(page(inside), '/people', kept([['name', 'Ann']], '/elsewhere'))).toBeUndefined();
  });

  it('takes of several forms the one that was filled in', () => {
    const one = (id: string) =>
      `<form method="post" action="/people"><input type="hidden" name="finding" value="${id}"><input name="why"></form>`;
    const shown = refilled(
      one('1') + one('2') + one('3'),
      '/x',
      kept([
        ['finding', '2'],
        ['why', 'Because'],
      ]),
    );
    expect(shown!.html).toBe(one('1') + one('2').replace('name="why"', 'name="why" value="Because"') + one('3'));
  });

  it('says when there was nothing but a button', () => {
    const inside = '<input type="hidden" name="decision" value="keep"><button>Keep</button>';
    expect(refilled(page(inside), '/x', kept([['decision', 'keep']]))).toEqual({
      html: page(inside),
      form: 'bare',
      hasFile: false,
    });
  });
});
