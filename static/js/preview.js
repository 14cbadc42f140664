// Draws the preview of an announcement while one types; without it a button does.

const form = document.querySelector("[data-preview]");
let timer = 0;
form?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const body = new FormData(form);
    body.set("preview", "1");
    body.delete("picture_file");
    const answer = await fetch("", { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const drawn = page.querySelector("#preview");
    if (drawn) document.querySelector("[data-shown]").replaceChildren(drawn.closest("section"));
  }, 800);
});
