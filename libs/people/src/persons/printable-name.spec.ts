import { NameCannotBePrinted } from './people.errors';
import { mustBePrintable, whyNotPrintable } from './printable-name';

describe('a name that a certificate will bear', () => {
  it.each(['Siân Rees', 'محمد عبد الله', 'דוד כהן', 'अनिता शर्मा', '王小明', 'Nguyễn Văn Đặng', ' Ada\u202E Root '])(
    '%s may be entered',
    (name) => expect(whyNotPrintable(name)).toBeUndefined(),
  );

  it('is refused in words when certificates have no letters for it', () => {
    expect(whyNotPrintable('김 Min-su 🎉')).toBe(
      'Certificates cannot print 김 🎉. Enter the name in letters that they can, for example as it is written in English',
    );
    expect(() => mustBePrintable('Am\u0302y')).toThrow(NameCannotBePrinted);
    expect(() => mustBePrintable('Amy')).not.toThrow();
  });
});
