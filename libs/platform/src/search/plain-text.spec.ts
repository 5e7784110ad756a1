import { plainText } from './plain-text';

it.each([
  ['<!doctype html><p>A</p><fieldset><legend>Which?</legend>This one</fieldset>', 'A'],
  ['<h1>Gifts</h1><p>over &pound;50 &amp; hospitality&#8217;s</p>', 'Gifts over &pound;50 & hospitality’s'],
  ['<main>a<script>var x = "<p>b</p>";</script> c<br>d</main>', 'a c d'],
  ['<nav>Contents <button>x</button></nav>text <!-- <p>no</p> -->more', 'text more'],
  ['a < b <em>c</em> &#0;&#x110000;&lt;i&gt;', 'a < b c <i>'],
  [
    '<a href="#p">Skip to the page</a><p>Act 2011 <span>(opens in a new tab)</span>, section 29</p>',
    'Act 2011 , section 29',
  ],
  ['before<script>never closed', 'before'],
  ['before<!-- never closed', 'before'],
])('reads %s', (html, text) => {
  expect(plainText(html)).toBe(text);
});
