/** Which part of a page a picture shows, when it is not the first screen of it. */
export interface PictureFrame {
  /** Selector of what stands at the top of the picture. */
  from?: string;
  /** In pixels. */
  height?: number;
  /** Selector of what a reader is to press: a line is drawn round it. */
  mark?: string;
}

const words = (element: string, text: string): string =>
  `::-p-xpath(//${element}[contains(normalize-space(.), "${text}")])`;

/** By the name of the picture. */
export const FRAMES: Record<string, PictureFrame> = {
  'sign-in-by-mail': { height: 480, mark: words('button', 'Email me a link') },
};
