// Shows the running sum of some number boxes while they are filled; without it the sum is shown after saving.
//
// <output data-sum-of="id_a id_b">: an empty or unreadable box leaves the sum unknown ("…").

const { lang } = document.documentElement;

// As the server reads: thousands by one kind of mark, and in Vietnamese point and comma change places.
const number = (text) => {
  const typed = text.trim().replace(/\s+/g, " ").replace(/[.,]/g, (sign) => (lang === "en" ? sign : sign === "." ? "," : "."));
  return /^(\d+|[1-9]\d{0,2}([, ])\d{3}(\2\d{3})*)(\.\d+)?$/.test(typed) ? +typed.replace(/[, ]/g, "") : NaN;
};

for (const output of document.querySelectorAll("[data-sum-of]")) {
  const boxes = output.dataset.sumOf.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
  const show = () => {
    const sum = boxes.reduce((total, box) => total + number(box.value), 0);
    output.textContent = Number.isNaN(sum) ? "…" : sum.toLocaleString(lang);
  };
  boxes.forEach((box) => box.addEventListener("input", show));
  show();
}
