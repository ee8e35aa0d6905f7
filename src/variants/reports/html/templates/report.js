(() => {
"use strict";
const all = (query, root = document) => [...root.querySelectorAll(query)];
const one = (id) => document.getElementById(id);
const root = document.documentElement;
const tools = document.querySelector(".tools");
const articles = all(".p");
const base = document.querySelector(".sig.s").textContent;
const places = () => all(".bt [id^='v-']").filter((mark) => !mark.classList.contains("off") && !mark.closest("[hidden]"));
const say = (words) => { one("say").textContent = words; };
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
const chosen = (kind) => all(`[data-${kind}]`, tools).filter((box) => box.checked).map((box) => box.dataset[kind]);

/* Content of the page, read from its markup when the browser is idle. */
const entries = new Map();
const rows = [];
const unread = [...all(".app > li"), ...articles].reverse();
function read(element) {
  if (element.className === "p") readArticle(element);
  else {
    entries.set(element.getAttribute("data-v"), {
      item: element,
      state: element.getAttribute("data-s"),
      readings: [...element.getElementsByClassName("r")].map((reading) => ({ reading, kind: reading.getAttribute("data-c"), tier: reading.getAttribute("data-t"), probability: Number(reading.getAttribute("data-p")), sigla: reading.getAttribute("data-w").split(" ") })),
      shown: true,
      by: new Set(),
    });
  }
}
function readArticle(article) {
  const notes = [...article.querySelectorAll(".meta li")];
  /* A decision on words in which no witness differs has a state and no readings. */
  for (const note of notes) {
    const place = note.getAttribute("data-v");
    if (!entries.has(place)) entries.set(place, { state: note.getAttribute("data-s"), readings: [], by: new Set() });
  }
  rows.push({
    article,
    notes,
    seed: marks(article.querySelector(".bt")),
    lines: [...article.querySelector(".wits").children].map((line) => ({
      line,
      siglum: line.getAttribute("data-w"),
      sigla: line.className ? [...line.querySelectorAll("[data-w]")] : [],
      text: line.querySelector(".wt"),
      marks: marks(line),
    })),
  });
}
function marks(element) {
  return [...element.getElementsByClassName("v")].map((mark) => ({ mark, places: mark.getAttribute("data-v").split(" ") }));
}
function readSome(deadline) {
  do {
    for (let number = 0; number < 50 && unread.length; number += 1) read(unread.pop());
  } while (unread.length && deadline.timeRemaining() > 5);
  if (unread.length) requestIdleCallback(readSome);
}
/* Safari has no idle callbacks; there everything is read when it is first needed. */
if (window.requestIdleCallback) addEventListener("load", () => requestIdleCallback(readSome));

/* Filters. A reading is shown when its class, its tier, its place's state and one of its witnesses are. */
function choice() {
  return {
    w: chosen("witness"), c: chosen("class"), t: chosen("tier"), s: chosen("state"),
    rows: one("rows").value, which: one("which").value, order: one("order").value,
    q: one("search").value.trim(),
  };
}
let applied = false;
function apply() {
  applied = true;
  while (unread.length) read(unread.pop());
  unfold();
  const want = choice();
  const [w, c, t, s] = [new Set(want.w), new Set(want.c), new Set(want.t), new Set(want.s)];
  const inPassage = new Map();
  let shownPlaces = 0;
  let shownPassages = 0;
  for (const entry of entries.values()) {
    entry.by.clear();
    const open = s.has(entry.state);
    for (const { reading, kind, tier, sigla } of entry.readings) {
      const here = open && c.has(kind) && (!tier || t.has(tier)) ? sigla.filter((siglum) => w.has(siglum)) : [];
      for (const siglum of here) entry.by.add(siglum);
      toggle(reading, "hidden", here.length === 0);
    }
    entry.shown = entry.item ? entry.by.size > 0 : open;
    if (!entry.item) continue;
    toggle(entry.item, "hidden", !entry.shown);
    shownPlaces += entry.shown;
  }
  const lit = (place, siglum) => {
    const entry = entries.get(place);
    return siglum ? entry.by.has(siglum) : entry.shown;
  };
  const words = want.q.toLowerCase();
  for (const { article, seed, notes, lines } of rows) {
    let any = false;
    for (const each of seed) any = draw(each, lit) || any;
    for (const note of notes) toggle(note, "hidden", !lit(note.dataset.v));
    for (const { line, siglum, sigla, text, marks } of lines) {
      if (!siglum) {
        for (const sign of sigla) toggle(sign, "hidden", !w.has(sign.dataset.w));
        toggle(line, "hidden", sigla.every((sign) => sign.hidden));
        continue;
      }
      toggle(line, "hidden", !w.has(siglum));
      let some = false;
      for (const each of marks) some = draw(each, lit, siglum) || some;
      const bare = want.rows === "readings" && !some && !text.querySelector(".gap");
      text.classList.toggle("none", bare);
      if (bare) text.dataset.base = base;
      any = any || (some && w.has(siglum));
    }
    const fits = (want.which === "all") || (want.which === "differing" ? any : "doubtful" in article.dataset);
    const shown = fits && (!words || wordsOf(article).includes(words));
    toggle(article, "hidden", !shown);
    shownPassages += shown;
    for (const { places } of [seed, ...lines.map((line) => line.marks)].flat()) {
      for (const place of places) inPassage.set(place, shown || inPassage.get(place) === true);
    }
  }
  document.body.classList.toggle("readings", want.rows === "readings");
  sort(want.order);
  report(want, shownPassages, shownPlaces, hiddenWording(inPassage));
}
/* Places with hidden readings that differ in more than form, and the sum of the probabilities of the heaviest of each. */
function hiddenWording(inPassage) {
  const found = { places: 0, expected: 0 };
  for (const [place, { readings }] of entries) {
    const hidden = readings.filter(({ reading, tier }) => tier && tier !== "form" && (reading.hidden || inPassage.get(place) === false));
    if (!hidden.length) continue;
    found.places += 1;
    found.expected += heaviest(hidden);
  }
  return found;
}
function heaviest(readings) {
  const first = readings.filter(({ tier }) => tier === "sense");
  return Math.max(...(first.length ? first : readings).map(({ probability }) => probability));
}
/* A run has the format of its innermost mark, or else of a mark around it. */
function draw({ mark, places }, lit, siglum) {
  const own = lit(places[0], siglum);
  const under = !own && places.length > 1 && places.some((place) => lit(place, siglum));
  mark.classList.toggle("off", !own && !under);
  mark.classList.toggle("under", under);
  return own || under;
}
function toggle(element, name, on) { if (element[name] !== on) element[name] = on; }
/* Searchable words of a passage, without numbers and texts for screen readers. */
const wordsBy = new Map();
function wordsOf(article) {
  if (!wordsBy.has(article)) wordsBy.set(article, plain(article).replace(/\s+/g, " ").toLowerCase());
  return wordsBy.get(article);
}
function plain(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.className === "vh") return "";
  let text = "";
  for (let child = node.firstChild; child; child = child.nextSibling) text += plain(child);
  return text;
}
let sorted = "text";
function sort(order) {
  if (order === sorted) return;
  sorted = order;
  for (const run of all(".run")) run.replaceWith(...run.querySelectorAll(".p"));
  const list = [...articles];
  if (order === "amount") list.sort((a, b) => b.dataset.level - a.dataset.level || marked(b) - marked(a));
  one("text").append(...list);
}
function marked(article) { return article.querySelectorAll(".bt [id^='v-']").length; }

/* The chosen filters are announced, written into the address, and printed. */
const kinds = { w: "witness", c: "class", t: "tier", s: "state" };
const lists = { rows: "full", which: "all", order: "text" };
function report(want, shownPassages, shownPlaces, hidden) {
  const parts = [];
  const address = new URLSearchParams();
  for (const [key, kind] of Object.entries(kinds)) {
    if (want[key].length === all(`[data-${kind}]`, tools).length) continue;
    address.set(key, want[key].join(","));
    parts.push(`${kind} ${want[key].join(", ") || "none"}`);
  }
  for (const [key, standard] of Object.entries(lists)) {
    if (want[key] === standard) continue;
    address.set(key, want[key]);
    parts.push(one(key).selectedOptions[0].textContent);
  }
  if (want.q) { address.set("q", want.q); parts.push(`“${want.q}”`); }
  const total = all(".app > li").length;
  const counts = `${shownPassages} of ${count(articles.length, "passage")}, ${shownPlaces} of ${count(total, "place")}`;
  const line = one("wording");
  const expected = hidden.expected < 0.05 ? "less than 0.1" : hidden.expected.toFixed(1);
  line.textContent = hidden.places ? `Hidden wording: ${count(hidden.places, "place")}, ${line.dataset.expected}: ${expected}` : "";
  line.hidden = !hidden.places;
  one("shown").textContent = counts;
  one("printed").textContent = parts.length ? `Shown: ${parts.join("; ")} (${counts})` : "";
  say(`Shown: ${counts}${line.textContent && `. ${line.textContent}`}`);
  const target = location.hash.slice(1).split("?")[0];
  const query = [...address].map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
  setAddress(query ? `${target}?${query}` : target);
}
function setAddress(fragment) {
  try {
    history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
  } catch { /* A page opened from a file may not change its address; the filters still work. */ }
}
function readAddress() {
  const [target, query = ""] = location.hash.slice(1).split("?");
  const address = new URLSearchParams(query);
  for (const [key, kind] of Object.entries(kinds)) {
    const names = address.get(key)?.split(",");
    for (const box of all(`[data-${kind}]`, tools)) box.checked = !names || names.includes(box.dataset[kind]);
  }
  for (const [key, standard] of Object.entries(lists)) {
    one(key).value = address.get(key) ?? standard;
    if (!one(key).value) one(key).value = standard;
  }
  one("search").value = address.get("q") ?? "";
  if (query || applied) apply();
  show(target);
}
function decode(text) { try { return decodeURIComponent(text); } catch { return text; } }
function show(target) {
  const element = target && one(decode(target));
  if (!element) return;
  open(element);
  element.scrollIntoView({ block: "start" });
  if (element.matches(".p")) mark(element);
  else { focus(element); mark(element.closest(".p")); }
}

/* Passages and lists are folded with <details>, so that all is there without scripts. */
function open(element) {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}
const runs = all(".run");
function unfold() { for (const run of runs) run.open = true; }
one("unfold").hidden = runs.length === 0;
one("unfold").addEventListener("click", unfold);

/* A mark is not in the tab order, but it can have the focus. */
function focus(element) {
  open(element);
  if (element.matches(".v, .anchor")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/* Keys: the text is one tab stop; single keys move between places and passages. */
let current = null;
function mark(article) {
  current?.classList.remove("cur");
  current = article;
  current?.classList.add("cur");
}
function stepPlace(by) {
  const list = places();
  if (!list.length) return say("No place is shown.");
  let at = list.indexOf(document.activeElement);
  if (at < 0 && current) {
    at = list.findIndex((each) => current.compareDocumentPosition(each) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY));
    if (at >= 0 && by > 0) at -= 1;
  }
  const next = list[(at + by + list.length) % list.length];
  mark(next.closest(".p"));
  focus(next);
  next.scrollIntoView({ block: "nearest" });
  goTo(next.id);
  announce(next);
}
function announce(mark) {
  const place = mark.id.slice(2);
  const item = one(`a-${place}`);
  const label = item ? item.querySelector(".ref").textContent : "";
  const classes = item ? all(".r:not([hidden])", item).map((reading) => reading.dataset.c) : [];
  const state = item ? item.dataset.s : "decided";
  say(`Place ${label}, ${[...new Set(classes)].join(", ")}, ${state}. Seed: ${plain(mark).trim() || "nothing"}`);
}
/* Move to the next place with the same difference, which a link beside the place names. */
function stepSame() {
  const place = document.activeElement.closest(".v[id^='v-']");
  const link = place && one(`a-${place.id.slice(2)}`)?.querySelector(".el a");
  if (!link) return say("No other place has the same difference.");
  link.click();
  if (document.activeElement !== place) announce(document.activeElement);
}
function stepPassage(by) {
  const list = all(".p:not([hidden])");
  const at = list.indexOf(current);
  const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by];
  if (!next) return;
  mark(next);
  next.querySelector("h3 a").focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  goTo(next.id);
}
function goTo(id) {
  const query = location.hash.split("?")[1];
  setAddress(query ? `${id}?${query}` : id);
}
addEventListener("keydown", (event) => {
  if (!one("single").checked || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea, dialog")) return;
  if (event.key === "n" || event.key === "p") stepPlace(event.key === "n" ? 1 : -1);
  else if (event.key === "j" || event.key === "k") stepPassage(event.key === "j" ? 1 : -1);
  else if (event.key === "e") stepSame();
  else if (event.key === "/") { openTools(); one("search").focus(); }
  else if (event.key === "?") one("keys").showModal();
  else if (/^[1-9]$/.test(event.key)) all("[data-witness]", tools)[event.key - 1]?.click();
  else return;
  event.preventDefault();
});
function openTools() { tools.querySelector("details").open = true; }

/* Each list of links is one tab stop; the arrow keys move inside it. */
for (const list of all(".ov ol, .app")) {
  const links = all("a", list);
  links.forEach((link, number) => { if (number) link.tabIndex = -1; });
  list.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const next = by && links[links.indexOf(document.activeElement) + by];
    if (!next) return;
    document.activeElement.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    event.preventDefault();
  });
}

/* Highlight all marks of a place together. */
let hot = [];
function light(target) {
  for (const element of hot) element.classList.remove("hot");
  hot = [];
  const place = target?.closest?.("[data-v]")?.dataset.v.split(" ")[0];
  if (!place) return;
  const article = one(`v-${place}`)?.closest(".p");
  hot = article ? all(`.v[data-v~="${CSS.escape(place)}"]`, article) : [];
  const item = one(`a-${place}`);
  if (item) hot.push(item);
  for (const element of hot) element.classList.add("hot");
}
document.body.addEventListener("mouseover", (event) => light(event.target));
document.body.addEventListener("focusin", (event) => light(event.target.closest(".app li, .p") && event.target.matches("[data-v]") ? event.target : event.target.closest(".app li")));
document.body.addEventListener("click", (event) => {
  if (event.target.closest("a[href^='#']")) return;
  const place = event.target.closest(".p [data-v]")?.dataset.v.split(" ")[0];
  const item = place && one(`v-${place}`);
  if (item) { mark(item.closest(".p")); focus(item); goTo(item.id); }
});

/* A link keeps the active filters. */
document.body.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link || link.matches(".skip")) return;
  event.preventDefault();
  goTo(link.getAttribute("href").slice(1));
  show(link.getAttribute("href").slice(1));
});

/* The overview outlines the visible passages. */
const cells = all(".ov a");
const cellOf = new Map();
{
  const starts = new Map(cells.map((cell) => [cell.getAttribute("href").slice(1), cell]));
  let cell = null;
  for (const article of articles) {
    cell = starts.get(article.id) ?? cell;
    cellOf.set(article, cell);
  }
}
const visible = new Set();
const watch = new IntersectionObserver((changes) => {
  for (const { target, isIntersecting } of changes) visible[isIntersecting ? "add" : "delete"](target);
  const now = new Set([...visible].map((article) => cellOf.get(article)));
  for (const each of cells) {
    if (now.has(each)) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  }
});
for (const article of articles) watch.observe(article);

tools.addEventListener("change", (event) => {
  if (event.target.matches("[data-witness], [data-class], [data-tier], [data-state], select")) apply();
});
let waiting = 0;
one("search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 150); });
for (const button of all("[data-all]", tools)) {
  button.addEventListener("click", () => {
    const boxes = all(`[data-${button.dataset.all}]`, tools);
    const on = !boxes.some((box) => box.checked);
    for (const box of boxes) box.checked = on;
    apply();
  });
}
one("help").addEventListener("click", () => one("keys").showModal());
one("theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
new ResizeObserver(() => root.style.setProperty("--tools", getComputedStyle(tools).position === "sticky" ? `${tools.offsetHeight}px` : "0px")).observe(tools);
addEventListener("hashchange", readAddress);
if (matchMedia("(max-width: 60rem)").matches) tools.querySelector("details").open = false;
if (matchMedia("(max-width: 40rem)").matches) document.querySelector(".fold").open = false;
tools.hidden = false;
one("shown").textContent = `${count(articles.length, "passage")}, ${count(all(".app > li").length, "place")}`;
readAddress();
})();
