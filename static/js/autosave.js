// Saves a draft a little after typing stops, to the form's own address; without it the button "save" does the same.
//
// The answer is JSON: {"saved": words, "fields": {hidden input: value}}.
// A refusal says in "saved" why; without words, those of data-autosave-failed stand. The next change tries again.

const PAUSE = 4000; // milliseconds without typing

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const status = form.querySelector("[data-saved]");
  let timer = 0;
  let running = false;
  let edits = 0;

  const announce = (words) => {
    if (status && words) status.textContent = words;
  };

  const renew = (fields) => {
    for (const [name, value] of Object.entries(fields ?? {})) {
      const input = form.elements.namedItem(name);
      if (input instanceof HTMLInputElement && input.type === "hidden") input.value = value;
    }
  };

  const post = async () => {
    const response = await fetch(form.getAttribute("action") || location.href, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Portal-Autosave": "1" },
      redirect: "error",
      signal: AbortSignal.timeout(15000),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.saved);
    return answer;
  };

  const save = async () => {
    if (running) return wait();
    running = true;
    const sent = edits;
    try {
      const answer = await post();
      renew(answer.fields);
      announce(answer.saved);
      if (sent === edits) form.dispatchEvent(new Event("portal:saved"));
    } catch (error) {
      announce((error.constructor === Error && error.message) || form.dataset.autosaveFailed);
    } finally {
      running = false;
    }
  };

  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };

  form.addEventListener("input", () => {
    edits += 1;
    wait();
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (running) event.preventDefault(); // two writers of one draft would make the second one stale
    if (running) setTimeout(() => form.requestSubmit(event.submitter), 300);
  });
}
