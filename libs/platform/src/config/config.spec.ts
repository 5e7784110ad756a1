import { ConfigInvalid, readConfig } from './config';

const DATABASE_URL = 'postgres://induct@127.0.0.1/induct';

describe('the settings', () => {
  it('need only a database', () => {
    expect(readConfig({ DATABASE_URL, PORT: '4000' })).toMatchObject({
      PORT: 4000,
      CONTENT_PORT: 4001,
      SITE_ORIGIN: 'http://localhost:4000',
      CONTENT_ORIGIN: 'http://127.0.0.1:4001',
      DEMO: false,
    });
  });

  it('are all named at once when several are wrong', () => {
    const wrong = () => readConfig({ PORT: 'abc', SITE_ORIGIN: 'members.example/', DEMO: 'perhaps' });
    expect(wrong).toThrow(ConfigInvalid);
    expect(wrong).toThrow(/DATABASE_URL is not set, but is needed\n/);
    expect(wrong).toThrow(/PORT: must be a port number \(it is "abc"\)\n/);
    expect(wrong).toThrow(/SITE_ORIGIN: must be an origin .+\n/);
    expect(wrong).toThrow(/DEMO: must be true or false/);
  });

  it('never repeat the password of the database', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://induct:secret@db/induct' })).toThrow(/^(?!.*secret)/s);
  });

  it('refuse one origin for the site and for untrusted packages', () => {
    const one = 'http://localhost:3000';
    expect(() => readConfig({ DATABASE_URL, SITE_ORIGIN: one, CONTENT_ORIGIN: one })).toThrow('untrusted code');
  });

  it('refuse in production one host name for both, and the demo', () => {
    const settings = { DATABASE_URL, NODE_ENV: 'production', DEMO: 'true' };
    expect(() =>
      readConfig({ ...settings, SITE_ORIGIN: 'https://a.example', CONTENT_ORIGIN: 'https://a.example:444' }),
    ).toThrow(/DEMO[^]*another host name/);
  });
});
