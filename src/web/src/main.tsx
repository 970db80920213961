import { createRoot } from "react-dom/client";
import { App } from "./App";
import { apply } from "./theme";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/search.css";

apply();
createRoot(document.getElementById("page")!).render(<App />);
