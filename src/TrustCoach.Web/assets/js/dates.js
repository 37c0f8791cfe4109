// The calendar beside a date that is typed in words. It opens at what the words mean, else at now on the person's own clock.
document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-pick]');
  if (!button) return;
  const words = document.getElementById(button.dataset.pick);
  const picker = button.nextElementSibling;
  const meant = words.closest('.date-field').querySelector('input[type="hidden"][name$=".As"]')?.value;
  picker.value = meant?.slice(0, picker.dataset.now.length) || picker.dataset.now;
  picker.showPicker();
});

document.addEventListener('change', event => {
  const picker = event.target;
  if (!picker.matches?.('.date-picker') || !picker.value) return;
  const words = picker.parentElement.querySelector('input');
  words.value = picker.value.replace('T', ' ');
  words.dispatchEvent(new Event('input', { bubbles: true }));
  words.focus();
});
