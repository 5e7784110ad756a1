/** A word with a colour behind it that repeats it (`frame/styles/_tags.scss`, `components/tag.njk`). */
export interface Tag {
  text: string;
  kind: 'done' | 'going' | 'todo' | 'warning' | 'bad';
}
