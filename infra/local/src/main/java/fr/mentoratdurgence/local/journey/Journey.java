package fr.mentoratdurgence.local.journey;

import fr.mentoratdurgence.cli.Door;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.StepRefused;
import fr.mentoratdurgence.cli.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The journey of the demonstration: structures, needs, mentors, matching, follow-up, bilan. Each step is
 * an HTTP call through the gateway by the role that would do it, and the bilan at the end has to say
 * what was put in.
 */
public final class Journey {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final String MENTORS = "/api/mentors/v1/mentors";
    private static final String BILAN = "/api/reporting/v1/bilan";
    private static final String TAKES_OVER = "AFEV";
    private static final String TRAINING = "CORE";
    private static final String REFERENT = "referente";
    private static final String COORDINATOR = "coordination";
    private static final String ANALYST = "analyste";
    private static final String OPERATOR = "ops";
    private static final List<String> TEAM = List.of(REFERENT, "referent2", COORDINATOR, ANALYST, OPERATOR);
    private static final Map<String, String> SCHOOL_ACCOUNTS = Map.of("0940176F", "ecole", "0940198E", "ecole2");
    private static final Set<String> REFERENT_TERRITORY = Set.of("94", "75", "93");
    private static final int SESSION_MINUTES = 45;
    private static final int LONG_SESSION_MINUTES = 60;

    private final Door door;
    private final JourneyData data;
    private final String administratorPassword;
    private final Clock clock;
    private final Consumer<String> tell;
    private final CountedFigures putIn = CountedFigures.none();
    private final Map<String, String> accountOfMentor = new LinkedHashMap<>();
    private final Map<String, String> logins = new LinkedHashMap<>();
    private final Map<String, String> staffOfStructure = new LinkedHashMap<>();

    /** A journey with this data; {@code tell} hears a sentence per step. */
    public Journey(Door door, JourneyData data, String administratorPassword, Clock clock, Consumer<String> tell) {
        this.door = door;
        this.data = data;
        this.administratorPassword = administratorPassword;
        this.clock = clock;
        this.tell = tell;
    }

    /** Plays it from the first import to the bilan. */
    public JourneyResult play() {
        CountedFigures before = CountedFigures.ofBilan(bilan());
        TEAM.forEach(login -> door.post(OPERATOR, "/api/followup/v1/ops/team", Map.of("login", login)));
        importStructures();
        List<String> needs = declareNeeds();
        needs.forEach(this::qualify);
        tell.accept(Texts.say("parcours.besoins", needs.size(), places(needs)));
        List<String> mentors = applyAsMentors();
        mentors.forEach(this::activate);
        tell.accept(Texts.say("parcours.mentors", mentors.size()));
        Map<String, String> pairs = match();
        tell.accept(Texts.say("parcours.binomes", pairs.size()));
        follow(pairs);
        tell.accept(Texts.say("parcours.suivi"));
        return concluded(before);
    }

    private void importStructures() {
        JsonNode answer = door.postCsv(COORDINATOR, "/api/needs/v1/structures/import", data.structures());
        tell.accept(Texts.say(
                "parcours.structures",
                answer.path("accepted").asInt(),
                answer.path("unchanged").asInt(),
                answer.path("rejected").asInt()));
    }

    private List<String> declareNeeds() {
        var needs = new LinkedHashSet<String>();
        var others = new ArrayList<NeedRow>();
        for (List<NeedRow> need : data.needsOneByOne()) {
            verify(need.getFirst().uai());
            String school = SCHOOL_ACCOUNTS.get(need.getFirst().uai());
            if (school == null) {
                others.addAll(need);
            } else {
                needs.add(declare(school, need));
            }
        }
        if (!others.isEmpty()) {
            JsonNode answer = door.postCsv(COORDINATOR, "/api/needs/v1/needs/import", NeedRow.csv(others));
            if (!answer.path("errors").isEmpty()) {
                tell.accept(Texts.say("parcours.lignes.refusees", answer.path("errors")));
            }
            answer.path("needs").forEach(need -> needs.add(need.asString()));
        }
        needs.forEach(this::count);
        return List.copyOf(needs);
    }

    /** Verifies the structure where the import did not, and finds who is in charge of its territory. */
    private void verify(String uai) {
        JsonNode structure = door.get(COORDINATOR, "/api/needs/v1/structures/" + uai);
        String id = structure.path("structure").asString("structure-" + uai);
        boolean near = REFERENT_TERRITORY.contains(structure.path("departement").asString());
        String staff = near ? REFERENT : COORDINATOR;
        staffOfStructure.put(id, staff);
        if (!structure.path("verified").asBoolean()) {
            door.post(staff, "/api/needs/v1/structures/" + id + "/verification", Map.of());
        }
    }

    private String declare(String school, List<NeedRow> lines) {
        NeedRow first = lines.getFirst();
        var body = Map.of(
                "structure", "structure-" + first.uai(),
                "priorityAudience", first.audience(),
                "contact", first.contactJson(),
                "lines", lines.stream().map(NeedRow::lineJson).toList());
        return door.post(school, "/api/needs/v1/needs", body).path("need").asString();
    }

    private void count(String need) {
        JsonNode declared = need(need);
        putIn.add("needs.declared", 1);
        for (JsonNode line : declared.path("lines")) {
            int places = line.path("count").asInt();
            putIn.add("places.asked", places);
            putIn.add("places.qualified", places);
            putIn.add("places.asked[" + line.path("levelBand").asString() + "]", places);
            putIn.add("places.asked[" + declared.path("priorityAudience").asString() + "]", places);
        }
    }

    private JsonNode need(String need) {
        return door.get(COORDINATOR, "/api/needs/v1/needs/" + need);
    }

    private void qualify(String need) {
        String staff =
                staffOfStructure.getOrDefault(need(need).path("structure").asString(), COORDINATOR);
        String path = "/api/needs/v1/needs/" + need;
        door.post(staff, path + "/assignment", Map.of());
        door.post(staff, path + "/contact-attempts", Map.of("reached", true, "occurredOn", today()));
        door.post(staff, path + "/qualification", Map.of("familyLinkAcknowledged", true));
        putIn.add("needs.qualified", 1);
    }

    private long places(List<String> needs) {
        long places = 0;
        for (String need : needs) {
            for (JsonNode line : need(need).path("lines")) {
                places += line.path("count").asInt();
            }
        }
        return places;
    }

    /** The first one through the public form, the others from the file of a partner. */
    private List<String> applyAsMentors() {
        MentorFileRow first = MentorFileRow.read(data.mentors()).getFirst();
        var known = new HashSet<String>();
        door.get(COORDINATOR, MENTORS)
                .forEach(mentor -> known.add(mentor.path("mentor").asString()));
        var mentors = new LinkedHashSet<String>();
        mentors.add(door.postPublicly(MENTORS, first.json()).path("mentor").asString());
        // the first of them is in the file, too: it says of her what is known already
        JsonNode answer = door.postCsv(COORDINATOR, MENTORS + "/import", data.mentors());
        if (!answer.path("errors").isEmpty()) {
            tell.accept(Texts.say("parcours.lignes.refusees", answer.path("errors")));
        }
        // the report names no person and no id: the new ones are those that were not there before
        for (JsonNode mentor : door.get(COORDINATOR, MENTORS)) {
            if (!known.contains(mentor.path("mentor").asString())) {
                mentors.add(mentor.path("mentor").asString());
            }
        }
        putIn.add("mentors.applied", mentors.size());
        return List.copyOf(mentors);
    }

    private void activate(String mentor) {
        String path = MENTORS + "/" + mentor;
        JsonNode applied = door.get(COORDINATOR, path);
        String departement = applied.path("departement").asString();
        JsonNode association = applied.path("association");
        putIn.add("associations.activated[" + (association.isString() ? association.asString() : "NONE") + "]", 1);
        String staff = REFERENT_TERRITORY.contains(departement) ? REFERENT : COORDINATOR;
        door.post(staff, path + "/interview", Map.of("heldOn", today(), "passed", true));
        door.post(staff, path + "/proof", Map.of("kind", "SWORN_STATEMENT", "issuedOn", today()));
        String account =
                door.post(staff, path + "/account", Map.of()).path("username").asString();
        logins.put(door.setDemonstrationPassword(account, administratorPassword), account);
        accountOfMentor.put(mentor, account);
        int charter = door.get(account, MENTORS + "/me").path("currentCharter").asInt();
        door.post(account, MENTORS + "/me/charter", Map.of("version", charter));
        JsonNode self = door.post(account, MENTORS + "/me/training", Map.of("module", TRAINING));
        JsonNode missing = self.path("mentor").path("missing");
        if (!missing.isEmpty()) {
            throw new LocalFailure("parcours.mentor.incomplet", account, missing);
        }
        putIn.add("mentors.screened", 1);
        putIn.add("mentors.active", 1);
    }

    /** Pairs with the account of their mentor. */
    private Map<String, String> match() {
        var mentorOfPair = new LinkedHashMap<String, String>();
        for (JsonNode proposal : propose()) {
            String path =
                    "/api/matching/v1/proposals/" + proposal.path("proposal").asString();
            String account = accountOfMentor.get(proposal.at("/terms/mentor").asString());
            if (account == null) {
                // a proposal of an earlier run, for somebody who is not part of this journey
                continue;
            }
            door.post(account, path + "/acceptance", Map.of());
            // one référent has the whole demonstration, whatever its size
            JsonNode match = door.post(COORDINATOR, path + "/validation", Map.of("override", "NOBODY_ELSE"));
            mentorOfPair.put(match.path("pair").asString(), account);
        }
        if (mentorOfPair.isEmpty()) {
            throw new LocalFailure("parcours.aucune.proposition");
        }
        int confirmed = mentorOfPair.size();
        for (String code : List.of("proposals.made", "proposals.accepted", "places.covered", "pairs.opened")) {
            putIn.add(code, confirmed);
        }
        awaitOrFail(
                "parcours.attente.binomes",
                () -> mentorOfPair.keySet().stream().allMatch(this::isOpen),
                opened -> opened);
        return mentorOfPair;
    }

    /** Runs until the whole pool is known to matching: a run that finds nothing more ends the wait. */
    private List<JsonNode> propose() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<JsonNode> open = List.of();
        int quiet = 0;
        while (System.nanoTime() < deadline && quiet < 3) {
            int found = door.post(COORDINATOR, "/api/matching/v1/runs", Map.of())
                    .path("proposals")
                    .asInt();
            open = openProposals();
            quiet = found == 0 && !open.isEmpty() ? quiet + 1 : 0;
            Door.pause(LOOK_AGAIN);
        }
        return open;
    }

    private List<JsonNode> openProposals() {
        return door.all(COORDINATOR, "/api/matching/v1/proposals?status=PROPOSED");
    }

    private boolean isOpen(String pair) {
        try {
            return !door.get(COORDINATOR, "/api/followup/v1/pairs/" + pair).isEmpty();
        } catch (StepRefused notYet) {
            if (notYet.status() == 404) {
                return false;
            }
            throw notYet;
        }
    }

    private void follow(Map<String, String> mentorOfPair) {
        List<String> pairs = List.copyOf(mentorOfPair.keySet());
        int sessions = 0;
        int minutes = 0;
        int ended = 0;
        for (int i = 0; i < pairs.size(); i++) {
            String path = "/api/followup/v1/pairs/" + pairs.get(i);
            String mentor = mentorOfPair.getOrDefault(pairs.get(i), COORDINATOR);
            if (i == pairs.size() - 1 && pairs.size() > 3) {
                // one pair stays silent: its alert comes by itself when it is due
                continue;
            }
            door.post(COORDINATOR, path + "/first-contact", Map.of("contactedOn", today()));
            putIn.add("pairs.first-contact-confirmed", 1);
            int length = i % 2 == 0 ? SESSION_MINUTES : LONG_SESSION_MINUTES;
            door.post(mentor, path + "/sessions", Map.of("heldOn", today(), "minutes", length, "channel", "VIDEO"));
            sessions++;
            minutes += length;
            if (i == 0) {
                door.post(
                        mentor,
                        path + "/missed-sessions",
                        Map.of("plannedOn", today(), "missedBy", "YOUTH", "excused", true, "repeat", "ANOTHER"));
                putIn.add("sessions.missed", 1);
            } else if (i == 1) {
                door.post(COORDINATOR, path + "/interruption", Map.of("side", "MENTOR", "reason", "MENTOR_NO_TIME"));
                putIn.add("pairs.interrupted", 1);
                putIn.add("pairs.interrupted[MENTOR_NO_TIME]", 1);
                ended++;
            } else if (i == 2) {
                door.post(COORDINATOR, path + "/closure", Map.of("planned", true));
                putIn.add("pairs.closed-as-planned", 1);
                goOn(path);
                ended++;
            }
        }
        putIn.add("sessions.held", sessions);
        putIn.addHours("sessions.hours", minutes);
        putIn.add("pairs.alive", pairs.size() - ended);
    }

    /** The pair goes on in person: a member association takes over. */
    private void goOn(String pair) {
        door.post(COORDINATOR, pair + "/continuation", Map.of("association", TAKES_OVER, "proposedOn", today()));
        door.post(
                COORDINATOR,
                pair + "/continuation/answer",
                Map.of("agreed", true, "side", "STRUCTURE", "answeredOn", today()));
        putIn.add("continuations.agreed[" + TAKES_OVER + "]", 1);
        putIn.add("continuations.after-planned-end", 1);
    }

    private JourneyResult concluded(CountedFigures before) {
        JsonNode found = await(
                this::bilan,
                answer -> CountedFigures.differences(putIn, before, CountedFigures.ofBilan(answer))
                        .isEmpty());
        return new JourneyResult(
                found,
                true,
                CountedFigures.differences(putIn, before, CountedFigures.ofBilan(found)),
                Map.copyOf(logins));
    }

    private JsonNode bilan() {
        return door.get(ANALYST, BILAN);
    }

    private String today() {
        return LocalDate.now(clock.withZone(PARIS)).toString();
    }

    private static <T> T await(Supplier<T> look, Predicate<T> enough) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        T seen = look.get();
        while (!enough.test(seen) && System.nanoTime() < deadline) {
            Door.pause(LOOK_AGAIN);
            seen = look.get();
        }
        return seen;
    }

    private static <T> void awaitOrFail(String key, Supplier<T> look, Predicate<T> enough) {
        if (!enough.test(await(look, enough))) {
            throw new LocalFailure(key, Long.toString(PATIENCE.toSeconds()));
        }
    }
}
