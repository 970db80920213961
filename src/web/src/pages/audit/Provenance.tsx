import type { View } from "../../api/client";
import { Quote } from "../../text/words";

/** What the audit was made from: with it a second person gets the same figures. */
export function Provenance({ audit: { provenance } }: { audit: View<"AuditView"> }) {
  return <details className="provenance"><summary>复核依据</summary>
    <dl>
      <dt>程序版本</dt><dd><code>{provenance.program}</code></dd>
      <dt>档案库</dt><dd><code>{provenance.archive}</code></dd>
      {provenance.judgements && <><dt>标记与排除</dt><dd><code>{provenance.judgements}</code></dd></>}
      <dt>本文 SHA-256</dt><dd><code>{provenance.sourceHash}</code></dd>
      {provenance.otherHashes.map(file => <div key={file.hash}><dt><Quote text={file.name} className="file" />{file.mark && `（${file.mark}）`}</dt><dd><code>{file.hash}</code></dd></div>)}
      <dt>比对设置</dt><dd>{Object.entries(provenance.settings).map(([name, value]) => `${name} = ${value}`).join("，")}</dd>
    </dl></details>;
}
