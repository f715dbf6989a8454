// Before the page is drawn: say that scripts run, and set the colours chosen on this device.
(() => {
  const root = document.documentElement;
  root.dataset.script = "ja";
  try {
    const chosen = localStorage.getItem("kleuren");
    if (chosen) root.dataset.kleuren = chosen;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // storage is switched off: follow the device
  }
})();
