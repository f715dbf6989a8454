// Old names of records, and names that were withdrawn. They are fetched when an address or this device
// holds a name that the page does not know: most readers never need them.
const source = new URL("../data/verhuisd.json", import.meta.url);
const none = { verhuisd: {}, ingetrokken: [] };
let asked;
const ask = async () => {
  try {
    const answer = await fetch(source);
    return answer.ok ? await answer.json() : none;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    return none; // no connection: what is known stays as it is
  }
};
window.oudeNamen = () => (asked ??= ask());
