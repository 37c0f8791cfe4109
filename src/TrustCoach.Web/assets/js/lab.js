// The lab works without this: a slider beside a percentage, and a button that copies the address.
function slide(field) {
  const slider = document.createElement('input');
  Object.assign(slider, { type: 'range', min: 0, max: Number(field.dataset.percent), step: 1, value: Number(field.value) || 0, className: 'percent-slider' });
  slider.setAttribute('aria-label', `${field.labels[0]?.textContent.trim() ?? 'Percent'}, slider`);
  slider.addEventListener('input', () => { field.value = slider.value; });
  field.addEventListener('input', () => { slider.value = Number(field.value) || 0; });
  field.after(slider);
}

function offerCopy(place) {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'link-button', textContent: 'Copy link' });
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      said.textContent = ' Copied.';
    } catch {
      said.textContent = ' Copy it from the address bar.';
    }
  });
  place.replaceChildren(button, said);
}

document.querySelectorAll('input[data-percent]').forEach(slide);
document.querySelectorAll('[data-copy-link]').forEach(offerCopy);
