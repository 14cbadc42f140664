// Shows the buttons that copy a ready text or open the print dialogue; without it the browser's own commands do both.

const show = (kind, does) => document.querySelectorAll(`button[data-${kind}]`).forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => does(button.dataset[kind]));
});

show("print", () => print());
if (navigator.clipboard) show("copy", async (id) => {
  const source = document.getElementById(id);
  await navigator.clipboard.writeText(source.value ?? source.innerText);
  const status = document.querySelector(`[data-copied="${id}"]`);
  if (status) status.textContent = status.dataset.words;
});
