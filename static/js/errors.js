// Puts the reader at the summary of errors and each link of it at its field; without it the links still jump there.

for (const summary of document.querySelectorAll("[data-error-summary]")) {
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    const label = field.labels?.[0] ?? field.closest("fieldset")?.querySelector("legend") ?? field;
    label.scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
  });
}
