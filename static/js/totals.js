// Shows the running sum of some number boxes while they are filled; without it the sum is shown after saving.
//
// <output data-sum-of="id_a id_b">: an empty or unreadable box leaves the sum unknown ("…").

const number = (text) => {
  const plain = text.trim().replace(/\./g, "").replace(",", ".");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
};

for (const output of document.querySelectorAll("output[data-sum-of]")) {
  const boxes = output.dataset.sumOf.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
  const format = new Intl.NumberFormat("vi", { maximumFractionDigits: 2 });
  const show = () => {
    const sum = boxes.reduce((total, box) => total + number(box.value), 0);
    output.textContent = Number.isNaN(sum) ? "…" : format.format(sum);
  };
  boxes.forEach((box) => box.addEventListener("input", show));
  show();
}
