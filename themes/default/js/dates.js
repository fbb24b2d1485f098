// Says of each date that can be past whether it is, on the reader's own day: pages know no today.
(() => {
  "use strict";

  const now = new Date();
  const digits = (number, length) => String(number).padStart(length, "0");
  const today = `${digits(now.getFullYear(), 4)}-${digits(now.getMonth() + 1, 2)}-${digits(now.getDate(), 2)}`;

  for (const time of document.querySelectorAll("time[data-past]")) {
    // Both are written so that the earlier one comes first.
    if (time.dateTime.length !== today.length || time.dateTime >= today) continue;
    const mark = document.createElement("strong");
    mark.className = "past";
    mark.textContent = time.dataset.past;
    time.after(" ", mark);
  }
})();
