// Conveniences only: without this script the page of all agencies reads, prints and switches its language.
(() => {
  "use strict";
  // On paper nothing can be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of folded) part.open = false; });

  const root = document.documentElement;
  const table = document.querySelector(".agencies");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const first = 5; // the column of the first category
  const number = (value) => value === undefined ? NaN : Number(value);
  const points = (cell) => number(cell.dataset.v);
  const mean = (numbers) => numbers.length ? (numbers.reduce((sum, each) => sum + each, 0) / numbers.length).toFixed(1) : "–";

  // The page may be read long after it was made: results grow old all the same. Days are those of Bangkok.
  const today = Math.floor((Date.now() / 1000 + 7 * 3600) / 86400);
  const stale = Number(root.dataset.stale);
  const age = today - Number(root.dataset.made);
  if (age > 0) {
    const flag = document.getElementById("old-flag").content.firstElementChild;
    for (const node of document.querySelectorAll("[data-day]")) {
      const days = today - Number(node.dataset.day);
      const cell = node.querySelector("td.age");
      if (cell) {
        cell.dataset.v = days;
        cell.querySelector("b").textContent = days.toLocaleString("en");
      }
      if (days <= stale || (node.dataset.state && node.dataset.state !== "current")) continue;
      if (node.dataset.state) node.dataset.state = "old";
      if (!node.querySelector(".old-flag")) (node.cells?.[0] ?? node).append(flag.cloneNode(true));
    }
    document.getElementById("page-old").hidden = age <= stale;
    document.getElementById("page-age").textContent = age.toLocaleString("en");
    const counted = (state) => rows.filter((row) => row.dataset.state === state);
    for (const state of ["current", "old"]) {
      document.querySelector(`[data-total="${state}"]`).textContent = counted(state).length.toLocaleString("en");
    }
    const scores = counted("current").map((row) => points(row.cells[1])).filter((each) => !isNaN(each));
    document.querySelector('[data-total="average"]').textContent = mean(scores);
  }

  // Filters.
  const field = (id) => document.getElementById(id);
  const plain = (text) => text.normalize("NFC").toLowerCase();
  const words = new Map(rows.map((row) => [row, plain(row.cells[0].textContent)]));
  const choices = [["by-tag", "tag"], ["by-district", "district"], ["by-province", "province"], ["by-unit", "unit"], ["by-state", "state"]]
    .filter(([id]) => field(id));

  const fits = (row) => choices.every(([id, name]) => {
    const wanted = field(id).value;
    if (wanted === "") return true;
    if (wanted === "failed") return row.dataset.failed !== undefined;
    return (row.dataset[name] ?? "").trim().split(" ").includes(wanted);
  });

  const filter = () => {
    const wanted = plain(field("find").value).split(/\s+/).filter(Boolean);
    for (const row of rows) row.hidden = !(fits(row) && wanted.every((word) => words.get(row).includes(word)));
    const shown = rows.filter((row) => !row.hidden);
    field("shown").textContent = shown.length.toLocaleString("en");
    const current = shown.filter((row) => row.dataset.state === "current");
    const cells = table.tFoot.rows[0].cells;
    for (let place = 1; place < cells.length; place += 1) {
      const average = cells[place].querySelector("[data-average]");
      if (average) average.textContent = mean(current.map((row) => points(row.cells[place])).filter((each) => !isNaN(each)));
    }
  };

  field("find").addEventListener("input", filter);
  for (const [id] of choices) field(id).addEventListener("change", filter);
  field("reset").addEventListener("click", () => {
    field("find").value = "";
    for (const [id] of choices) field(id).value = "";
    filter();
  });

  // Sorting: what has no value stands last either way.
  const heads = [...table.tHead.rows[0].cells];
  const order = new Intl.Collator("th", { numeric: true });
  const named = (row) => row.querySelector(".name").textContent;

  const sort = (place, falling) => {
    const kind = heads[place].querySelector(".by").dataset.kind;
    const value = (row) => kind === "day" ? number(row.dataset.day) : points(row.cells[place]);
    const way = falling ? -1 : 1;
    const sorted = rows.slice().sort((a, b) => {
      if (kind === "text") return way * order.compare(named(a), named(b));
      const [x, y] = [value(a), value(b)];
      if (isNaN(x) || isNaN(y)) return isNaN(x) - isNaN(y);
      return way * (x - y);
    });
    body.append(...sorted);
    heads.forEach((head, number) => {
      if (number === place) head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    field("sort-by").value = `${place} ${falling ? "down" : "up"}`;
  };

  heads.forEach((head, place) => {
    head.querySelector(".by").addEventListener("click", () => sort(place, head.getAttribute("aria-sort") === "ascending"));
  });

  // The same for narrow screens, where the heads are not seen.
  const said = (head, lang) => {
    const part = head.querySelector(".vh, .by").cloneNode(true);
    for (const other of part.querySelectorAll(lang === "th" ? ".en" : ".th")) other.remove();
    return part.textContent.trim();
  };
  heads.forEach((head, place) => {
    for (const way of ["up", "down"]) {
      const option = document.createElement("option");
      option.value = `${place} ${way}`;
      option.textContent = `${said(head, "th")} • ${said(head, "en")} ${way === "up" ? "↑" : "↓"}`;
      field("sort-by").append(option);
    }
  });
  field("sort-by").selectedIndex = -1;
  field("sort-by").addEventListener("change", () => {
    const [place, way] = field("sort-by").value.split(" ");
    sort(Number(place), way === "down");
  });

  filter(); // a browser may remember what was chosen, and results may have grown old
  document.querySelector(".tools").hidden = false;
})();
