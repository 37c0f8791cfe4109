/** Says something that the page itself cannot, until it is closed or replaced. */
export function toast(text, bad = false) {
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
  row.append(close);
  document.body.append(box);
  // The text comes after the region stands, or screen readers miss it.
  box.append(Object.assign(document.createElement('p'), { textContent: text }), row);
}
