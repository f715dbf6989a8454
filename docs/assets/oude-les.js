// Until November 2026 a list stood in the address of this page.
const list = new URLSearchParams(location.search).get("les");
if (list)
  location.replace(
    `../lijst/?lijst=${list.split(",").map(encodeURIComponent).join(",").replaceAll("%2F", "/")}`,
  );
