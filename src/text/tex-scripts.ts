const superscripts = pairs(
  "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻAᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂβᵝγᵞδᵟθᶿφᵠχᵡ",
);
const subscripts = pairs("0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ");

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/(.)(.)/gu)].map(([, base = "", script = ""]) => [base, script]));
}

/**
 * A super- or subscript as text. Unicode's raised and lowered letters are used only if there is one for every
 * character; otherwise `^x` or `_x`, and `^(x+y)` for more than one character. Their NFKC form is the script's text.
 */
export function scriptText(sign: "^" | "_", script: string): string {
  if (sign === "^" && /^(?:[′″‴⁗]+|∘)$/.test(script)) return script === "∘" ? "°" : script;
  const characters = Array.from(script.replace(/\s+/g, ""));
  if (characters.length === 0) return "";
  const forms = sign === "^" ? superscripts : subscripts;
  if (characters.every((one) => forms.has(one))) return characters.map((one) => forms.get(one)).join("");
  const isOne = Array.from(script.normalize("NFC")).length === 1;
  return isOne ? sign + script : `${sign}(${script})`;
}
