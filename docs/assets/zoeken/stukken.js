// The pieces of the index, each held against what it must be. Pagefind passes over a piece of its
// index that does not come or is something else, and then finds nothing: so we look before it does.

const SIGN = "pagefind_dcd";
let start = null, fault = null;

/** From now on what Pagefind fetches below `folder` goes through here. */
export function guardPieces(folder) {
  if (start) return;
  start = folder.href;
  const fetchPlainly = globalThis.fetch;
  globalThis.fetch = async (asked, ...rest) => {
    const address = new URL(asked.url ?? asked, location.href);
    if (!address.href.startsWith(start)) return fetchPlainly(asked, ...rest);
    try {
      return await readPiece(await fetchPlainly(asked, ...rest), address);
    } catch (error) {
      // What a single result needs is told by that result itself.
      if (!address.pathname.includes("/fragment/")) fault = error;
      throw error;
    }
  };
  // Pagefind lets go of a promise while it starts: what failed is told by the question.
  addEventListener("unhandledrejection", (event) => {
    if (fault || /pagefind/i.test(event.reason?.message)) event.preventDefault();
  });
}

async function readPiece(answer, address) {
  if (!answer.ok) throw new TypeError(`${address.pathname}: ${answer.status}`);
  if (!/\.(pf_\w+|pagefind)$/.test(address.pathname)) return answer;
  const content = await unpack(new Uint8Array(await answer.arrayBuffer()));
  if (new TextDecoder().decode(content.subarray(0, SIGN.length)) !== SIGN) throw new TypeError(`${address.pathname}: no piece of an index`);
  return new Response(content);
}

/** A host that is clever about compression has unpacked it already. */
async function unpack(packed) {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Throw what went wrong since the last time. */
export function throwFault() {
  if (!fault) return;
  const error = fault;
  fault = null;
  throw error;
}
