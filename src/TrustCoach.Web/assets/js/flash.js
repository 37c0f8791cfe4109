// Undo is offered for ten seconds; then the offer goes, the message stays.
function countDown(form) {
  if (form.dataset.counting) return;
  form.dataset.counting = 'yes';
  const flash = form.closest('.flash');
  const left = Object.assign(document.createElement('span'), { className: 'flash-left' });
  left.setAttribute('aria-hidden', 'true');
  flash.append(left);
  setTimeout(() => {
    if (form.contains(document.activeElement)) document.querySelector('main')?.focus();
    form.remove();
    left.remove();
  }, 10000);
}

const start = () => document.querySelectorAll('form[data-undo]').forEach(countDown);
start();
document.addEventListener('htmx:after:swap', start);
