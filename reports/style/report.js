// Conveniences only: the page reads, switches its language and filters without this script.
(() => {
  "use strict";
  const root = document.documentElement;
  const key = "auditor-report-language";

  const show = (lang) => {
    root.lang = lang;
    document.title = root.dataset[lang === "en" ? "titleEn" : "titleTh"];
  };

  const remembered = () => {
    try { return localStorage.getItem(key); } catch { return null; } // no storage for files in some browsers
  };

  const remember = (lang) => {
    try { localStorage.setItem(key, lang); } catch { /* as above */ }
  };

  for (const lang of ["th", "en"]) {
    const button = document.getElementById(`lang-${lang}`);
    button.addEventListener("change", () => { remember(lang); show(lang); });
    if (remembered() === lang) button.checked = true;
    if (button.checked) show(lang);
  }

  // Boxes that narrow down what is shown: rows that hold every word typed, of the category chosen.
  const boxes = [...document.querySelectorAll("input[data-rows]")];
  const category = document.getElementById("find-category");
  const lacking = document.getElementById("find-lacking");
  const folded = (text) => text.normalize("NFC").toLowerCase();

  const narrow = (box) => {
    const words = folded(box.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of document.querySelectorAll(box.dataset.rows)) {
      const other = (row.matches(".req") && category.value && row.parentElement.dataset.category !== category.value)
        || (row.cells && lacking.value && !row.cells[lacking.value].classList.contains("lacks"));
      const text = words.length ? folded(row.textContent) : "";
      const fits = !other && words.every((word) => text.includes(word));
      row.classList.toggle("unfit", !fits);
      shown += fits;
    }
    for (const part of document.querySelectorAll(".category, [data-rule]")) {
      const rows = part.querySelectorAll(".req, .finding");
      part.classList.toggle("unfit", rows.length > 0 && [...rows].every((row) => row.classList.contains("unfit")));
    }
    box.parentElement.querySelector("output").textContent = words.length || box.parentElement.querySelector("select")?.value ? shown.toLocaleString() : "";
  };

  const clear = () => {
    for (const select of document.querySelectorAll(".find select")) select.value = "";
    for (const box of boxes) { box.value = ""; narrow(box); }
  };

  for (const box of boxes) {
    box.parentElement.hidden = false;
    let waiting = 0;
    box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(narrow, 120, box); });
    box.parentElement.querySelector("select")?.addEventListener("change", () => narrow(box));
  }

  // Tables that a click on a head sorts; what has no value comes last either way.
  for (const head of document.querySelectorAll(".items thead th")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const each of head.parentElement.children) each.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const body = head.closest("table").tBodies[0];
      const of = (row) => {
        const cell = row.cells[head.cellIndex];
        const text = cell.dataset.v ?? cell.textContent.trim();
        return text === "–" ? "" : text;
      };
      const order = new Intl.Collator("th", { numeric: true });
      const rows = [...body.rows].map((row) => [of(row), row]);
      rows.sort(([a], [b]) => (a === "") - (b === "") || (up ? 1 : -1) * order.compare(a, b));
      body.append(...rows.map(([, row]) => row));
    });
  }

  // A link into a folded or filtered part opens it first.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (const id of ["show-all", "severity-all"]) {
      const button = document.getElementById(id);
      if (button) button.checked = true;
    }
    if (target.closest(".unfit")) clear();
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  // On paper nothing can be unfolded.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open]):not(.dispute)")];
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of opened) part.open = false; });
})();
