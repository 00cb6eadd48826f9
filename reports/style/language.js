// The switch of the language works without this script; it remembers the choice, and tells the browser of it.
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
})();
