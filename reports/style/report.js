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

  // A link into a folded or filtered part opens it first.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    document.getElementById("show-all").checked = true;
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  // On paper nothing can be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open]):not(.dispute)")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of folded) part.open = false; });
})();
