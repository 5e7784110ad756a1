import { PersonForm } from './people.form';

it('refuses a name that certificates have no letters for, and takes those of other scripts that they have', () => {
  const read = (name: string) => PersonForm.safeParse({ name, email: 'ann@northmoor.example', roles: 'member' });
  expect(read('김민수').error?.issues[0]?.message).toContain('Certificates cannot print 김 민 수');
  for (const name of ['محمد عبد الله', 'אברהם', 'अनिता शर्मा', '王小明']) expect(read(name).data?.name).toBe(name);
});
