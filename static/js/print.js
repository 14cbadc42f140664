// Shows a button that opens the print dialogue; without it the browser's own command prints it.

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
