import { escape } from './html.mjs';
import { renderMarkdown } from './markdown.mjs';
import { keptOrder, questionFields } from './question-form.mjs';

/**
 * The final test: its introduction, one screen for each question of the bank, the list of answers before handing in, and
 * the result. The player gives the drawn questions their places and hides the others.
 */
export function testScreens({ screens, test, passMark }) {
  const needed = Math.ceil((test.draw * passMark) / 100);
  const number = screens.length + 1;
  const questions = test.questions.map(
    (question) => `<section class="screen test" data-bank="${question.id}" data-screen="${number}" hidden>
<p class="eyebrow"></p>
<form class="question" data-test-question="${question.id}" data-kind="${question.kind}"${keptOrder(question)} novalidate>
${questionFields(question, 'h1')}
<div class="turn"><button type="submit" class="button" data-next>Continue</button><button type="button" class="link back" data-back>Back</button></div>
</form>
</section>`,
  );
  return `<section class="screen test" data-place="test" data-screen="${number}" hidden>
<div class="heading"><p class="numeral" aria-hidden="true">★</p><h1 tabindex="-1">${escape(test.title)}</h1></div>
<div class="prose">
${renderMarkdown(test.intro, { problem() {} })}
<ul class="facts"><li>${test.draw} questions</li><li>${needed} right answers to pass</li><li>No time limit</li>${tries(test)}</ul>
<div data-missing hidden><p>Before you start, open the screens you have not seen yet:</p><ul></ul></div>
<p data-earlier hidden></p>
</div>
<div class="turn"><button type="button" class="button" data-start-test>Start the test</button><button type="button" class="link back" data-back>Back</button></div>
</section>
${questions.join('\n')}
<section class="screen test" data-place="test/answers" data-screen="${number}" hidden>
<h1 tabindex="-1">Check your answers</h1>
<p>You can still change them. Nothing counts until you hand them in.</p>
<dl class="answers" data-answers></dl>
<div class="turn"><button type="button" class="button" data-submit-test>Hand in my answers</button><button type="button" class="link back" data-back>Back</button></div>
</section>
<section class="screen test" data-place="result" data-screen="${number + 1}" hidden>
<div class="verdict-panel" data-result><h1 tabindex="-1"></h1><p class="marks" data-marks aria-hidden="true"></p><p class="score" data-score></p></div>
<div class="prose"><p data-what-next></p><div data-review></div></div>
<div class="turn"><button type="button" class="button" data-retake hidden>Take the test again</button><button type="button" class="link" data-print>Print the module as a hand-out</button></div>
</section>`;
}

const tries = ({ attempts }) => (attempts ? `<li>${attempts === 1 ? 'One try' : `${attempts} tries`}</li>` : '');
