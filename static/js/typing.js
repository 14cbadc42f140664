// Types Vietnamese with Telex, VNI or VIQR keys in every text field; without it fields take what the keyboard sends.
//
// change(word, key, method) gives the new word, or null where the key is just itself.

const SHAPES = { "^": "\u0302", "(": "\u0306", "+": "\u031b" };
const TONES = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
const WORD = /[a-zà-ỹđ]*$/iu;
const KEYS = {
  telex: { s: 1, f: 2, r: 3, x: 4, j: 5, z: 0, a: "^a", e: "^e", o: "^o", w: "w", d: "d", "[": "ơ", "]": "ư", "{": "Ơ", "}": "Ư" },
  vni: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 0: 0, 6: "^aeo", 7: "+ou", 8: "(a", 9: "d" },
  viqr: { "'": 1, "`": 2, "?": 3, "~": 4, ".": 5, 0: 0, "^": "^aeo", "+": "+ou", "*": "+ou", "(": "(a", d: "d" },
};
KEYS.auto = { ...KEYS.viqr, ...KEYS.vni, ...KEYS.telex };
for (const sign of "[]{}") delete KEYS.auto[sign];
const CLOSED = "a ă â e ê i o ô ơ u ư y iê yê oa oă oe oo uâ uê uô uơ uy uyê ươ".split(" "); // a consonant may follow
const OPEN = ("ai ao au ay âu ây eo êu ia iu oi ôi ơi ua ui uya ưa ưi ưu iêu yêu oai oao oay oeo uao uay uây uôi " +
  "uyu ươi ươu uêu").split(" ");
const ONSET = /^(?:b|ch?|[dđ]|gi|gh?|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x|h)?$/;
const CODA = /^(?:ch?|m|ng?|nh|p|t)?$/;

const apart = (letter) => {
  const [base, ...marks] = letter.normalize("NFD");
  const tone = Math.max(0, TONES.indexOf(marks.find((mark) => TONES.includes(mark)) ?? ""));
  return { base, shape: marks.filter((mark) => !TONES.includes(mark)).join(""), tone };
};
const whole = ({ base, shape, tone }) => (base + shape + TONES[tone]).normalize("NFC");
const toneless = (letter) => whole({ ...apart(letter), tone: 0 }).toLowerCase();
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");

// A word as onset, nucleus, coda and tone; u after q, and i after g before a vowel, belong to the onset.
const parse = (word) => {
  const letters = [...word.normalize("NFC")];
  const plain = letters.map(toneless);
  const vowel = (at) => at < plain.length && /[aăâeêioôơuưy]/.test(plain[at]);
  let start = 0;
  while (start < plain.length && !vowel(start)) start += 1;
  const glide = plain[start - 1] === "q" ? "u" : plain.slice(0, start).join("") === "g" ? "i" : "";
  if (plain[start] === glide && (glide === "u" || vowel(start + 1))) start += 1;
  let end = start;
  while (vowel(end)) end += 1;
  const tone = Math.max(0, ...letters.map((letter) => apart(letter).tone));
  const part = (from, to) => plain.slice(from, to).join("");
  return { letters, start, end, tone, onset: part(0, start), nucleus: part(start, end), coda: part(end) };
};

// Whether the letters can be, or can yet become, a Vietnamese syllable.
const possible = (word) => {
  const { nucleus, coda, onset, tone } = parse(word);
  if (!nucleus) return true;
  const fits = (full) => bare(full) === bare(nucleus) && [...nucleus].every((sign, at) => sign === bare(sign) || sign === full[at]);
  const stopped = /^(?:c|ch|p|t)$/.test(coda) && tone > 1 && tone < 5;
  const soft = !/^(?:ch|nh)$/.test(coda) || /[aeiy]$/.test(bare(nucleus));
  return ONSET.test(onset) && CODA.test(coda) && soft && !stopped && (coda ? CLOSED : [...CLOSED, ...OPEN]).some(fits);
};

// Puts the tone where it belongs; `style` "new" writes hoá, khoẻ, thuý, "old" hóa, khỏe, thúy.
const spell = (word, style, tone = parse(word).tone) => {
  let { letters, start, end, nucleus, coda, onset } = parse(word);
  if (!nucleus) return word;
  if (/^uơ./.test(nucleus + coda) && onset !== "q") letters[start] = letters[start] === "U" ? "Ư" : letters[start].replace(/u/i, "ư");
  const vowels = [...nucleus];
  const shaped = vowels.findLastIndex((sign) => sign !== bare(sign));
  let at = vowels.length > 2 || (vowels.length === 2 && (coda || (style === "new" && /^(?:oa|oe|uy)$/.test(nucleus)))) ? 1 : 0;
  if (shaped >= 0) at = shaped;
  letters = letters.map((letter, i) => whole({ ...apart(letter), tone: i === start + at ? tone : 0 }));
  return letters.join("");
};

const withShape = (word, at, shape, style) => {
  const { letters } = parse(word);
  letters[at] = whole({ ...apart(letters[at]), shape });
  return spell(letters.join(""), style);
};

// Gives a vowel its shape: the last one that can bear it and leaves a possible word. The same key again takes it off.
const shaped = (word, key, mark, bases, style) => {
  const { letters, start, end } = parse(word);
  for (let at = end - 1; at >= start; at -= 1) {
    const { base, shape } = apart(letters[at]);
    if (!bases.includes(base.toLowerCase())) continue;
    if (shape === mark) return { text: withShape(word, at, "", style) + key, undone: true };
    const text = withShape(word, at, mark, style);
    if (possible(text)) return { text };
  }
  return null;
};

const horned = (word, key, style, raw) => {
  const { letters, start, nucleus, onset, coda } = parse(word);
  const uo = nucleus.search(/[uư][oơôó]/);
  if (uo >= 0 && onset !== "q") {
    if (nucleus.slice(uo, uo + 2) === "ươ") return { text: withShape(withShape(word, start + uo, "", style), start + uo + 1, "", style) + key, undone: true };
    const alone = nucleus === "uo" && !coda && /^(?:h|th|kh)$/.test(onset);
    return { text: withShape(alone ? word : withShape(word, start + uo, SHAPES["+"], style), start + uo + 1, SHAPES["+"], style) };
  }
  if (key.toLowerCase() !== "w") return shaped(word, key, SHAPES["+"], "ou", style);
  if (!nucleus) return ONSET.test(onset) && /^\p{L}*$/u.test(word) ? { text: word + (key === "w" ? "ư" : "Ư") } : null;
  if (/ư$/i.test(word) && /w$/i.test(raw) && !/uw$/i.test(raw)) return { text: word.slice(0, -1) + key, undone: true };
  return shaped(word, key, SHAPES["("], "a", style) ?? shaped(word, key, SHAPES["+"], "ou", style);
};

const stroked = (word, key) => {
  const { letters, start, onset, nucleus } = parse(word);
  const at = nucleus ? (/^[dđ]$/.test(onset) ? 0 : -1) : letters.length - 1;
  if (at < 0 || !/^[dđ]$/i.test(letters[at]) || !(nucleus ? possible(word) : true)) return null;
  const undone = /đ/i.test(letters[at]);
  const upper = letters[at] !== letters[at].toLowerCase();
  letters[at] = undone ? (upper ? "D" : "d") : upper ? "Đ" : "đ";
  return { text: letters.join("") + (undone ? key : ""), undone };
};

const toned = (word, key, tone, style) => {
  const { nucleus, tone: now, letters, end } = parse(word);
  if (!nucleus || !possible(word) || (!tone && !now)) return null;
  const sign = /[^\p{L}\d]/u.test(key); // combines with the letter before it, and with one tone
  if (sign && (end < letters.length || (now && tone !== now))) return null;
  if (tone && tone === now) return { text: spell(word, style, 0) + key, undone: true };
  const text = spell(word, style, tone);
  return possible(text) ? { text } : null;
};

const change = (word, key, method, style, raw) => {
  const effect = KEYS[method][key.toLowerCase()];
  if (effect === undefined || (!word && !/^[w]$/i.test(key))) return null;
  if (method === "auto" && /[.?']/.test(key) && !/[`^(+*~]/.test(raw)) return null;
  if (typeof effect === "number") return toned(word, key, effect, style);
  if (effect === "d") return stroked(word, key);
  if (effect === "w" || effect === "+ou") return horned(word, key, style, raw);
  if (effect.length === 1) return parse(word).nucleus ? null : { text: word + effect };
  return shaped(word, key, SHAPES[effect[0]], effect.slice(1), style);
};

const bar = document.querySelector("[data-typing]");
const FIELDS = "textarea, input:not([type]), input[type=text], input[type=search]";
const takes = (field) => field.matches?.(FIELDS) && !field.readOnly && !/numeric|decimal/.test(field.inputMode);
const start = () => {
  const [method, style] = bar.querySelectorAll("select");
  const status = bar.querySelector("[role=status]");
  let last = "telex";
  let away = false; // the system has a typing aid on
  let own = false;
  let memory = {};

  const store = (write) => {
    try {
      if (write) localStorage.setItem("portal-typing", JSON.stringify({ method: method.value, style: style.value, last }));
      return JSON.parse(localStorage.getItem("portal-typing")) ?? {};
    } catch {
      return {}; // no storage: for this page only
    }
  };
  const choose = (value) => {
    method.value = value;
    if (value !== "off") last = value;
    away = false;
    status.textContent = value === "off" ? bar.dataset.off : `${bar.dataset.on} ${method.selectedOptions[0].text}`;
    store(true);
  };
  const kept = store(false);
  if (KEYS[kept.last]) last = kept.last;
  if (KEYS[kept.method]) method.value = kept.method;
  if (kept.style === "new") style.value = "new";
  method.addEventListener("change", () => choose(method.value));
  style.addEventListener("change", () => store(true));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F9" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    choose(method.value === "off" ? last : "off");
  });

  const put = (field, from, text) => { // so that the browser's own undo knows of it
    own = true;
    field.setSelectionRange(from, field.selectionStart);
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, from, field.selectionEnd, "end");
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    own = false;
  };
  const typed = (field, key) => {
    const at = field.selectionStart;
    const before = field.value.slice(0, at);
    if (before.endsWith("\\") && /viqr|auto/.test(method.value) && KEYS.viqr[key.toLowerCase()] !== undefined) {
      return { from: at - 1, text: key, raw: "", left: true };
    }
    const [word] = before.match(WORD);
    const same = memory.field === field && memory.at === at && memory.word === word;
    const { raw, left } = same ? memory : { raw: word, left: false };
    const from = at - word.length;
    const told = left ? null : change(word, key, method.value, style.value, raw);
    if (told) return { from, raw: raw + key, left: Boolean(told.undone), ...told };
    if (!/[a-z]/i.test(key)) return null;
    if (left || possible(word + key)) return { from, text: left ? word + key : spell(word + key, style.value), raw: raw + key, left };
    return { from, text: same && raw !== word ? raw + key : word + key, raw: raw + key, left: true };
  };

  document.addEventListener("beforeinput", (event) => {
    const { target: field, data: key } = event;
    if (own || method.value === "off" || away || !takes(field) || event.inputType !== "insertText") return;
    if (event.isComposing || key?.length !== 1 || field.selectionStart !== field.selectionEnd) return;
    if (key > "~" && WORD.test(key) && key.match(WORD)[0]) {
      away = true;
      status.textContent = bar.dataset.away;
      return;
    }
    const told = typed(field, key);
    if (!told) return;
    const at = field.selectionStart;
    if (told.text !== field.value.slice(told.from, at) + key) {
      event.preventDefault();
      put(field, told.from, told.text);
    }
    memory = { field, at: told.from + told.text.length, word: told.text.match(WORD)[0], raw: told.raw, left: told.left };
  });

  const form = [...document.querySelectorAll("main form")].find((each) => [...each.elements].some(takes));
  form?.before(bar);
  bar.hidden = false;
};
if (bar) start();
