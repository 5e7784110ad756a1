import { withoutPersonalData } from './personal-data';

const TOKEN = 'q8Zk3-vTn0_mYc5Rb1Xw7LdPfH2sJe9UgAo4iKtEyNzM';

describe('what the log leaves out', () => {
  it.each([
    'ann.baker@home.example',
    'siân@members.example',
    'postgres://induct:pa55word@db/induct',
    'smtps://relay:pa55word@mail.example:465',
    `/launch/${TOKEN}/state`,
    '/verify/NMC-2026-K7MQ4-XR2TP-9?k=secret',
    `Authorization: Bearer ${TOKEN}`,
    `token ${TOKEN} is unknown`,
    `{"msg":"to \\"ann.baker@home.example\\""}`,
  ])('is all that opens or names in %j', (text) => {
    expect(withoutPersonalData(text)).not.toMatch(/ann\.baker|siân|home\.example|pa55word|q8Zk3|K7MQ4|k=secret/);
  });

  it.each([
    'certificate 01234567-89ab-4cde-8f01-23456789abcd: Navigation timeout of 30000 ms exceeded',
    'Error: no\n    at Object.run (/srv/induct/node_modules/@nestjs/core/router/router-execution-context.js:38:23)',
    'duplicate key value violates unique constraint "person_email_key"',
    'The listener of PlatformModuleAndItsVeryLongNameThatIsNoTokenAtAll',
  ])('is nothing of %j', (text) => {
    expect(withoutPersonalData(text)).toBe(text);
  });
});
