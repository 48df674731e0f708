// Runs in the audit's page: shows the numbers that the form asks for. Without it, all are shown.
{
  const form = document.querySelector('form');
  const output = document.querySelector('output');
  const rows = [...document.querySelectorAll('tr')].filter((row) => row.dataset.kind !== undefined);

  const show = () => {
    if (!form || !output) return;
    const asked = new FormData(form);
    const wanted = (/** @type {string} */ name) => String(asked.get(name) ?? '');
    const text = wanted('text').trim().toLowerCase();
    for (const row of rows) {
      const { kind, page, datasets = '' } = row.dataset;
      row.hidden =
        !['', kind].includes(wanted('kind')) ||
        !['', page].includes(wanted('page')) ||
        !['', ...datasets.split(' ')].includes(wanted('dataset')) ||
        !(row.textContent ?? '').replace(/\s+/g, ' ').toLowerCase().includes(text);
    }
    const shown = rows.filter((row) => !row.hidden).length;
    output.textContent = (output.dataset.shown ?? '')
      .replace('{shown}', shown.toLocaleString(document.documentElement.lang))
      .replace('{all}', rows.length.toLocaleString(document.documentElement.lang));
  };

  if (form) {
    form.hidden = false;
    form.addEventListener('input', show);
    form.addEventListener('submit', (event) => event.preventDefault());
    // A form is still as it was when it says that it is reset.
    form.addEventListener('reset', () => setTimeout(show));
    show();
  }
}
