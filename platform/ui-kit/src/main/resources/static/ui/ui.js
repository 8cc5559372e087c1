// Comfort only: every page works without this file.
(() => {
  'use strict';

  // A tick is no field: nobody types into it.
  const inField = element => element.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;
  const items = () => [...document.querySelectorAll('[data-item]')];
  const currentItem = () => document.activeElement?.closest('[data-item]') ?? null;

  // Storage may be refused by the browser: the page then simply forgets.
  const remember = (store, key, value) => { try { store.setItem(key, value); } catch { /* forgotten */ } };
  const recall = (store, key) => { try { return store.getItem(key); } catch { return null; } };

  const focusItem = item => {
    item.tabIndex = -1;
    item.focus();
    item.scrollIntoView({ block: 'nearest' });
  };

  // An act may take its row out of the list, or to another place in it: the next row is the one that stood behind it then.
  const BEHIND = 'ui.behind';
  const rememberBehind = event => {
    const all = items();
    const at = all.indexOf(event.target.closest?.('[data-item]'));
    const [acted] = (recall(sessionStorage, BEHIND) ?? '').split(' ');
    if (at >= 0 && acted === all[at].id) return; // one act more on the same row
    const behind = at < 0 ? [] : all.slice(at, at + 1 + 5);
    remember(sessionStorage, BEHIND, behind.map(item => item.id).join(' '));
  };
  const rowBehind = () => {
    const [acted, ...ids] = (recall(sessionStorage, BEHIND) ?? '').split(' ');
    const here = document.activeElement;
    if (!acted || !(here?.matches('[data-told]') || here?.id === acted)) return null;
    remember(sessionStorage, BEHIND, '');
    return ids.map(id => document.getElementById(id)).find(row => row?.matches('[data-item]')) ?? null;
  };

  // From where the person is: a message may stand where a row was.
  const move = step => {
    const all = items();
    const behind = rowBehind();
    if (behind) {
      focusItem(step > 0 ? behind : all[Math.max(all.indexOf(behind) - 1, 0)]);
      return;
    }
    const from = document.activeElement ?? document.body;
    const at = all.indexOf(currentItem());
    const after = all.findIndex(item => from !== document.body
      && from.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (all.length > 0) focusItem(all[at < 0 ? Math.max(after, 0) : Math.min(Math.max(at + step, 0), all.length - 1)]);
  };

  // To the first item of the next part of the page.
  const moveOn = step => {
    const all = items();
    const parts = [...new Set(all.map(item => item.closest('section')))];
    const next = parts[parts.indexOf(currentItem()?.closest('section') ?? null) + step];
    if (next !== undefined) focusItem(all.find(item => item.closest('section') === next));
  };

  // Escape leads back: out of the help to where one was, out of a field or a button to its row, out of what can be done with
  // rows that are ticked to the last of them.
  let before = null;
  let lastItem = null;
  const stepBack = event => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const help = document.querySelector('[data-keys-help][open]');
    const item = currentItem();
    if (help?.contains(document.activeElement)) {
      help.open = false;
      before?.focus();
    } else if (item && item !== document.activeElement) focusItem(item);
    else if (!item && lastItem?.isConnected && document.activeElement?.closest('[data-bulk]')) focusItem(lastItem);
  };

  // An act leads back to its row, named by id in the address; where the row has gone, to the message about it.
  const returnToRow = () => {
    const row = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    const told = document.querySelector('[data-told]');
    if (row?.matches('[data-item]')) focusItem(row);
    else if (told && !row) focusItem(told);
  };

  const shortcutsOn = () => recall(localStorage, 'ui.keys') !== 'off';

  // Acts that belong to no row.
  const PAGE_KEYS = /^[a-z1-9]$/;
  const keyOfPage = key => (PAGE_KEYS.test(key) ? document.querySelector(`[data-page-key="${key}"]`) : null);
  const turn = way => document.querySelector(`main a[rel=${way}]`)?.click();

  const press = event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
    if (!shortcutsOn()) return;
    const item = currentItem();
    const help = document.querySelector('[data-keys-help]');
    if (event.key === '/') startSearch();
    else if (event.key === 'j') move(1);
    else if (event.key === 'k') move(-1);
    else if (event.key === 'J') moveOn(1);
    else if (event.key === 'K') moveOn(-1);
    else if (event.key === '>') turn('next');
    else if (event.key === '<') turn('prev');
    else if (event.key === '?' && help) {
      help.open = !help.open;
      if (help.open) {
        before = document.activeElement;
        help.querySelector('summary').focus();
      } else before?.focus();
    } else if (event.key === 'Enter' && item && item === document.activeElement) item.querySelector('a[href]')?.click();
    else if (item && /^[a-z]$/.test(event.key)) {
      const button = item.querySelector(`[data-key="${event.key}"]`) ?? keyOfPage(event.key);
      if (!button) return;
      button.click();
    } else if (keyOfPage(event.key)) keyOfPage(event.key).click();
    else return;
    event.preventDefault();
  };

  // The field of the page, else that of its head; a narrow screen has it in the menu.
  const startSearch = () => {
    const field = document.querySelector('main [role="search"] [name=q]') ?? document.getElementById('chercher');
    if (!field) return;
    const menu = field.closest('[data-menu]');
    if (menu && !field.checkVisibility()) menu.open = true;
    field.focus();
    field.select();
  };

  // What is typed stays with this tab, so that going back finds it again; it is in no address.
  const TYPED = 'ui.search';
  const searchEverywhere = () => {
    const page = document.querySelector('[data-search-page]');
    const field = page?.querySelector('[name=q]');
    if (!field || !window.htmx) return;
    if (!field.value) field.value = recall(sessionStorage, TYPED) ?? '';
    if (!field.value.trim()) { field.focus(); return; }
    remember(sessionStorage, TYPED, field.value);
    page.querySelectorAll('[data-search-part]').forEach(part => window.htmx.trigger(part, 'search'));
  };
  const search = event => {
    const form = event.target;
    if (!form.matches('[data-search-form]') || !window.htmx) return;
    const field = form.elements.q;
    remember(sessionStorage, TYPED, field.value);
    if (recall(sessionStorage, TYPED) !== field.value) return; // the browser keeps nothing: the form is sent
    event.preventDefault();
    if (form.closest('[data-search-page]')) searchEverywhere();
    else location.assign(form.action);
  };

  // Single-letter shortcuts can be switched off (WCAG 2.1.4).
  const offerSwitch = () => {
    const help = document.querySelector('[data-keys-help]');
    if (!help) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button--quiet';
    const label = () => { button.textContent = shortcutsOn() ? help.dataset.off : help.dataset.on; };
    button.addEventListener('click', () => {
      remember(localStorage, 'ui.keys', shortcutsOn() ? 'off' : 'on');
      label();
    });
    label();
    help.append(button);
  };

  // Counted in code points, as the server does.
  const count = note => {
    const field = document.getElementById(note.dataset.count);
    const say = () => {
      const left = Number(field.dataset.max) - [...field.value].length;
      note.textContent = (left < 0 ? note.dataset.over : note.dataset.left).replace('{n}', Math.abs(left));
    };
    field.addEventListener('input', say);
    say();
  };

  // A second press on the same button sends nothing more.
  const sendOnce = event => {
    const form = event.target;
    if (form.method !== 'post' || form.matches('[hx-post], [data-hx-post]')) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 4000); // the answer may be a download: the page stays
  };

  // A page knows what others own by number only; their owner says the names, to whoever may read them.
  const callByName = () => {
    const places = [...document.querySelectorAll('[data-name-from]:not([data-named])')];
    places.forEach(place => { place.dataset.named = ''; });
    new Set(places.map(place => place.dataset.nameFrom)).forEach(async source => {
      const here = places.filter(place => place.dataset.nameFrom === source);
      const asked = new URLSearchParams([...new Set(here.map(place => place.dataset.nameOf))].map(of => ['of', of]));
      try {
        const answer = await fetch(`${source}?${asked}`, { headers: { Accept: 'application/json' } });
        const names = answer.ok ? await answer.json() : {};
        here.forEach(place => { place.textContent = names[place.dataset.nameOf] ?? place.textContent; });
        nameTab();
      } catch { /* the number stays */ }
      here.forEach(place => { place.dataset.known = ''; });
    });
  };

  // The tab is called as the page is, once the names have come: without a person's whole name, which histories would keep.
  const nameTab = () => {
    const words = document.querySelector('meta[name="tab"]')?.content ?? '{0}';
    const named = [...document.querySelectorAll('[data-tab]')].map(part => part.textContent.trim().replace(/\s+/g, ' '));
    if (named.length > 0) document.title = words.replace('{0}', () => named.join(' · '));
  };

  // A place of the slider is a number of days: say which day that is.
  const sayDay = slider => {
    const now = slider.form.querySelector('output');
    const words = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
    const say = () => {
      const day = words.format(new Date(Date.parse(slider.dataset.firstDay) + slider.value * 86_400_000));
      now.textContent = `: ${day}`;
      slider.setAttribute('aria-valuetext', day);
    };
    slider.addEventListener('input', say);
    say();
  };

  // Two minutes before the session ends, say so and offer more; what is sent later is kept by the gateway.
  const watchSession = notice => {
    const warnAt = 120;
    let next;
    const call = async method => {
      try {
        const answer = await fetch('/session', { method, headers: { Accept: 'application/json' } });
        return answer.ok ? answer : null;
      } catch { return null; }
    };
    const tell = (text, offer) => {
      if (notice.dataset.told === text) return;
      notice.dataset.told = text;
      const words = document.createElement('p');
      words.textContent = notice.dataset[text] ?? '';
      notice.replaceChildren(...(text ? [words] : []));
      if (!offer) return;
      const writing = document.activeElement;
      const more = document.createElement('button');
      more.type = 'button';
      more.className = 'button button--small';
      more.textContent = notice.dataset.more;
      more.addEventListener('click', async () => {
        await call('POST');
        await look();
        if (document.activeElement === document.body) writing.focus(); // the button has gone
      });
      notice.append(more);
    };
    const look = async () => {
      clearTimeout(next);
      const answer = await call('GET');
      const left = answer ? (await answer.json()).seconds : null;
      if (left === null) next = setTimeout(look, 60_000);
      else if (left <= 0) tell('over', false);
      else {
        tell(left <= warnAt ? 'soon' : '', left <= warnAt);
        next = setTimeout(look, (left > warnAt ? left - warnAt : left + 1) * 1000);
      }
    };
    document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
    look();
  };

  const announce = text => {
    const place = document.getElementById('annonce');
    if (place) place.textContent = place.dataset[text] ?? '';
  };

  // The server only says "changed"; the part asks for itself again, but never under the reader's hands, and not all pages
  // at the same moment. To watch is no use of the session: whoever has gone leaves it to end by itself.
  const keepUp = part => {
    const restMs = 5_000;
    const spreadMs = 1_000;
    const goneMs = 120_000;
    let stream = null;
    let waits = false;
    let asked = -restMs;
    let used = performance.now();
    let soon = null;
    const ask = () => {
      soon ??= setTimeout(() => {
        soon = null;
        waits = part.contains(document.activeElement) || document.hidden;
        if (waits) return;
        asked = performance.now();
        window.htmx?.trigger(part, 'changed');
      }, Math.max(asked + restMs - performance.now(), 0) + Math.random() * spreadMs);
    };
    const open = () => {
      stream = new EventSource(part.dataset.live);
      stream.addEventListener('changed', ask);
    };
    const here = () => {
      used = performance.now();
      if (stream) return;
      open();
      ask();
    };
    open();
    setInterval(() => {
      if (!stream || performance.now() - used < goneMs) return;
      stream.close();
      stream = null;
    }, goneMs / 12);
    ['keydown', 'pointerdown', 'pointermove', 'wheel'].forEach(kind => document.addEventListener(kind, here, { passive: true }));
    part.addEventListener('focusout', () => { if (waits) setTimeout(ask); });
    document.addEventListener('visibilitychange', () => { if (waits) ask(); });
  };

  // Shown anew, the page begins at the row where one was.
  const rememberItem = event => { lastItem = event.target.closest?.('[data-item]') ?? lastItem; };
  const refresh = event => {
    const link = event.target.closest?.('[data-refresh]');
    if (!link || !lastItem?.id) return;
    event.preventDefault();
    const there = new URL(link.href);
    there.hash = lastItem.id;
    if (there.href === location.href) location.reload();
    else if (there.pathname + there.search === location.pathname + location.search) {
      history.replaceState(history.state, '', there.href);
      location.reload();
    } else location.assign(there.href);
  };

  // Escape closes the menu of a narrow screen, and the focus stays on its word.
  const closeMenu = event => {
    const menu = document.querySelector('[data-menu][open]');
    if (event.key !== 'Escape' || !menu) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  };

  document.addEventListener('keydown', closeMenu);
  document.addEventListener('keydown', stepBack);
  document.addEventListener('keydown', press);
  document.addEventListener('focusin', rememberItem);
  document.addEventListener('click', refresh);
  document.addEventListener('submit', rememberBehind);
  document.addEventListener('submit', search);
  document.addEventListener('submit', sendOnce);
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));
  document.addEventListener('htmx:afterSwap', event => { if (event.target.closest?.('[data-announce]')) announce('updated'); });
  document.addEventListener('htmx:afterSettle', event => {
    callByName();
    if (event.target.closest?.('[data-found-elsewhere]')) window.htmx.trigger('#chez-nous', 'elsewhere');
  });
  document.addEventListener('htmx:responseError', () => announce('unavailable'));
  document.addEventListener('htmx:sendError', () => announce('unavailable'));

  document.querySelectorAll('[data-print]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });
  offerSwitch();
  callByName();
  document.addEventListener('DOMContentLoaded', () => setTimeout(searchEverywhere)); // htmx listens from then on
  document.querySelectorAll('#fin-session').forEach(watchSession);
  document.querySelectorAll('[data-count]').forEach(count);
  document.querySelectorAll('[data-live]').forEach(keepUp);
  document.querySelectorAll('[data-first-day]').forEach(sayDay);
  const errors = document.querySelector('[data-errors]');
  if (errors) errors.focus();
  else returnToRow();
})();
