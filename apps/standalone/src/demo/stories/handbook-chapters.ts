/** A page of the handbook, as it stands in `content/handbook`. */
export interface WrittenPage {
  title: string;
  body: string;
}
export interface WrittenSection extends WrittenPage {
  /** Questions in it, and for how many days from now they are asked. */
  questions: (WrittenPage & { days: number })[];
}
export interface WrittenChapter extends WrittenPage {
  sections: WrittenSection[];
}

const ASKED = /^### Asked for (\d+) days: (.+)$/;

/** Reads a handbook in one file: `#` begins a chapter, `##` a section, `### Asked for 90 days: …` a question in it. */
export function handbookChapters(source: string): WrittenChapter[] {
  const chapters: WrittenChapter[] = [];
  for (const line of source.split('\n')) {
    const section = chapters.at(-1)?.sections.at(-1);
    const [, days, asked] = ASKED.exec(line) ?? [];
    if (line.startsWith('# ')) chapters.push({ title: line.slice(2), body: '', sections: [] });
    else if (line.startsWith('## ')) chapters.at(-1)!.sections.push({ title: line.slice(3), body: '', questions: [] });
    else if (asked) section!.questions.push({ title: asked, body: '', days: Number(days) });
    else {
      const page = section?.questions.at(-1) ?? section ?? chapters.at(-1);
      if (page) page.body += `${line}\n`;
    }
  }
  const trimmed = <P extends WrittenPage>(one: P): P => ({ ...one, body: one.body.trim() });
  return chapters.map((chapter) => ({
    ...trimmed(chapter),
    sections: chapter.sections.map((one) => ({ ...trimmed(one), questions: one.questions.map(trimmed) })),
  }));
}
