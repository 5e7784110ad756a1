// Beside each field for the code of a colour, one to pick it with. The code is what is sent: without this script it is typed.
const CODE = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i;
/** `fc0` is short for `ffcc00`. */
const inFull = (digits) => (digits.length === 3 ? digits.replace(/./g, '$&$&') : digits).toLowerCase();

for (const field of document.querySelectorAll('input[data-colour]')) {
  const label = document.querySelector(`label[for="${field.id}"]`).textContent.trim();
  const picker = document.createElement('input');
  picker.type = 'color';
  picker.className = 'induct-colour__picker';
  picker.setAttribute('aria-label', `${label}: pick a colour`);
  const follow = () => {
    const [, digits] = CODE.exec(field.value.trim() || field.dataset.colour) ?? [];
    if (digits) picker.value = `#${inFull(digits)}`;
  };
  picker.addEventListener('input', () => (field.value = picker.value));
  field.addEventListener('input', follow);
  field.after(picker);
  follow();
}
