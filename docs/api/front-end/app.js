// A front end of another origin: it holds no token. The visitor's session is the door's, and the browser sends it along.
const door = new URLSearchParams(location.search).get('porte') ?? 'https://mentorat.example';
const at = (id) => document.getElementById(id);

async function ask(path, how = {}) {
  const answer = await fetch(door + path, { credentials: 'include', ...how });
  const body = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) {
    throw Object.assign(new Error(body.detail), { problem: body, status: answer.status });
  }
  return body;
}

function say(text) {
  at('state').textContent = text;
}

async function list() {
  const needs = await ask('/api/needs/v1/needs');
  at('needs').replaceChildren(...needs.map((need) => {
    const line = document.createElement('li');
    line.textContent = `${need.reference} : ${need.places} place(s), le ${need.declaredOn}`;
    return line;
  }));
  say(needs.length === 0 ? 'Aucun besoin pour l’instant.' : `${needs.length} besoin(s).`);
}

async function begin() {
  const session = await ask('/session');
  const inside = session.seconds > 0;
  at('inside').hidden = !inside;
  at('door').hidden = inside;
  at('login').href = `${door}/connexion?retour=${encodeURIComponent(location.href)}`;
  if (inside) {
    await list();
  } else {
    say('Connectez-vous pour voir vos besoins.');
  }
}

at('declare').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const typed = Object.fromEntries(new FormData(form));
  // the same key until it is done: sent twice, it is declared once
  form.dataset.key ??= crypto.randomUUID();
  at('problem').hidden = true;
  try {
    const declared = await ask('/api/needs/v1/needs', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': form.dataset.key },
      body: JSON.stringify({
        structure: typed.structure,
        priorityAudience: typed.priorityAudience,
        contact: { name: typed.name, email: typed.email, phone: typed.phone },
        lines: [{
          levelBand: typed.levelBand, count: typed.count, supports: ['METHOD'], subjects: ['MATHS'],
          channels: ['VIDEO'], slots: [{ day: 'WEDNESDAY', start: '14:00', end: '16:00' }], familyLink: true,
        }],
      }),
    });
    form.reset();
    delete form.dataset.key;
    await list();
    say(`Besoin ${declared.reference} déclaré.`);
  } catch (refused) {
    // another content is another demand, and must not come under the same key
    delete form.dataset.key;
    const faults = (refused.problem?.errors ?? []).map((fault) => `${fault.field} : ${fault.detail}`);
    at('problem').textContent = [refused.message, ...faults].join('\n');
    at('problem').hidden = false;
  }
});

begin().catch((failed) => say(failed.problem ? failed.message : 'La plateforme ne répond pas. Réessayez dans un instant.'));
