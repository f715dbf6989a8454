// A course package of a list, made here: the same Common Cartridge 1.1 as exports/cartridge makes of a
// route. See there for why it looks like this; tests/cartridge_reading.py reads both.

const CARTRIDGE = "http://www.imsglobal.org/xsd/imsccv1p1";
const LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM";
const PROFILE = "http://www.imsglobal.org/profile/cc/ccv1p1";
const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
// XML knows no control characters; halves of a pair are no characters at all.
export const escapeXml = (text) =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(
      /[&<>"]/g,
      (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign],
    );
const nameId = (id) => id.replace(/[^\w-]/g, "-");
const TITLES = { leerroute: "Leerroute: ", thema: "Thema: ", casus: "Casus: " };

const writePage = (title, body) =>
  `<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escapeXml(title)}</title>\n<base target="_blank">\n</head>\n<body>\n<h1>${escapeXml(title)}</h1>\n${body}\n</body>\n</html>\n`;

const introduce = ({ title, link, rows }, given) => {
  const items = rows.map(
    ({ page, note }) =>
      `<li><a href="${escapeXml(page.adres)}">${escapeXml(page.titel)}</a>${note.trim() ? `: ${escapeXml(note.trim())}` : ""}</li>`,
  );
  const [licence, address] = given.licentie;
  return `<ol>\n${items.join("\n")}\n</ol>
<p>Elke link gaat naar de kennisbank zelf en toont dus wat er vandaag staat. Importeer dit pakket één keer: een tweede keer zet alles er dubbel in.</p>
<p><a href="${escapeXml(link)}">${escapeXml(title)}</a>, gekozen uit <a href="${escapeXml(given.adres)}">${escapeXml(given.naam)}</a>. Licentie: <a href="${escapeXml(address)}">${escapeXml(licence)}</a>.</p>`;
};

const askAll = (asking) =>
  asking
    .map(
      ({ title, address, questions }) =>
        `<h2><a href="${escapeXml(address)}">${escapeXml(title)}</a></h2>\n<ul>\n${questions.map((each) => `<li>${escapeXml(each)}</li>`).join("\n")}\n</ul>`,
    )
    .join("\n");

/** Give the modules: about the package, then the list itself under a link that is its heading. */
const outline = (list, given) => {
  const { key, title, link, rows, asking } = list;
  const about = `Over dit pakket: ${title}`;
  const links = rows.map(({ page }) => ({
    id: `${key}-${nameId(page.id)}`,
    title: `${TITLES[page.id.split("/")[0]] ?? ""}${page.titel}`,
    url: page.adres,
  }));
  const questions = asking.length
    ? [
        {
          id: `${key}-vragen`,
          title: `Vragen bij ${title}`,
          html: writePage(`Vragen bij ${title}`, askAll(asking)),
        },
      ]
    : [];
  return [
    {
      id: `${key}-over`,
      title: about,
      items: [{ id: `${key}-over`, title: about, html: writePage(about, introduce(list, given)) }],
    },
    {
      id: `${key}-lijst`,
      title,
      items: [{ id: `${key}-start`, title: `Les: ${title}`, url: link }, ...links, ...questions],
    },
  ];
};

const fileOf = (item) => (item.url ? `links/${item.id}.xml` : `teksten/${item.id}.html`);
const writeLink = ({ title, url }) =>
  `${HEAD}<webLink xmlns="${CARTRIDGE}/imswl_v1p1"><title>${escapeXml(title)}</title><url href="${escapeXml(url)}" target="_blank"/></webLink>\n`;
const writeItem = ({ id, title }) =>
  `<item identifier="item-${id}" identifierref="bron-${id}"><title>${escapeXml(title)}</title></item>`;
const writeModule = ({ id, title, items }) =>
  `<item identifier="module-${id}"><title>${escapeXml(title)}</title>\n${items.map(writeItem).join("\n")}\n</item>`;
const writeResource = (item) =>
  item.url
    ? `<resource identifier="bron-${item.id}" type="imswl_xmlv1p1"><file href="${fileOf(item)}"/></resource>`
    : `<resource identifier="bron-${item.id}" type="webcontent" href="${fileOf(item)}"><file href="${fileOf(item)}"/></resource>`;
const say = (tag, text) =>
  `<lomimscc:${tag}><lomimscc:string language="nl">${escapeXml(text)}</lomimscc:string></lomimscc:${tag}>`;

const writeManifest = ({ key, title }, modules, given) => {
  const items = modules.flatMap((module) => module.items);
  const licence = `${given.uitgever}, ${given.licentie.join(", ")}`;
  return `${HEAD}<manifest xmlns="${CARTRIDGE}/imscp_v1p1" xmlns:lomimscc="${LOM}/manifest" xmlns:lom="${LOM}/resource" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${CARTRIDGE}/imscp_v1p1 ${PROFILE}/ccv1p1_imscp_v1p2_v1p0.xsd ${LOM}/manifest ${PROFILE}/LOM/ccv1p1_lommanifest_v1p0.xsd" identifier="kennisbank-${key}">
<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>
<lomimscc:lom><lomimscc:general>${say("title", title)}<lomimscc:language>nl</lomimscc:language>${say("description", `Een lijst uit ${given.naam}`)}</lomimscc:general>
<lomimscc:rights><lomimscc:copyrightAndOtherRestrictions><lomimscc:value>yes</lomimscc:value></lomimscc:copyrightAndOtherRestrictions>${say("description", licence)}</lomimscc:rights></lomimscc:lom></metadata>
<organizations><organization identifier="inhoud" structure="rooted-hierarchy"><item identifier="wortel">
${modules.map(writeModule).join("\n")}
</item></organization></organizations>
<resources>
${items.map(writeResource).join("\n")}
</resources>
</manifest>
`;
};

/** Give the package as bytes. A zip has days from 1980; this one has the first, so that only what is in it counts. */
export const packCourse = (list, given, { zipSync, strToU8 }) => {
  const modules = outline(list, given);
  const items = modules.flatMap((module) => module.items);
  const files = { "imsmanifest.xml": strToU8(writeManifest(list, modules, given)) };
  for (const item of items) files[fileOf(item)] = strToU8(item.html ?? writeLink(item));
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
};
