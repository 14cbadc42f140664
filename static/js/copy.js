// Shows a button that copies a ready text; without it the text can be selected by hand.

for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.value ?? source.innerText);
    const status = document.querySelector(`[data-copied="${button.dataset.copy}"]`);
    if (status) status.textContent = status.dataset.words;
  });
}
