// The switch between the device's colours, light and dark; the choice stays on this device.
{
  const root = document.documentElement;
  root.dataset.script = "ja"; // in an edition, today's policy may not know the script that says so before
  for (const option of document.querySelectorAll("input[name=kleuren]")) {
    option.checked = option.value === (root.dataset.kleuren ?? "");
    option.addEventListener("change", () => {
      if (option.value) root.dataset.kleuren = option.value;
      else delete root.dataset.kleuren;
      try {
        if (option.value) localStorage.setItem("kleuren", option.value);
        else localStorage.removeItem("kleuren");
      } catch (error) {
        if (!(error instanceof DOMException)) throw error; // storage is switched off: for this page only
      }
    });
  }
}
