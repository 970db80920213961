// 起草: a draft beside what the archive has of it, and passages to learn from.
import type { PageProps } from "../../App";
import { Check } from "./Check";
import { Exemplars } from "./Exemplars";
import "../../styles/draft.css";

export default function DraftPage({ route }: PageProps) {
  const exemplars = route.name === "exemplars";
  return <div className="column wide draft">
    <h1>起草</h1>
    <nav className="tabs" aria-label="起草">
      <a href="#/draft" aria-current={exemplars ? undefined : "page"}>查稿</a>
      <a href="#/exemplars" aria-current={exemplars ? "page" : undefined}>范例</a>
    </nav>
    {exemplars ? <Exemplars key={route.query.toString()} query={route.query} /> : <Check />}
  </div>;
}
