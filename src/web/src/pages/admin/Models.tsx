// 模型说明: what each model knows, from what, how often it is right, where it errs, and which file it is.
import cards from "virtual:model-cards";
import { get } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { Prose } from "../../parts/Prose";
import { bytes } from "../../text/format";

export default function Models() {
  const state = useAnswer("functions", signal => get("/api/v1/functions", {}, signal)).value;
  return <>
    <p className="lead">程序里凡是“学来的”判断，都在这里交代：管什么，学自什么，有多准，会错在哪里。查重不靠模型：文字相同就是相同，可以逐字核对。</p>
    {cards.map(card => <section key={card.model} className="card model-card">
      <Prose text={card.text} level={2} />
      {card.model === "functions" && state?.own && <p className="note">本档案库现在用的是自己训练的模型（校验值 <code>{state.weights.slice(0, 16)}…</code>），以上说的是随程序提供的那一个。</p>}
      <details><summary>文件与校验值</summary><dl className="files">{card.files.map(file => <div key={file.name}><dt>{file.name}　<span className="quiet">{bytes(file.bytes)}</span></dt>
        <dd>SHA-256 <code>{file.sha256}</code></dd></div>)}</dl></details>
    </section>)}
  </>;
}
