// Says of each date that can be past whether it is, on the reader's own day: pages know no today.
(() => {
  "use strict";

  const marks = new Map(); // from the dates to what stands behind them

  const digits = (number, length) => String(number).padStart(length, "0");

  const markAll = () => {
    const now = new Date();
    const today = `${digits(now.getFullYear(), 4)}-${digits(now.getMonth() + 1, 2)}-${digits(now.getDate(), 2)}`;
    // Both are written so that the earlier one comes first.
    const isPast = (time) => time.dateTime.length === today.length && time.dateTime < today;

    for (const [time, nodes] of marks) {
      const [, mark] = nodes;
      if (time.isConnected && mark.isConnected && isPast(time) && mark.textContent === time.dataset.past) continue;
      nodes.forEach((node) => node.remove());
      marks.delete(time);
    }
    for (const time of document.querySelectorAll("time[data-past]")) {
      if (marks.has(time) || !isPast(time)) continue;
      const mark = document.createElement("strong");
      mark.className = "past";
      mark.textContent = time.dataset.past;
      const nodes = [new Text(" "), mark];
      time.after(...nodes);
      marks.set(time, nodes);
    }
  };

  markAll();
  // The preview has changed the page in place.
  document.addEventListener("rolebook:update", markAll);
})();
