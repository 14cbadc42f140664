// Turns what is pasted from Word or a page into the small markup; without it the plain text is pasted.

const BLOCKS = /^(P|DIV|H[1-6]|[UO]L|LI|TABLE|BLOCKQUOTE|SECTION|ARTICLE)$/;
const escaped = (text) => text.replace(/[\\*_[\]|]/g, "\\$&");
const style = (node) => node.getAttribute?.("style") ?? "";
// Text with its emphasis and links.
const inline = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.data.replace(/\s+/g, " "));
  if (node.nodeType !== Node.ELEMENT_NODE || /mso-list:\s*ignore/i.test(style(node))) return "";
  if (/^(STYLE|SCRIPT|HEAD|TITLE|IMG)$/.test(node.nodeName)) return "";
  if (node.nodeName === "BR") return "\n";
  const text = [...node.childNodes].map(inline).join("");
  const within = text.trim();
  const around = (open, close = open) => (within ? text.replace(within, () => open + within + close) : text);
  const href = (node.nodeName === "A" && node.getAttribute("href")) || "";
  if (/^(https?:|mailto:)/i.test(href)) return around("[", `](${href.replace(/[()<>\s\\]/g, encodeURIComponent).replace(/[()]/g, escape)})`);
  if (/^(B|STRONG)$/.test(node.nodeName) || /font-weight:\s*(bold|[6-9]00)/i.test(style(node))) return around("**");
  return /^(I|EM)$/.test(node.nodeName) ? around("*") : text;
};

const line = (node) => inline(node).replace(/[ \t]*\n[ \t]*/g, "\n").trim();
const oneLine = (node) => line(node).replaceAll("\n", " ");
const plain = (text) => text.replace(/^(\d*)([#>+\-.)])(?=[\s#>])/gm, "$1\\$2");

const table = (node) => {
  const [head, ...rows] = [...node.rows].map((row) => `| ${[...row.cells].map(oneLine).join(" | ")} |`);
  return [head, `|${"---|".repeat(node.rows[0]?.cells.length ?? 0)}`, ...rows].join("\n");
};

const isList = (node) => /^(UL|OL)$/.test(node.nodeName);
const listItem = (node, item, at, depth) => {
  if (isList(item)) return list(item, depth + 1);
  const inner = [...item.children].filter(isList);
  inner.forEach((child) => child.remove());
  const first = `${"   ".repeat(depth)}${node.nodeName === "OL" ? `${at + 1}.` : "-"} ${oneLine(item)}`;
  return [first, ...inner.map((child) => list(child, depth + 1))].join("\n");
};
const list = (node, depth) => [...node.children].map((item, at) => listItem(node, item, at, depth)).join("\n");

// Word writes lists as paragraphs, with level and sign among their styles.
const wordItem = (node) => {
  const level = Number(/mso-list:[^;]*level(\d)/i.exec(style(node))?.[1] ?? 1) - 1;
  const sign = node.querySelector("[style*='Ignore' i]")?.textContent ?? "";
  return `${"   ".repeat(level)}${/^\s*(\d+|[a-z])[.)]/i.test(sign) ? "1." : "-"} ${oneLine(node)}`;
};

const isBlock = (node) => BLOCKS.test(node.nodeName) || [...(node.children ?? [])].some(isBlock);

const block = (node) => {
  if (node.nodeName === "TABLE") return table(node);
  if (isList(node)) return list(node, 0);
  if (/^H[1-6]$/.test(node.nodeName)) return oneLine(node) && `${"#".repeat(node.nodeName[1])} ${oneLine(node)}`;
  if (/mso-list:[^;]*level/i.test(style(node))) return wordItem(node);
  return node.nodeName === "BLOCKQUOTE" ? blocks(node).replace(/^/gm, "> ") : blocks(node);
};

// Blocks one below the other; what stands between them belongs together.
const blocks = (parent) => {
  const found = [];
  const empty = () => parent.ownerDocument.createElement("p"); // of the pasted document, in which nothing runs
  let between = empty();
  for (const node of [...parent.childNodes, null]) {
    if (node && !isBlock(node)) between.append(node);
    else {
      found.push(plain(line(between)), node ? block(node) : "");
      between = empty();
    }
  }
  const isItem = (text) => /^\s*(-|\d+\.) /.test(text ?? "");
  const join = (all, text, at, every) => all + (isItem(text) && isItem(every[at - 1]) ? "\n" : "\n\n") + text;
  return found.filter(Boolean).reduce(join, "").trim();
};

for (const area of document.querySelectorAll("textarea[data-paste]")) {
  area.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html");
    const text = html && blocks(new DOMParser().parseFromString(html, "text/html").body);
    if (text && document.execCommand("insertText", false, text)) event.preventDefault(); // can be undone as typing can
  });
}
