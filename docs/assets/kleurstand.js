// Before the page is drawn: say that scripts run, set the colours chosen on this device, and show the
// route that the address names.
(() => {
  const root = document.documentElement;
  root.dataset.script = "ja";
  const route = new URLSearchParams(location.search).get("route");
  if (route && /^[\w-]+$/.test(route) && document.adoptedStyleSheets) {
    root.dataset.route = route;
    const style = new CSSStyleSheet();
    style.replaceSync(`.route[data-route="${route}"] { display: block; }`);
    document.adoptedStyleSheets = [style];
  }
  try {
    const chosen = localStorage.getItem("kleuren");
    if (chosen) root.dataset.kleuren = chosen;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // storage is switched off: follow the device
  }
})();
