// How much the archive holds.
import { get } from "./client";
import { useAnswer } from "./useAnswer";

export const useStats = () => useAnswer("stats", signal => get("/api/v1/stats", {}, signal));
