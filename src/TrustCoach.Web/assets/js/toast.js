/** Says something that the page itself cannot, until it is closed or replaced; with a link to where more is said. */
export function toast(text, bad = false, way) {
  document.querySelector('.toast')?.remove();
  const box = document.createElement('div');
  box.className = bad ? 'toast bad' : 'toast';
  box.setAttribute('role', bad ? 'alert' : 'status');
  const close = document.createElement('button');
  close.className = 'button small';
  close.textContent = 'Close';
  close.addEventListener('click', () => box.remove());
  const row = document.createElement('div');
  row.className = 'cluster';
  if (way) row.append(Object.assign(document.createElement('a'), { className: 'button small', href: way, textContent: 'Look' }));
  row.append(close);
  document.body.append(box);
  // The text comes after the region stands, or screen readers miss it.
  box.append(Object.assign(document.createElement('p'), { textContent: text }), row);
}
