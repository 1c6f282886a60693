(function () {
/* memory.js */
  // Draws the right option and three of the wrong ones. Without this script the whole list stands there, readable.
  var DRAWN = 4;
  var root = document.getElementById("dd"), box = document.getElementById("dd-options");
  var id = document.getElementById("dd-id"), verdict = document.getElementById("dd-verdict");
  if (!root || !box || !id || !verdict) return;
  var back = root.getAttribute("data-side") === "back", timed = root.getAttribute("data-order") === "time";
  var options = [].slice.call(box.querySelectorAll("li")), right = -1, wrong = [];
  options.forEach(function (option, place) { if (option.className === "dd-key") right = place; else wrong.push(place); });
  if (right < 0 || !wrong.length) return;
  var key = "datedeck|" + id.textContent + "|" + root.getAttribute("data-card");
  var state = back ? kept(key) : null;
  if (!state || state.of !== options.length) {
    var chance = storing() && !back ? Math.random : seeded(key + new Date().toDateString());
    var order = shuffled(wrong, chance).slice(0, DRAWN - 1).concat([right]);
    order = timed ? order.sort(function (one, other) { return one - other; }) : shuffled(order, chance);
    state = { of: options.length, order: order, pick: null };
    if (!back) keep(key, state);
  }
  var list = document.createElement("ul"), buttons = [], at = state.order.indexOf(right);
  list.className = "dd-options";
  state.order.forEach(function (option, place) {
    list.appendChild(button("ABCD".charAt(place), options[option].innerHTML, back ? null : function () {
      if (state.pick !== null) return;
      state.pick = place;
      keep(key, state);
      judge(buttons, at, place, verdict);
    }));
  });
  box.innerHTML = "";
  box.appendChild(list);
  buttons = [].slice.call(list.querySelectorAll("button"));
  if (back) judge(buttons, at, state.pick, verdict);
  letters(!back);
})();
