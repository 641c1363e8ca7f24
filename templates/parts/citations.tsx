import type { VNode } from "preact";
import type { CitationForm } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";

interface CitationsProps {
  readonly forms: readonly CitationForm[];
  readonly words: Words;
}

/** Every form of the citation in a fold of its own, the first one open; laid out as tabs where browsers can. */
export function Citations({ forms, words }: CitationsProps): VNode {
  return (
    <section class="after" id="cite">
      <h2>{words.cite}</h2>
      <div class="cite">
        {forms.map((form, index) => (
          <details key={form.kind} name="cite" open={index === 0}>
            <summary>{words.citationForms[form.kind]}</summary>
            <Form form={form} words={words} />
          </details>
        ))}
      </div>
    </section>
  );
}

function Form({ form, words }: { readonly form: CitationForm; readonly words: Words }): VNode {
  const { kind, text, download } = form;
  const name = words.citationForms[kind];
  return (
    <div class="out">
      {download === undefined ? (
        <p>{text}</p>
      ) : (
        <>
          <pre tabIndex={0} role="group" aria-label={name}>
            <code>{text.replaceAll("\r\n", "\n").trimEnd()}</code>
          </pre>
          <p class="file">
            <a class="lined" href={download} download>
              {words.download(name)}
            </a>
          </p>
        </>
      )}
    </div>
  );
}
