import { escape } from './html.mjs';
import { testScreens } from './test-screens.mjs';

/** The one page of a module: every screen is in it, the player shows one at a time, and print takes them all. */
export function modulePage(course) {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(course.title)}</title>
<link rel="stylesheet" href="player.css">
<script src="course.js" defer></script>
<script src="player.js" defer></script>
<noscript><style>[hidden]{display:block!important}.source-words[hidden]{display:inline!important}.source button,.bar,.turn,.test{display:none!important}</style></noscript>
</head>
<body>
<a class="skip" href="#main">Skip to the page</a>
<header class="bar">
<div class="bar-inner">
<p class="course-title">${escape(course.title)}</p>
<p class="where" id="where"></p>
${contents(course)}
<progress max="100" value="0" aria-label="How far you are through this module" aria-describedby="where"></progress>
</div>
</header>
<p class="notice" data-notice role="status" hidden></p>
<noscript><p class="notice">You can read this module here, but its test and your progress need JavaScript.</p></noscript>
<main id="main">
${course.screens.map((screen, index) => contentScreen(course, screen, index)).join('\n')}
${testScreens(course)}
</main>
<footer class="imprint">${escape(course.title)} · version ${escape(course.version)} · ${escape(course.law)}</footer>
</body>
</html>
`;
}

function contents({ screens }) {
  const entries = screens.map(
    ({ id, number, title }) =>
      `<li><button type="button" data-goto="${id}"><span class="number">${number}</span> ${escape(title)} <span class="state"></span></button></li>`,
  );
  return `<details class="contents">
<summary>Contents</summary>
<nav aria-label="Contents of this module">
<ol>${entries.join('')}<li><button type="button" data-goto="test"><span class="number" aria-hidden="true">★</span> Final test <span class="state"></span></button></li></ol>
<button type="button" class="link" data-print>Print as a hand-out</button>
</nav>
</details>`;
}

function contentScreen(course, screen, index) {
  const next = course.screens[index + 1]?.title ?? course.test.title;
  const back = index === 0 ? '' : '<button type="button" class="link back" data-back>Back</button>';
  return `<section class="screen" data-place="${screen.id}" data-screen="${screen.number}" hidden>
${index === 0 ? cover(course, screen) : heading(screen)}
<div class="prose">
${screen.html}${index === 0 ? aboutTheModule(course) : ''}</div>
<div class="turn"><button type="button" class="button" data-next>Next: ${escape(next)}</button>${back}</div>
</section>`;
}

const heading = ({ number, title }) =>
  `<div class="heading"><p class="numeral" aria-hidden="true">${number}</p><h1 tabindex="-1">${escape(title)}</h1></div>`;

function cover({ minutes, screens, test, passMark }, { title }) {
  return `<div class="cover"><h1 tabindex="-1">${escape(title)}</h1>
<ul class="facts"><li>About ${minutes} minutes</li><li>${screens.length} short screens</li><li>${test.draw} questions at the end, pass mark ${passMark}%</li></ul></div>`;
}

function aboutTheModule({ objectives, law, sources }) {
  return `<h2>When you have finished, you can</h2>
<ul class="objectives">${objectives.map((objective) => `<li>${escape(objective.text)}</li>`).join('')}</ul>
<details class="reveal"><summary>About this module and its sources</summary><div class="revealed">
<p>It follows ${escape(law)}. It is training, not legal advice: the monitoring officer advises you on your own case.</p>
<ul>${sources.map(({ title, url }) => `<li><a href="${escape(url)}" target="_blank" rel="noopener">${escape(title)}<span class="away"> (opens in a new tab)</span></a></li>`).join('')}</ul>
</div></details>
`;
}
