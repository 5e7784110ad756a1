import { escape } from './html.mjs';
import { media } from './media-blocks.mjs';
import { questionForm } from './question-form.mjs';

/**
 * The blocks a writer can use in a screen, between `::: name words` and `:::`. `open` gets the words after the name and
 * the `env` of the screen; what is between is Markdown and may hold further blocks. `needs` says which words a block has to have,
 * and `holds` what has to stand in it.
 */
export const blocks = {
  callout: {
    needs: 'a heading',
    open: (heading) => `<aside class="callout"><p class="callout-heading">${escape(heading)}</p>`,
    close: () => '</aside>',
  },
  definition: {
    needs: 'the word it defines',
    open: (term, env) => {
      env.defined.push(term);
      return `<dl class="definition"><dt>${escape(term)}</dt><dd>`;
    },
    close: () => '</dd></dl>',
  },
  reveal: {
    needs: 'a heading',
    open: (heading) => `<details class="reveal"><summary>${escape(heading)}</summary><div class="revealed">`,
    close: () => '</div></details>',
  },
  council: {
    open: (heading, env) => {
      env.councils += 1;
      const more = heading ? `<p class="council-heading">${escape(heading)}</p>` : '';
      return `<aside class="council"><p class="eyebrow">In your council</p>${more}`;
    },
    close: () => '</aside>',
  },
  steps: { open: () => '<div class="steps">', close: () => '</div>' },
  cards: { open: () => '<div class="cards">', close: () => '</div>' },
  table: {
    needs: 'a caption',
    open: (caption, env) => {
      env.caption = caption;
      return `<div class="table" role="region" tabindex="0" aria-label="${escape(caption)}">`;
    },
    close: () => '</div>',
  },
  scenario: {
    needs: 'an id and a heading',
    open: (words, env) => {
      const [, id, heading] = /^([a-z0-9-]+)\s+(.+)$/.exec(words) ?? [];
      const within = env.scenario;
      // Before anything is found wrong with it: it is closed in any case.
      env.scenario = { id, choices: 0, within };
      if (!heading) throw new Error('A scenario needs an id and a heading: "::: scenario hamper The hamper"');
      if (within?.within) throw new Error('A scenario goes two steps deep, and no further');
      if (within) env.followed += 1;
      env.scenarios.push(id);
      const [asked, level] = within ? ['And then?', 'h3'] : ['What would you do?', 'h2'];
      return `<section class="scenario" data-scenario="${id}" aria-labelledby="scenario-${id}"><div class="scene"><p class="eyebrow">${asked}</p><${level} id="scenario-${id}">${escape(heading)}</${level}>`;
    },
    close: (env) => {
      const { choices, within } = env.scenario;
      env.scenario = within;
      return choices === 0 ? '</div></section>' : '</section>';
    },
  },
  choice: {
    needs: 'wise, partly or unwise, and the words of the choice',
    open: (words, env) => {
      const [, tone, text] = /^(wise|partly|unwise)\s+(.+)$/.exec(words) ?? [];
      if (!text || !env.scenario) {
        throw new Error('A choice stands in a scenario: "::: choice wise You send it back", or partly, or unwise');
      }
      // The first choice ends the telling of the situation.
      const before = env.scenario.choices === 0 ? '</div>' : '';
      const letter = 'abcdef'[env.scenario.choices++];
      const id = `${env.scenario.id}-${letter}`;
      return `${before}<div class="choice" data-tone="${tone}"><button type="button" class="choice-button" data-choice="${letter}" aria-expanded="false" aria-controls="${id}">${escape(text)}</button><div class="consequence" id="${id}" hidden><p class="verdict">${VERDICTS[tone]}</p>`;
    },
    close: () => '</div></div>',
  },
  check: {
    needs: 'the id of a question in questions.yaml',
    open: (id, env) => {
      env.checks.push(id);
      // Without the questions, which are wrong themselves, there is nothing to say about the id.
      if (!env.questions) return '';
      const question = env.questions.find((candidate) => candidate.id === id);
      if (!question) throw new Error(`questions.yaml has no check with the id "${id}"`);
      return questionForm(question);
    },
    close: () => '',
  },
  ...media,
};

const VERDICTS = { wise: 'Yes, that works', partly: 'Only half-way there', unwise: 'Better not' };
