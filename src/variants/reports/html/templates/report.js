(() => {
"use strict";
const all = (query, root = document) => [...root.querySelectorAll(query)];
const one = (id) => document.getElementById(id);
const root = document.documentElement;
/* What does nothing without this script is no element of the file, so that no other program shows it. */
for (const source of all("script[type='text/html']")) source.outerHTML = source.textContent;
const tools = document.querySelector(".tools");
const text = one("text");
const articles = all(".p");
const boxes = all("[data-witness]", tools);
const sigla = boxes.length ? boxes.map((box) => box.dataset.witness) : [...new Set(all(".wits [data-w]").flatMap((line) => line.dataset.w.split(" ")))];
const say = (words) => { one("say").textContent = words; };
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
const make = (name, className, words) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (words !== undefined) element.textContent = words;
  return element;
};
const FOLDED = "until-found";
/* Browsers that cannot find folded words do not draw them either. */
const fold = (element, on) => { if (element.hidden !== (on ? FOLDED : false)) on ? element.setAttribute("hidden", FOLDED) : element.removeAttribute("hidden"); };

/* Parts of a passage. Selectors would take seconds for thousands of passages. */
const labelOf = (article) => article.firstElementChild.firstElementChild.lastChild.data;
const seedOf = (article) => article.children[1].firstElementChild.children[1];
const linesOf = (article) => article.children[1].children[1];

/* Places with their readings, read from the apparatus when the browser is idle. */
const entries = new Map();
const unread = all(".app > li, .meta li").reverse();
let judged = false;
function read(item) {
  const place = item.getAttribute("data-v");
  const inText = one(`v-${place}`);
  const old = entries.get(place);
  if (old) {
    /* An entry has a line below its passage if an editor decided on it. */
    if (item.closest(".app")) entries.set(place, { ...old, ...readingsOf(item) });
    return;
  }
  entries.set(place, { article: inText?.closest(".p"), state: item.getAttribute("data-s"), readings: [], lit: new Set(sigla), open: true, ...(item.closest(".app") ? readingsOf(item) : {}) });
}
function readingsOf(item) {
  const readings = [...item.getElementsByClassName("r")].map((element) => ({ element, kind: element.getAttribute("data-c"), tier: element.getAttribute("data-t"), probability: Number(element.getAttribute("data-p")), sigla: element.getAttribute("data-w").split(" ") }));
  judged ||= readings.some(({ tier }) => tier);
  return { item, readings, lit: new Set(readings.flatMap((one) => one.sigla)) };
}
function readAll() { while (unread.length) read(unread.pop()); }
function readSome(deadline) {
  do {
    for (let number = 0; number < 50 && unread.length; number += 1) read(unread.pop());
  } while (unread.length && deadline.timeRemaining() > 5);
  if (unread.length) requestIdleCallback(readSome);
}
/* Safari has no idle callbacks; there everything is read when it is first needed. */
if (window.requestIdleCallback) addEventListener("load", () => requestIdleCallback(readSome));

/* Folded passages: neighbours share a line, which opens them and folds them again. */
let folds = new Map();
const foldOf = new Map();
for (const line of all(".fold")) {
  const run = [];
  for (let next = line.nextElementSibling; next?.matches(".p[hidden]"); next = next.nextElementSibling) run.push(next);
  register(line, run);
}
function register(line, run) {
  folds.set(line, run);
  for (const article of run) foldOf.set(article, line);
}
function setFold(line, open) {
  line.setAttribute("aria-expanded", String(open));
  for (const article of folds.get(line)) fold(article, !open);
}
function setGathered(line, open) {
  const button = line.querySelector("button");
  button.setAttribute("aria-expanded", String(open));
  button.firstChild.data = open ? "fold" : "show";
  const w = ticked();
  for (const row of line.parentElement.querySelectorAll(".light")) showRow(row, w, open);
}
const isOpen = (line) => line.getAttribute("aria-expanded") === "true";
const gathered = all(".gathered");
const gatheredOpen = (line) => line.querySelector("button").getAttribute("aria-expanded") === "true";
function unfold(open) {
  for (const line of folds.keys()) setFold(line, open);
  for (const line of gathered) setGathered(line, open);
  changed();
}
const anyFolded = () => [...folds.keys()].some((line) => !isOpen(line)) || gathered.some((line) => !line.hidden && !gatheredOpen(line));
function open(element) {
  for (let list = element.closest("details"); list; list = list.parentElement.closest("details")) list.open = true;
  const line = foldOf.get(element.closest(".p"));
  if (line && !isOpen(line)) { setFold(line, true); changed(); }
}
text.addEventListener("click", (event) => {
  const line = event.target.closest(".fold");
  const row = event.target.closest(".gathered button")?.parentElement;
  if (line) setFold(line, !isOpen(line));
  else if (row) setGathered(row, !gatheredOpen(row));
  if (line || row) changed();
});
/* The browser has found words in something that is folded. */
text.addEventListener("beforematch", (event) => {
  const row = event.target.closest(".light");
  if (row) setGathered(row.parentElement.querySelector(".gathered"), true);
  open(event.target);
  changed();
});

/* Filters. A reading is shown if its tier, its class, its place's state and one of its witnesses are. */
const ticked = () => new Set(boxes.length ? boxes.filter((box) => box.checked).map((box) => box.dataset.witness) : sigla);
const names = { t: "tier", c: "class", s: "state" };
function choice() {
  const [key, list] = (one("kind")?.value ?? "").split("=");
  return { w: ticked(), key, values: new Set(list?.split(",")), which: one("which").value };
}
const fits = ({ key, values }, entry, reading) => !key || values.has({ t: reading?.tier, c: reading?.kind, s: entry.state }[key]);
let applied = false;
let wanted = choice();
function apply() {
  applied = true;
  readAll();
  const want = wanted = choice();
  const lit = new Set();
  const counts = new Map();
  for (const entry of entries.values()) {
    entry.lit = new Set();
    for (const reading of entry.readings) {
      const here = fits(want, entry, reading) ? reading.sigla.filter((siglum) => want.w.has(siglum)) : [];
      for (const siglum of here) entry.lit.add(siglum);
      if (reading.element.hidden === here.length > 0) reading.element.hidden = here.length === 0;
      if (entry.article && reading.tier) add(counts, entry.article, reading.tier);
    }
    entry.open = entry.item ? entry.lit.size > 0 : want.key !== "t" && want.key !== "c" && fits(want, entry);
    if (entry.item && entry.item.hidden === entry.open) entry.item.hidden = !entry.open;
    if (entry.open) lit.add(entry.article);
  }
  for (const line of folds.keys()) line.remove();
  folds = new Map();
  foldOf.clear();
  let run = [];
  for (const article of articles) {
    const shown = isShown(article, want, lit);
    fold(article, !shown);
    if (!shown) run.push(article);
    else if (run.length) { addFold(run, counts); run = []; }
  }
  if (run.length) addFold(run, counts);
  for (const line of gathered) setGathered(line, false);
  drawAll();
  changed();
  writeAddress();
}
function isShown(article, want, lit) {
  if (want.which === "uncertain" && !("doubtful" in article.dataset)) return false;
  if (want.key && !lit.has(article)) return false;
  if (want.key || want.which !== "heavy") return true;
  return (article.dataset.h ?? "").split(" ").some((siglum) => siglum === "*" || want.w.has(siglum));
}
function add(counts, article, tier) {
  const found = counts.get(article) ?? {};
  found[tier] = (found[tier] ?? 0) + 1;
  counts.set(article, found);
}
function addFold(run, counts) {
  const [first, last] = [labelOf(run[0]), labelOf(run.at(-1))];
  const words = [];
  for (const article of run) {
    if (words.length > 5) break;
    words.push(...seedOf(article).textContent.split(/\s+/).filter(Boolean));
  }
  const sums = ["sense", "wording", "form"].map((tier) => [tier, run.reduce((sum, article) => sum + (counts.get(article)?.[tier] ?? 0), 0)]);
  const line = make("button", "fold");
  line.type = "button";
  line.setAttribute("aria-expanded", "false");
  line.append(make("b", "", run.length > 1 ? `${first.split(/[–+]/)[0]}–${last.split("–").at(-1)}` : first), " ", make("span", "txt", `${words.slice(0, 6).join(" ")} …`), " · ", make("i", "", sums.filter(([, sum]) => sum).map(([tier, sum]) => `${sum} of ${tier}`).join(" · ") || "no difference"));
  run[0].before(line);
  register(line, run);
}
function showRow(row, w, open) {
  const here = row.dataset.w.split(" ").some((siglum) => w.has(siglum));
  if (here && row.classList.contains("light")) fold(row, !open);
  else row.hidden = !here;
}

/* Marks and lines of a passage. Those outside of the window are drawn when the browser is idle. */
let undrawn = [];
const AT_ONCE = 200;
function drawAll() {
  undrawn = articles.filter((article) => !article.hidden);
  undrawn.push(...articles.filter((article) => article.hidden));
  undrawn.reverse();
  for (let number = 0; number < AT_ONCE && undrawn.length; number += 1) draw(undrawn.pop());
  if (undrawn.length) setTimeout(drawSome);
}
function drawSome() {
  const until = performance.now() + 30;
  while (undrawn.length && performance.now() < until) draw(undrawn.pop());
  if (undrawn.length) setTimeout(drawSome);
}
addEventListener("beforeprint", () => { while (undrawn.length) draw(undrawn.pop()); });
function draw(article) {
  const { w } = wanted;
  const list = linesOf(article);
  for (const mark of seedOf(article).querySelectorAll(".v")) drawMark(mark);
  for (const note of list.nextElementSibling?.querySelectorAll("li") ?? []) note.hidden = !isLit(note.dataset.v);
  for (const sign of list.querySelectorAll(".sigs [data-w]")) sign.hidden = !w.has(sign.dataset.w);
  for (const line of list.children) {
    if (line.dataset.w) {
      showRow(line, w, line.classList.contains("light") && gatheredOpen(list.lastElementChild));
      const here = line.dataset.w.split(" ").filter((siglum) => w.has(siglum));
      for (const mark of line.querySelectorAll(".v")) drawMark(mark, here);
      continue;
    }
    const signs = [...line.querySelectorAll("[data-w]")];
    line.hidden = signs.every((sign) => sign.hidden);
    if (!line.matches(".gathered") || line.hidden) continue;
    const words = signs[0].parentElement.nextElementSibling;
    line.dataset.counts ??= words.textContent;
    const [head, counts] = line.dataset.counts.split(": ");
    words.textContent = `${head}: ${counts.split(", ").filter((_, number) => !signs[number].hidden).join(", ")}`;
  }
}
const isLit = (place, here) => {
  const entry = entries.get(place);
  return entry ? (here ? here.some((siglum) => entry.lit.has(siglum)) : entry.open) : true;
};
/* A run has the format of its innermost mark, or else of a mark around it. */
function drawMark(mark, here) {
  const places = mark.dataset.v.split(" ");
  const own = isLit(places[0], here);
  const under = !own && places.some((place) => isLit(place, here));
  mark.classList.toggle("off", !own && !under);
  mark.classList.toggle("under", under);
}

/* The line about everything that is not shown, and the counts beside the filters. */
function changed() {
  readAll();
  const note = one("hidden");
  const hidden = articles.filter((article) => article.hidden).length;
  const closed = new Map(gathered.filter((line) => !line.hidden && !gatheredOpen(line) && !line.closest(".p").hidden).map((line) => [line.closest(".p"), new Set(all("[data-w]", line).filter((sign) => !sign.hidden).map((sign) => sign.dataset.w))]));
  const parts = [];
  if (wanted.key) parts.push(`Only ${names[wanted.key]} ${[...wanted.values].map((value) => `“${value}”`).join(" and ")} is marked`);
  if (wanted.w.size < sigla.length) parts.push(`without ${sigla.filter((siglum) => !wanted.w.has(siglum)).join(", ")}`);
  if (hidden) parts.push(`${count(hidden, "passage")} ${note.dataset.folded}`);
  if (closed.size) parts.push(`${count(closed.size, "line")} of wording only counted`);
  const amount = hiddenWording(closed);
  const expected = amount.expected < 0.05 ? "less than 0.1" : amount.expected.toFixed(amount.expected < 9.95 ? 1 : 0);
  note.textContent = parts.join(", ") + (amount.places ? `${parts.length ? " · " : ""}${count(amount.places, "place")} of ${note.dataset.other} · ${expected} ${note.dataset.expected}` : "");
  note.hidden = !note.textContent;
  const passages = `${articles.length - hidden} of ${articles.length}`;
  one("shown").textContent = passages;
  one("unfold-word").textContent = anyFolded() ? "Unfold all" : "Fold again";
  one("unfold").hidden = !folds.size && !gathered.length;
  const shown = [...entries.values()].filter((entry) => entry.item && entry.open).length;
  const total = [...entries.values()].filter((entry) => entry.item).length;
  say(`Shown: ${passages} passages, ${shown} of ${count(total, "place")}${note.textContent && `. ${note.textContent}`}`);
  stopAt(firstPlace());
}
/* Places with hidden readings that differ in more than form, and the sum of the probabilities of the heaviest of each. */
function hiddenWording(closed) {
  const found = { places: 0, expected: 0 };
  for (const { article, readings, lit } of entries.values()) {
    const inNumbers = closed.get(article);
    const away = article?.hidden;
    const hidden = readings.filter(({ tier, sigla }) => tier && tier !== "form" && (away || !sigla.some((siglum) => lit.has(siglum)) || (inNumbers && sigla.some((siglum) => inNumbers.has(siglum)))));
    if (!hidden.length) continue;
    const first = hidden.filter(({ tier }) => tier === "sense");
    found.places += 1;
    found.expected += Math.max(...(first.length ? first : hidden).map(({ probability }) => probability));
  }
  return found;
}

/* Filters are written into the address. */
const defaultWhich = one("which").value;
function writeAddress() {
  const address = [];
  if (wanted.w.size < sigla.length) address.push(["w", [...wanted.w].join(",")]);
  if (wanted.key) address.push([wanted.key, [...wanted.values].join(",")]);
  if (wanted.which !== defaultWhich) address.push(["which", wanted.which]);
  const target = location.hash.slice(1).split("?")[0];
  const query = address.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
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
  const w = address.get("w")?.split(",");
  for (const box of boxes) box.checked = !w || w.includes(box.dataset.witness);
  const key = Object.keys(names).find((each) => address.has(each));
  if (one("kind")) choose(one("kind"), key ? `${key}=${address.get(key)}` : "", key && `${names[key]} ${address.get(key).replaceAll(",", ", ")}`);
  one("which").value = address.get("which") ?? defaultWhich;
  if (!one("which").value) one("which").value = defaultWhich;
  if (query || applied) apply();
  show(target);
}
/* An address can name several classes, which are then one more choice. */
function choose(list, value, words) {
  if (![...list.options].some((option) => option.value === value)) list.append(new Option(words, value));
  list.value = value;
}
function decode(words) { try { return decodeURIComponent(words); } catch { return words; } }
function show(target) {
  const element = target && one(decode(target));
  if (!element) return;
  open(element);
  element.scrollIntoView({ block: "start" });
  if (element.matches(".p")) mark(element);
  else { focus(element); mark(element.closest(".p")); }
}

/* The card of a place: all readings in words. It opens for a mark that has the focus or is under the pointer. */
const card = one("card");
let shownMark = null;
function placeOf(element) {
  const places = element.dataset.v.split(" ");
  return places.find((place) => isLit(place)) ?? places[0];
}
function isMarked(mark) {
  if (!mark.matches(".v, .anchor") || mark.classList.contains("off")) return false;
  return !mark.classList.contains("fm") || document.body.classList.contains("formed") || mark === document.activeElement;
}
function openCard(element) {
  readAll();
  const place = placeOf(element);
  const entry = entries.get(place);
  const article = element.closest(".p");
  if (!entry || !article) return;
  closeCard();
  shownMark = element;
  const head = make("p", "h", headOf(place, entry));
  const rows = make("tbody");
  const lemma = entry.item?.querySelector(".txt > b");
  rows.append(row([document.querySelector(".sig.s").textContent], lemma ? lemma.textContent : entry.item ? "nothing" : one(`v-${place}`).textContent, "the seed", !lemma && entry.item));
  const seen = new Set();
  for (const reading of entry.readings) {
    const here = reading.sigla.filter((siglum) => wanted.w.has(siglum));
    for (const siglum of here) seen.add(siglum);
    const words = reading.element.querySelector("bdi");
    const remark = reading.element.querySelector(":scope > i");
    const said = reading.element.querySelector(".sd");
    if (here.length) rows.append(row(here, words ?? remark, said ?? (words && remark ? `${reading.kind}, ${remark.textContent}` : reading.kind), !words));
  }
  const lines = all(".row[data-w]", article).filter((line) => line.querySelector(".gap"));
  const left = [...wanted.w].filter((siglum) => !seen.has(siglum));
  const without = new Set(lines.flatMap((line) => line.dataset.w.split(" ")));
  if (entry.item && left.some((siglum) => without.has(siglum))) rows.append(row(left.filter((siglum) => without.has(siglum)), "no sentence", "", true));
  const same = left.filter((siglum) => !without.has(siglum));
  if (entry.item && lemma && same.length) rows.append(row(same, "as the seed", "", true));
  const table = make("table");
  table.append(rows);
  card.replaceChildren(head, table);
  const decision = one(`d-${place}`);
  if (decision) card.append(make("p", `st ${decision.dataset.s}`, `${decision.dataset.s}: ${decision.querySelector(".says").textContent}`));
  card.hidden = false;
  element.setAttribute("aria-describedby", "card");
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const bottom = element.getBoundingClientRect().bottom;
  card.style.left = `${scrollX + Math.max(8, Math.min(box.left, root.clientWidth - card.offsetWidth - 8))}px`;
  const below = bottom + 8 + card.offsetHeight < innerHeight || box.top < card.offsetHeight + 8;
  card.style.top = `${scrollY + (below ? bottom + 8 : box.top - card.offsetHeight - 8)}px`;
}
function headOf(place, entry) {
  const label = entry.item ? entry.item.querySelector(".ref").textContent : "";
  const tier = ["sense", "wording", "form"].find((each) => entry.readings.some((reading) => reading.tier === each));
  const name = tier ? document.querySelector(`#kind option[value="t=${tier}"]`)?.textContent.replace(/ \(\d+\)$/, "") : [...new Set(entry.readings.map(({ kind }) => kind))].join(", ");
  return [`Place ${label}`.trim(), name].filter(Boolean).join(": ");
}
function row(who, words, about, isRemark) {
  const line = make("tr");
  const [head, reading, kind] = [make("th"), make("td", isRemark ? "" : "txt"), make("td")];
  head.scope = "row";
  for (const siglum of who) head.append(make("b", siglum === document.querySelector(".sig.s").textContent ? "sig s" : "sig", siglum), " ");
  if (isRemark) reading.append(make("i", "", words?.textContent ?? words ?? ""));
  else reading.append(words?.cloneNode ? words.cloneNode(true) : words ?? "");
  if (about?.cloneNode) kind.append(about.cloneNode(true));
  else kind.textContent = about;
  line.append(head, reading, kind);
  return line;
}
function closeCard() {
  clearTimeout(leaving);
  card.hidden = true;
  shownMark?.removeAttribute("aria-describedby");
  shownMark = null;
}
/* The pointer can go from the mark to its card. A page that only scrolls under the pointer changes nothing. */
let hovered = null;
let leaving = 0;
document.body.addEventListener("mousemove", (event) => {
  const found = event.target.closest?.(".p .v, .app > li, #card");
  if (found === hovered) return;
  hovered = found;
  clearTimeout(leaving);
  if (found === card) return;
  if (found?.matches(".v") && isMarked(found)) { light(found); openCard(found); }
  else {
    light(found?.matches(".app > li") ? found : null);
    if (!card.hidden && shownMark !== document.activeElement) leaving = setTimeout(closeCard, 250);
  }
});
document.body.addEventListener("focusin", (event) => {
  const target = event.target;
  if (target.matches(".p .v, .p .anchor")) { light(target); openCard(target); announce(target); stopAt(target); }
  else { closeCard(); light(target.closest(".app li")); }
});

/* Keys: the text is one tab stop; arrows and single keys move between places and passages. */
let stop = null;
function stopAt(element) {
  if (stop === element) return;
  stop?.removeAttribute("tabindex");
  stop = element ?? null;
  if (stop) stop.tabIndex = 0;
}
function focus(element) {
  open(element);
  if (element.matches(".v, .anchor")) stopAt(element);
  if (document.activeElement === element) element.blur();
  element.focus({ preventScroll: true });
}
let current = null;
function mark(article) {
  current?.classList.remove("cur");
  current = article;
  current?.classList.add("cur");
}
function places(ofSense = false) {
  const formed = !judged || document.body.classList.contains("formed");
  return all(".bt [id^='v-']").filter((element) => {
    if (element.closest("[hidden]") || (!formed && element.classList.contains("fm"))) return false;
    const own = element.id.slice(2);
    const entry = entries.get(own);
    return isLit(own) && (!ofSense || entry?.readings.some(({ tier, sigla }) => tier === "sense" && sigla.some((siglum) => entry.lit.has(siglum))));
  });
}
function firstPlace() {
  for (const article of articles) {
    const found = article.hidden ? null : [...seedOf(article).querySelectorAll("[id^='v-']")].find((element) => isLit(element.id.slice(2)));
    if (found) return found;
  }
  return null;
}
function stepPlace(by, ofSense) {
  readAll();
  const list = places(ofSense && judged);
  if (!list.length) return say("No place is shown.");
  const from = document.activeElement.matches(".bt [id^='v-']") ? document.activeElement : current;
  let at = list.indexOf(from);
  if (at < 0 && from) {
    const ahead = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY;
    at = list.findIndex((each) => from.compareDocumentPosition(each) & ahead);
    if (at < 0) at = by > 0 ? -1 : list.length;
    else if (by > 0) at -= 1;
  }
  const next = list[(at + by + list.length) % list.length];
  mark(next.closest(".p"));
  next.scrollIntoView({ block: "nearest" });
  focus(next);
  goTo(next.id);
}
function announce(element) {
  const entry = entries.get(placeOf(element));
  if (!entry) return;
  const rows = all("tr", card).map((line) => all("th, td", line).map((cell) => plain(cell).trim().replace("→", "becomes")).filter(Boolean).join(" ")).join("; ");
  say(`${card.querySelector(".h").textContent}, ${entry.state}. ${rows}`);
}
function plain(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.className === "vh") return "";
  return [...node.childNodes].map(plain).join("");
}
/* Move to the next place with the same difference, which a link beside the place names. */
function stepSame() {
  const place = document.activeElement.closest(".v[id^='v-']");
  const link = place && one(`a-${place.id.slice(2)}`)?.querySelector(".el a");
  if (!link) return say("No other place has the same difference.");
  link.click();
}
function stepPassage(by) {
  const list = articles.filter((article) => !article.hidden);
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
  if (event.key === "Escape") return closeCard();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (arrow && event.target.matches?.(".bt [id^='v-']")) { stepPlace(arrow, false); event.preventDefault(); return; }
  if (!one("single").checked || event.target.closest?.("input:not([type=checkbox]), select, textarea, dialog")) return;
  if ("npNP".includes(event.key)) stepPlace(event.key.toLowerCase() === "n" ? 1 : -1, event.key > "Z");
  else if (event.key === "j" || event.key === "k") stepPassage(event.key === "j" ? 1 : -1);
  else if (event.key === "e") stepSame();
  else if (event.key === "a") unfold(anyFolded());
  else if (event.key === "?") one("keys").showModal();
  else if (/^[1-9]$/.test(event.key)) boxes[event.key - 1]?.click();
  else return;
  event.preventDefault();
});

/* Each list of links is one tab stop; the arrow keys move inside it. */
for (const list of all(".ov .bars, .app")) {
  const links = all("a", list);
  links.forEach((link, number) => { if (number) link.setAttribute("tabindex", "-1"); });
  list.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const next = by && links[links.indexOf(document.activeElement) + by];
    if (!next) return;
    document.activeElement.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
    event.preventDefault();
  });
}

/* Highlight all marks of a place together. */
let hot = [];
function light(target) {
  for (const element of hot) element.classList.remove("hot");
  hot = [];
  if (!target) return;
  const place = placeOf(target);
  const article = one(`v-${place}`)?.closest(".p");
  hot = article ? all(`.v[data-v~="${CSS.escape(place)}"]`, article) : [];
  const item = one(`a-${place}`);
  if (item) hot.push(item);
  for (const element of hot) element.classList.add("hot");
}
document.body.addEventListener("click", (event) => {
  if (event.target.closest("a[href^='#']")) return;
  const found = event.target.closest(".p .v");
  const item = found && isMarked(found) && one(`v-${placeOf(found)}`);
  /* Words that were selected are about to be copied. */
  if (item && getSelection().isCollapsed) { mark(item.closest(".p")); focus(item); goTo(item.id); }
});

/* A link keeps the active filters. */
document.body.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link || link.matches(".skip")) return;
  event.preventDefault();
  goTo(link.getAttribute("href").slice(1));
  show(link.getAttribute("href").slice(1));
});

tools.addEventListener("change", (event) => {
  if (event.target.id === "form") document.body.classList.toggle("formed", event.target.checked);
  else if (event.target.matches("[data-witness], #kind, #which")) apply();
});
one("unfold").addEventListener("click", () => unfold(anyFolded()));
one("help").addEventListener("click", () => one("keys").showModal());
one("theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
new ResizeObserver(() => root.style.setProperty("--tools", getComputedStyle(tools).position === "sticky" ? `${tools.offsetHeight}px` : "0px")).observe(tools);
addEventListener("hashchange", readAddress);
one("unfold").hidden = !folds.size && !gathered.length;
one("shown").textContent = `${articles.filter((article) => !article.hidden).length} of ${articles.length}`;
stopAt(document.querySelector(".p:not([hidden]) .bt [id^='v-']"));
readAddress();
})();
