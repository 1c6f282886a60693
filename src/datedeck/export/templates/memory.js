  // What the front drew and what was chosen must reach the back: the same page on the desktop, a new page on AnkiDroid.
  function keep(key, state) {
    window[key] = state;
    try { sessionStorage.setItem(key, JSON.stringify(state)); } catch (e) { /* the window holds it */ }
  }
  function kept(key) {
    try { var text = sessionStorage.getItem(key); if (text) return JSON.parse(text); } catch (e) { /* look in the window */ }
    return window[key] || null;
  }
  function storing() {
    try { sessionStorage.setItem("datedeck", "1"); return true; } catch (e) { return false; }
  }
  // Without storage both sides draw from the same seed: this card on this day (FNV-1a into mulberry32).
  function seeded(text) {
    var state = 2166136261;
    for (var i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 16777619);
    return function () {
      state = (state + 0x6D2B79F5) | 0;
      var mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }
  function shuffled(list, chance) {
    for (var i = list.length - 1; i > 0; i--) {
      var j = Math.floor(chance() * (i + 1)), held = list[i];
      list[i] = list[j]; list[j] = held;
    }
    return list;
  }
  // One option as a button; `tappable` keeps AnkiMobile and AnkiDroid from turning the card at a tap.
  function button(letter, html, chosen) {
    var item = document.createElement("li"), made = document.createElement("button");
    made.type = "button";
    made.className = "dd-option tappable";
    made.innerHTML = '<span class="dd-letter" aria-hidden="true">' + letter + "</span><span>" + html +
      '</span><span class="dd-mark"></span>';
    if (chosen) made.onclick = function (event) { event.stopPropagation(); chosen(); };
    item.appendChild(made);
    return item;
  }
  function judge(buttons, right, pick, verdict) {
    buttons.forEach(function (made, place) {
      var mark = place === right ? "right" : place === pick ? "wrong" : "other";
      made.className = "dd-option tappable dd-" + mark;
      made.lastChild.textContent = { right: "✓", wrong: "✗", other: "" }[mark];
      made.setAttribute("aria-disabled", "true");
    });
    if (pick === null || pick < 0) return;
    verdict.className = "dd-verdict " + (pick === right ? "dd-right" : "dd-wrong");
    verdict.textContent = pick === right ? "Right" : "Not this one";
  }
  // Digits belong to Anki's own answer keys, so letters choose.
  function letters(front) {
    if (window.datedeckKeys) document.removeEventListener("keydown", window.datedeckKeys);
    window.datedeckKeys = front && function (event) {
      var place = "abcdefghijkl".indexOf((event.key || "?").toLowerCase());
      if (place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
      var made = document.querySelectorAll("#dd .dd-option")[place];
      if (made) made.click();
    };
    if (front) document.addEventListener("keydown", window.datedeckKeys);
  }
