// Shows below a long text how many characters are left, counted as the portal counts; without it a refusal says so.

const words = document.querySelector("[data-counter]")?.dataset;
const PAUSE = 1000; // milliseconds

// Composed, invisible signs dropped, runs of spaces one, no two empty lines in a row: what would be stored.
const stored = (text) => text
  .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n")
  .replace(/\p{Cf}/gu, "")
  .split("\n")
  .map((line) => line.trim().replace(/\s+/g, " "))
  .join("\n")
  .replace(/\n{3,}/g, "\n\n")
  .trim()
  .normalize("NFC");

for (const field of words ? document.querySelectorAll("[data-limit]") : []) {
  const limit = Number(field.dataset.limit);
  const seen = document.createElement("p");
  const heard = document.createElement("span");
  seen.className = "counter";
  heard.className = "visually-hidden";
  heard.setAttribute("role", "status");
  field.after(seen, heard);
  let timer = 0;
  const show = () => {
    const left = limit - [...stored(field.value)].length;
    seen.textContent = (left < 0 ? words.over : words.left).replace("{n}", Math.abs(left).toLocaleString(document.documentElement.lang));
    seen.classList.toggle("counter--over", left < 0);
    clearTimeout(timer);
    if (left > limit / 10) return;
    timer = setTimeout(() => { heard.textContent = seen.textContent; }, PAUSE);
  };
  field.addEventListener("input", show);
  show();
}
