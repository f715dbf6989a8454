// Takes a reader from an old address to the new one, with the section and the question in the address.
// Without it the page itself says where to go.
{
  const link = document.querySelector("[data-verhuisd]");
  const section = [...document.querySelectorAll("a[id]")].find(
    (each) => location.hash === `#${each.id}`,
  );
  const end = new URL((section ?? link).href);
  if (!end.hash) end.hash = location.hash;
  if (!end.search) end.search = location.search;
  location.replace(end);
}
