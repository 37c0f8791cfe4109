// A day can be slid to as well as typed: the field stays what is sent.
const oneDay = 86400000;

function number(day) { return Math.round(Date.parse(`${day}T00:00:00Z`) / oneDay); }

function enhance(field) {
  const [first, last] = [number(field.min), number(field.max)];
  if (!(last > first)) return;
  const slider = document.createElement('input');
  Object.assign(slider, { type: 'range', min: first, max: last, step: 1, value: number(field.value || field.dataset.slider), className: 'slider' });
  slider.setAttribute('aria-label', field.labels[0]?.textContent.trim() ?? 'Day');
  const day = () => new Date(slider.value * oneDay).toISOString().slice(0, 10);
  const say = () => slider.setAttribute('aria-valuetext', day());
  say();
  slider.addEventListener('input', () => { field.value = day(); say(); });
  // Keys move it day by day: the page follows when the hand rests.
  let rest;
  slider.addEventListener('change', () => { clearTimeout(rest); rest = setTimeout(() => field.form.requestSubmit(), 400); });
  field.closest('.field').after(slider);
}

document.querySelectorAll('input[data-slider]').forEach(enhance);
