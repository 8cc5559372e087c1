// Comfort of lists: ticking by keyboard and by range, and rows of other services in one order. All of it works without.
(() => {
  'use strict';

  const picks = () => [...document.querySelectorAll('[data-pick]')];
  const bar = document.querySelector('[data-bulk]');

  const say = () => {
    const place = bar?.querySelector('[data-picked]');
    if (!place) return;
    const chosen = picks().filter(pick => pick.checked).length;
    const words = chosen === 0 ? 'none' : chosen === 1 ? 'one' : 'many';
    place.textContent = place.dataset[words].replace('{n}', chosen);
    bar.toggleAttribute('data-some', chosen > 0);
  };

  // With shift, all from the last tick to this one.
  let last = null;
  const tick = (pick, on, range) => {
    const all = picks();
    const [from, to] = [all.indexOf(last), all.indexOf(pick)].sort((one, other) => one - other);
    (range && from >= 0 ? all.slice(from, to + 1) : [pick]).forEach(one => { one.checked = on; });
    last = pick;
    say();
  };

  document.addEventListener('click', event => {
    if (event.target.matches?.('[data-pick]')) tick(event.target, event.target.checked, event.shiftKey);
    if (event.target.closest?.('[data-pick-all]')) {
      event.preventDefault();
      const some = picks().some(pick => !pick.checked);
      picks().forEach(pick => { pick.checked = some; });
      say();
    }
  });

  // x ticks the row in focus, X all from the last one that was ticked; the switch of the shortcuts holds for them too.
  const keysOn = () => { try { return localStorage.getItem('ui.keys') !== 'off'; } catch { return true; } };
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !keysOn()) return;
    if (event.key.toLowerCase() !== 'x' || event.target.closest('input:not([data-pick]), textarea, select')) return;
    const pick = document.activeElement?.closest('[data-item]')?.querySelector('[data-pick]');
    if (!pick) return;
    event.preventDefault();
    tick(pick, !pick.checked, event.key === 'X');
  });

  // b leads to what can be done: first to tick all where nothing is ticked, to a field that is to be filled, to the buttons.
  const begin = () => {
    const fields = 'select, input:not([type=hidden], [type=checkbox])';
    const field = bar.contains(document.activeElement) ? null : bar.querySelector(fields);
    const all = picks().some(pick => pick.checked) ? null : bar.querySelector('[data-pick-all]');
    (field ?? all ?? bar.querySelector('.buttons button, .buttons a'))?.focus();
  };
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !keysOn() || !bar) return;
    if (event.key !== 'b' || event.target.closest('input:not([type=checkbox]), textarea, select')) return;
    event.preventDefault();
    begin();
  });

  // Rows of other services, each with the days that it waits: into the list by the weights that the list says, as long as
  // nobody has begun to work in it.
  const join = part => {
    const list = document.querySelector('[data-joined]');
    if (!list || list.contains(document.activeElement)) return;
    const weights = JSON.parse(list.dataset.weights);
    const points = row => Number(row.dataset.points ?? Number(row.dataset.days) + (weights[row.dataset.sort] ?? 0));
    part.querySelectorAll('[data-sort]').forEach(row => {
      row.dataset.points = points(row);
      list.insertBefore(row, [...list.children].find(other => points(other) < points(row)) ?? null);
    });
    part.hidden = true;
  };
  document.addEventListener('htmx:afterSettle', event => {
    const part = event.target.closest?.('[data-join]');
    if (part) join(part);
  });

  say();
})();
