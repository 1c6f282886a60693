(function () {
/* memory.js */
  // One row of a matching set: its event is asked, the dates of the whole set (spare ones too) are the options, in time
  // order. Without this script the card is the set as a table with one gap, and its dates as a list.
  var root = document.getElementById("dd"), box = document.getElementById("dd-pairs");
  var id = document.getElementById("dd-id"), verdict = document.getElementById("dd-verdict");
  var gap = box && box.querySelector(".cloze"), dates = box && box.querySelector(".dd-dates");
  if (!root || !gap || !dates || !id || !verdict) return;
  var back = root.getAttribute("data-side") === "back", row = gap;
  while (row && row.tagName !== "TR") row = row.parentNode;
  function words(text) { return (text || "").replace(/\s+/g, " ").trim(); }
  var shown = document.createElement("div");
  shown.innerHTML = back ? gap.innerHTML : gap.getAttribute("data-cloze") || "";  // older Anki has no data-cloze
  var options = [].slice.call(dates.querySelectorAll("li")).map(function (item) { return words(item.textContent); });
  var answer = words(shown.textContent), right = options.indexOf(answer);
  if (!row || right < 0) return;
  var number = gap.getAttribute("data-ordinal") || "", key = "datedeck|" + id.textContent + "|" + number;
  var state = (back && kept(key)) || { pick: null };
  if (!back) keep(key, state);
  document.getElementById("dd-event").innerHTML = row.cells[0].innerHTML;
  var list = document.createElement("ul"), buttons = [];
  list.className = "dd-options dd-short";
  options.forEach(function (date, place) {
    var plain = document.createElement("span");
    plain.textContent = date;
    list.appendChild(button("ABCDEFGHIJKL".charAt(place), plain.innerHTML, back ? null : function () {
      if (state.pick !== null) return;
      state.pick = place;
      keep(key, state);
      judge(buttons, right, place, verdict);
    }));
  });
  buttons = [].slice.call(list.querySelectorAll("button"));
  dates.hidden = true;
  box.parentNode.insertBefore(list, back ? verdict : box);
  if (!back) box.hidden = true;
  if (back) {
    row.className = "dd-asked";
    document.getElementById("answer").textContent = answer;
    judge(buttons, right, state.pick, verdict);
    [].forEach.call(document.querySelectorAll("#dd-quote > ol > li"), function (quote) {
      quote.hidden = number !== "" && quote.getAttribute("value") !== number;
    });
  }
  letters(!back);
})();
