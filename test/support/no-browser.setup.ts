/** What opens a browser belongs into the project that has one. */
jest.mock('puppeteer', () => {
  const refuse = () => {
    throw new Error('This project opens no browser. Name the file *.browser.spec.ts');
  };
  return { __esModule: true, default: { launch: refuse, connect: refuse }, launch: refuse, connect: refuse };
});
