import { saidOnPage } from './languages-of-page';

it('says of each text the language of what is nearest around it', () => {
  const page =
    '<!doctype html><html lang="cy"><head><title>No</title><script>no</script></head><body>' +
    '<p class="a b">Un <span lang="en">two &amp;\n three<br>four</span>\npump</p><!-- no --></body></html>';
  expect(saidOnPage(page)).toEqual([
    { text: 'Un', lang: 'cy' },
    { text: 'two & three', lang: 'en' },
    { text: 'four', lang: 'en' },
    { text: 'pump', lang: 'cy' },
  ]);
});

it('takes no page whose tags do not close', () => {
  expect(() => saidOnPage('<p><b>a</p>')).toThrow('</p> closes <b>');
});
