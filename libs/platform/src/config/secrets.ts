/** By their names, so that a setting that is added later is among them. */
const SECRET = /_URL$|TOKEN|SECRET|PASSWORD|KEY/;

/** What a message may repeat of a setting: nothing that opens something, whatever it is called. */
export function withoutSecret(name: string, value: string): string {
  return SECRET.test(name) || value.includes('@') ? '…' : value;
}
