// A route knows on this device which steps were read, and its own page leads on from there.
{
  const id = document.documentElement.dataset.route;
  const bar = id && document.querySelector(`.route[data-route="${id}"]`);
  const begin = document.querySelector("[data-begin]");
  try {
    const all = JSON.parse(localStorage.getItem("routes") ?? "{}");
    if (bar) {
      const steps = new Set([...(all[id] ?? []), Number(bar.dataset.stap)]);
      localStorage.setItem("routes", JSON.stringify({ ...all, [id]: [...steps] }));
    }
    const done = (begin && all[begin.dataset.begin]) ?? [];
    const steps = [...document.querySelectorAll(".stappen > li")];
    steps.forEach((step, index) => step.classList.toggle("gelezen", done.includes(index + 1)));
    const next = steps.findIndex((_, index) => !done.includes(index + 1));
    if (done.length && next > 0) {
      begin.href = steps[next].querySelector("a").href;
      begin.textContent = `Ga verder bij stap ${next + 1}`;
    }
  } catch (error) {
    if (
      !(error instanceof DOMException || error instanceof SyntaxError || error instanceof TypeError)
    )
      throw error;
  }
}
