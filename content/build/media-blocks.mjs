import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { escape } from './html.mjs';
import { pictureSize } from './picture-size.mjs';

const PICTURES = /^media\/[a-z0-9-]+\.(svg|png|jpg)$/;

/** Pictures and films. What is in the block is what those read who do not see or hear it. */
export const media = {
  image: {
    needs: 'a file in media/ and its alt text',
    open: (words, env) => {
      const [, file, alt] = /^(\S+)\s+(.+)$/.exec(words) ?? [];
      if (!alt)
        throw new Error('An image needs a file and its alt text: "::: image media/cycle.svg Four steps in a circle"');
      if (!PICTURES.test(file)) throw new Error(`Name a picture like media/cycle.svg, or .png or .jpg, not "${file}"`);
      if (!existsSync(join(env.folder, file))) throw new Error(`There is no file ${file}`);
      env.pictures.push({ file, alt });
      env.media.push(file);
      const { width, height } = pictureSize(join(env.folder, file)) ?? {};
      const size = width ? ` width="${width}" height="${height}"` : '';
      return `<figure class="picture"><img src="${file}" alt="${escape(alt)}"${size}><figcaption><details class="reveal"><summary>Describe this picture</summary><div class="revealed">`;
    },
    close: () => '</div></details></figcaption></figure>',
  },
  video: {
    needs: 'an id and a title',
    holds: 'its transcript: what is said in the film',
    open: (words, env) => {
      const [, id, title] = /^([a-z][a-z0-9-]*)\s+(.+)$/.exec(words) ?? [];
      if (!title) throw new Error('A video needs an id and a title: "::: video day-one Your first day"');
      return `<figure class="video" data-video="${id}"><p class="video-title">${escape(title)}</p>${film(id, title, env)}<summary>Read what is said</summary><div class="revealed">`;
    },
    close: () => '</div></details></figure>',
  },
};

/** The film, when the council has added it as media/<id>.mp4, with its captions; until then a word about the transcript. */
function film(id, title, env) {
  const file = `media/${id}.mp4`;
  if (!existsSync(join(env.folder, file))) {
    return '<p class="video-note">There is no film here yet. This is what it will say.</p><details class="reveal" open>';
  }
  const captions = `media/${id}.vtt`;
  if (!existsSync(join(env.folder, captions))) throw new Error(`The film ${file} needs captions in ${captions}`);
  env.media.push(file, captions);
  return `<video controls preload="none" src="${file}" aria-label="${escape(title)}"><track kind="captions" srclang="en" label="English" src="${captions}" default></video><p class="video-note" data-no-film role="status" hidden>The film did not arrive. Read below what is said in it, or <button type="button" class="link" data-film-again>try again</button>.</p><details class="reveal">`;
}
