package fr.mentoratdurgence.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.Skill;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PassNeedOn;
import fr.mentoratdurgence.matching.proposing.QualifiedNeed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.messaging.CloudEvents;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What people see, on a real PostgreSQL and a real Kafka: every page, its words and its mistakes. Each chapter has a territory of its own. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "mentorat.live-every=100ms")
class PagesTest {
    private static final String HOME = "/appariement";
    private static final String API = "/api/matching/v1";
    private static final String STRUCTURE = "structure-0940176F";

    /** A key that no bundle knows shows itself. */
    private static final Pattern KEY = Pattern.compile(
            "\\?\\?|>\\s*(?:accompagnement|attente|avis|calcul|calculs|direct|equite|etat|essai|etsi|exclusion|explication|exclure|jeune|ligne|matiere|mes|niveau|nommer|origine|places|public|regle|regles|retenus|terme)\\.[\\w.]+\\s*<");

    private final String territory = OwnTerritory.next();
    private final String referent = "referente-" + territory;
    private String priority = "";
    private String ordinary = "";
    private String mentor = "";

    @LocalServerPort
    int port;

    @Autowired
    Commands commands;

    @Autowired
    Inbox inbox;

    private Http team;
    private Http coordination;

    @BeforeEach
    void people() {
        team = new Http(port).as(Tokens.referent(territory));
        coordination = new Http(port).as(Tokens.coordinator());
        priority = need("REP_PLUS", 2, LocalDate.of(2020, 4, 10));
        ordinary = need("NONE", 2, LocalDate.of(2020, 4, 1));
        mentor = mentor(Subject.MATHS, 1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(page(team, HOME + "/places")).contains("2 lignes, 4 places", "un mentor trouvé"));
    }

    @Test
    void waiting_lines_are_filtered_by_address_and_say_why_they_wait() {
        String all = page(team, HOME + "/places");
        assertThat(all)
                .contains("Si le calcul partait maintenant, une place aurait un mentor.")
                .contains("d’abord", "celle-ci", "L’écart vaut", "Voir la ligne qui passe d’abord");
        assertThat(page(
                        team,
                        HOME + "/places?public=REP_PLUS&niveau=COLLEGE_6_5&departement=" + territory + "&tri=PLACES"))
                .contains("Une ligne, 2 places", "/appariement/lignes/" + priority + "/1")
                .doesNotContain("/appariement/lignes/" + ordinary + "/1\"");
        assertThat(page(team, HOME + "/places?niveau=LYCEE_PRO")).contains("Aucune ligne ne correspond");
        assertThat(page(team, HOME + "/places?public=%3Cscript%3E&page=99&tri=x"))
                .doesNotContain("<script>")
                .contains("2 lignes, 4 places");
        assertThat(page(new Http(port).as(Tokens.referent("13")), HOME + "/places"))
                .doesNotContain(priority)
                .doesNotContain(ordinary);
    }

    @Test
    void the_board_keeps_up_and_its_stream_says_changed_and_nothing_else(CapturedOutput output) throws Exception {
        String shown = page(team, HOME);
        assertThat(shown)
                .contains(
                        "Si le calcul partait maintenant", "data-live=\"/appariement/flux?depuis=", "Voir le tableau");
        assertThat(team.get(HOME + "/direct?vu=0").body())
                .contains("Le tableau a changé")
                .doesNotContain("<html");
        assertThat(team.get(HOME + "/direct").body()).doesNotContain("Le tableau a changé");

        String flux = shown.split("data-live=\"", 2)[1].split("\"", 2)[0];
        need("NONE", 1, LocalDate.of(2020, 4, 2));
        await().atMost(Duration.ofSeconds(30)).until(() -> !page(team, HOME).contains("data-live=\"" + flux + "\""));
        // what moved before the page began to listen is said at once
        HttpResponse<Stream<String>> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + flux))
                                .header("Authorization", "Bearer " + Tokens.referent(territory))
                                .build(),
                        BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);
        Iterator<String> lines = stream.body().iterator();
        assertThat(lines.next()).startsWith("id:");
        assertThat(List.of(lines.next(), lines.next())).containsExactly("event:changed", "data:1");
        CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> {
            String line = lines.next();
            while (!line.startsWith("event:")) {
                line = lines.next();
            }
            return line + " " + lines.next();
        });
        need("NONE", 1, LocalDate.of(2020, 4, 2));
        assertThat(heard.get(30, TimeUnit.SECONDS)).isEqualTo("event:changed data:1");
        stream.body().close();

        // whoever leaves is no failure
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            need("NONE", 1, LocalDate.of(2020, 4, 2), Subject.PHILOSOPHY);
            return page(team, HOME + "/places").split("philosophie", -1).length > 3;
        });
        assertThat(output).doesNotContain("unexpected failure");

        HttpRequest stranger = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + HOME + "/flux"))
                .header("Authorization", "Bearer " + Tokens.mentor("mentor-1"))
                .build();
        assertThat(status(stranger)).isEqualTo(403);
    }

    @Test
    void a_dry_run_shows_who_gains_and_who_waits_before_anything_is_proposed() {
        String dry = page(team, HOME + "/calculs/a-blanc");
        assertThat(dry)
                .contains("Rien n’est proposé ni enregistré", "Qui aurait un mentor", "Qui attendrait encore")
                .contains("Chaque public face à son plancher", "bar__mark", "Lancer le calcul");
        assertThat(page(team, HOME + "/propositions"))
                .doesNotContain(mentor.substring(7, 13).toUpperCase(Locale.ROOT));

        Http.Answer run = team.postForm(HOME + "/calcul", Map.of());
        assertThat(run.status()).isEqualTo(303);
        String result = page(team, run.location());
        assertThat(result)
                .contains("La preuve", "Une vérification séparée", "Rejouer ce calcul", "face à la borne")
                .contains("/appariement/propositions/proposal-");
        assertThat(page(team, run.location() + "/rejeu")).contains("Rejoué à partir des seuls événements");
        assertThat(page(team, HOME + "/calculs")).contains(run.location(), "prouvé le meilleur");
        assertThat(team.get(HOME + "/calculs/run-none").status()).isEqualTo(404);
    }

    @Test
    void a_proposal_is_explained_in_words() {
        assertThat(team.postForm(HOME + "/calcul", Map.of()).status()).isEqualTo(303);
        String list = page(team, HOME + "/propositions?etat=PROPOSED");
        assertThat(list).contains("calcul", "département " + territory);
        String proposal = first(list, "/appariement/propositions/(proposal-[0-9a-f-]+)");
        assertThat(page(team, HOME + "/propositions/" + proposal))
                .contains("Pourquoi ce mentor", "Les deux ont un même moyen de se parler", "public prioritaire")
                .contains("La règle en mots (version", "Noter un refus", "Ne plus proposer ces deux-là");
        assertThat(new Http(port)
                        .as(Tokens.structure(STRUCTURE))
                        .get(HOME + "/propositions/" + proposal)
                        .status())
                .as("a structure takes part once there is a trial")
                .isEqualTo(404);
    }

    @Test
    void a_line_takes_named_mentors_and_a_trial_in_which_both_sides_have_their_say() {
        String named = mentor(Subject.MATHS, 1);
        String path = HOME + "/lignes/" + ordinary + "/1";
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(page(team, path + "?avec=" + named))
                        .contains("name=\"mentors[0]\" value=\"" + named + "\"", "Retirer de la liste")
                        .containsPattern("name=\"mentor\"[^>]*value=\"" + named + "\"[^>]*checked"));
        assertThat(page(team, path))
                .contains("Cherchez d’abord un mentor par son nom", "action=\"/mentors/recherche\"");

        Http.Answer nobody = team.postForm(path + "/prematching", Map.of());
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body())
                .contains("<title>Erreur\u00a0:", "href=\"#mentors[0]\"", "Nommez au moins un mentor.");
        Http.Answer twice = team.postForm(path + "/prematching", Map.of("mentors[0]", named, "mentors[2]", named));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("href=\"#mentors[1]\"", "nommé deux fois");

        Http.Answer asked = team.postForm(path + "/prematching", Map.of("mentors[1]", named));
        assertThat(asked.status()).isEqualTo(303);
        String prematching = page(team, asked.location());
        assertThat(prematching).contains("sollicité maintenant", "Retirer cette demande");
        assertThat(page(team, HOME + "/prematchings")).contains(asked.location());
        String proposal = first(prematching, "/appariement/propositions/(proposal-[0-9a-f-]+)");

        Http volunteer = new Http(port).as(Tokens.mentor(named));
        assertThat(page(volunteer, HOME + "/mes-propositions")).contains("Oui, j’accepte");
        volunteer.postForm(HOME + "/propositions/" + proposal + "/acceptation", Map.of());
        Http school = new Http(port).as(Tokens.structure(STRUCTURE));
        assertThat(page(school, HOME + "/mes-propositions")).contains("Essais en cours", proposal);
        assertThat(page(volunteer, HOME + "/propositions/" + proposal))
                .contains("Appelez la structure", "href=\"/besoins/" + ordinary + "/contact\"");
        assertThat(page(school, HOME + "/propositions/" + proposal))
                .contains("Appelez le mentor", "href=\"/mentors/" + named + "/contact\"");
        Http.Answer silent = school.postForm(HOME + "/propositions/" + proposal + "/essai", Map.of());
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body()).contains("href=\"#fit\"", "Dites comment l’essai s’est passé.");
        school.postForm(HOME + "/propositions/" + proposal + "/essai", Map.of("fit", "GOOD"));
        assertThat(team.postForm(HOME + "/propositions/" + proposal + "/essai", Map.of("fit", "GOOD"))
                        .body())
                .contains("href=\"#trialSide\"");
        volunteer.postForm(HOME + "/propositions/" + proposal + "/essai", Map.of("fit", "UNSURE"));
        assertThat(page(team, HOME + "/propositions/" + proposal))
                .contains("La structure : cela se passe bien", "Le mentor : oui, avec des doutes", "Valider le binôme");
        assertThat(team.postForm(HOME + "/propositions/" + proposal + "/validation", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(page(team, HOME + "/referents")).contains("1 sur");
        assertThat(page(team, asked.location())).contains("A donné un binôme");
    }

    @Test
    void two_who_must_not_meet_are_excluded_with_a_reason() {
        String far = mentor(Subject.MATHS, 1);
        String path = HOME + "/lignes/" + priority + "/1";
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(page(team, path + "?avec=" + far))
                        .contains("name=\"excluded\" value=\"" + far + "\""));
        Http.Answer without = team.postForm(path + "/exclusions", Map.of("excluded", far));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("href=\"#exclusionReason\"");
        assertThat(team.postForm(
                                path + "/exclusions",
                                Map.of("excluded", far, "exclusionReason", "TOO_CLOSE", "retour", "//mechant.example"))
                        .location())
                .endsWith("/appariement/exclusions");
        assertThat(page(team, HOME + "/exclusions"))
                .contains("parents ou trop proches", far, "à l’écart d’une structure")
                .doesNotContain("/exclusions/levee");
        assertThat(page(new Http(port).as(Tokens.referent("13")), HOME + "/exclusions"))
                .doesNotContain(far);
        assertThat(lifted(coordination, far, "").status()).isEqualTo(422);
        assertThat(lifted(team, far, "CLEARED").status()).isEqualTo(403);
        assertThat(lifted(coordination, far, "CLEARED").status()).isEqualTo(303);
        assertThat(page(team, HOME + "/exclusions")).contains("rien ne s’y oppose plus", far);
        assertThat(lifted(coordination, far, "CLEARED").status()).isEqualTo(409);
        assertThat(team.postForm(path, Map.of("mentor", far)).body()).contains("href=\"#reason\"");
    }

    private static Http.Answer lifted(Http by, String mentor, String reason) {
        return by.postForm(
                HOME + "/exclusions/levee",
                Map.of("mentor", mentor, "structure", "structure-0940176F", "reason", reason));
    }

    @Test
    void the_policy_is_read_in_words_compared_published_and_activated() {
        assertThat(page(coordination, HOME + "/regles")).contains("Version 1", "Publier une nouvelle version");
        assertThat(page(team, HOME + "/regles/1"))
                .contains("Ce qui est obligatoire", "au moins 60 minutes communes", "REP+ : 60 %")
                .doesNotContain("Activer cette version");
        String form = page(coordination, HOME + "/regles/nouvelle");
        Map<String, String> filled = fields(form);
        assertThat(filled).containsKeys("proposalHours", "floors.REP", "fit.SUBJECTS", "audiencePoints.NONE");

        Map<String, String> wrong = new HashMap<>(filled);
        wrong.put("floors.REP", "101");
        wrong.put("proposalHours", "trois jours");
        wrong.put("referentLoadLimit", "");
        Http.Answer refused = coordination.postForm(HOME + "/regles", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Il y a 3 points à corriger", "href=\"#floors.REP\"", "de 0 à 100")
                .contains("href=\"#proposalHours\"", "en chiffres", "value=\"trois jours\"")
                .contains("href=\"#referentLoadLimit\"", "Cette valeur manque");

        filled.put("pointsPerWaitingDay", "7");
        filled.put("rules", "COMMON_SLOT");
        Http.Answer published = coordination.postForm(HOME + "/regles", filled);
        assertThat(published.status()).isEqualTo(303);
        String version = first(published.location(), "/regles/(\\d+)");
        assertThat(page(coordination, published.location()))
                .contains("7 points par jour d’attente", "Ne sont pas exigés", "Activer cette version");
        assertThat(page(team, HOME + "/calculs/a-blanc?regle=" + version)).contains("n’est pas la version active");

        String active = String.valueOf(coordination
                .get(API + "/policies")
                .json()
                .valueStream()
                .filter(p -> p.get("active").asBoolean())
                .findFirst()
                .orElseThrow()
                .get("version")
                .asInt());
        assertThat(page(coordination, published.location() + "/activation"))
                .contains("Points par jour d’attente", "Activer la version " + version);
        assertThat(page(coordination, HOME + "/regles/comparer?de=" + active + "&a=" + version))
                .contains("changements", "pas exigé");
        assertThat(page(coordination, HOME + "/regles/comparer?de=1&a=1")).contains("disent la même chose");
        assertThat(coordination
                        .postForm(published.location() + "/activation", Map.of("instead", active))
                        .status())
                .isEqualTo(303);
        assertThat(page(team, published.location())).contains("Active");
        Http.Answer late = coordination.postForm(HOME + "/regles/1/activation", Map.of("instead", active));
        assertThat(late.status()).isEqualTo(409);
        assertThat(coordination
                        .postForm(HOME + "/regles/" + active + "/activation", Map.of("instead", version))
                        .status())
                .as("as it was")
                .isEqualTo(303);
        assertThat(team.get(HOME + "/regles/999").status()).isEqualTo(404);
    }

    @Test
    void the_season_is_played_again_under_another_policy() throws IOException {
        Http analyst = new Http(port).as(Tokens.role("analyst"));
        assertThat(page(analyst, HOME + "/et-si")).contains("Quelle version essayer", "Autant de oui");
        assertThat(page(analyst, HOME + "/et-si?regle=1"))
                .contains("Les réponses suivent la saison enregistrée", "Ce que cette comparaison suppose");
        assertThat(page(analyst, HOME + "/et-si?regle=1&acceptance=ALL"))
                .contains("Places couvertes par public", "Tous les publics", "Kaplan-Meier", "ne peut pas savoir");
        Http.Answer wrong = analyst.get(HOME + "/et-si?regle=&from=2999-01-01&to=hier");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#regle\"");
        assertThat(analyst.get(HOME + "/et-si?regle=1&from=hier").body())
                .contains("href=\"#from\"", "Ce jour n’est pas lisible");
        assertThat(analyst.get(HOME + "/et-si?regle=1&to=2999-01-01").status()).isEqualTo(422);

        String file = "{\"version\": 9, \"pointsPerWaitingDay\": {\"value\": 3, \"why\": \"essai\"}}";
        Http.Answer found = analyst.post(API + "/whatif?acceptance=ALL", file);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().get("assumed").get("acceptance").asString()).isEqualTo("ALL");
        assertThat(found.json().get("other").get("version").asInt()).isZero();
        assertThat(analyst.post(API + "/whatif?acceptance=ALL", file).json()).isEqualTo(found.json());
        assertThat(analyst.post(API + "/whatif", "{\"points\": 3}").status()).isEqualTo(422);
        Http.Answer unprotected =
                analyst.post(API + "/whatif", "{\"version\": 9, \"rules\": {\"MINOR_MENTOR\": false}}");
        assertThat(unprotected.status()).isEqualTo(422);
        assertThat(unprotected.body()).contains("rules.MINOR_MENTOR", "toujours exigée et ne peut pas être levée");
        assertThat(analyst.post(API + "/whatif?acceptance=MAYBE", file).body()).contains("acceptance");
    }

    @Test
    void whom_to_recruit_is_said_by_subject_level_and_slot() {
        need("QPV", 3, LocalDate.of(2020, 4, 3), Subject.GERMAN);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(page(team, HOME + "/recrutement"))
                        .contains("allemand", "6e-5e", "mercredi de 14\u00a0h à 16\u00a0h"));
    }

    @Test
    void a_mentor_reads_what_is_asked_and_in_common_before_saying_yes_and_what_follows_after() {
        String need = need("NONE", 1, LocalDate.of(2020, 4, 4), Subject.SPANISH);
        String volunteer = mentor(Subject.SPANISH, 1);
        String proposal = matched(need, volunteer);
        Http own = new Http(port).as(Tokens.mentor(volunteer));

        String path = HOME + "/propositions/" + proposal;
        for (String before : List.of(page(own, HOME + "/mes-propositions"), page(own, path))) {
            assertThat(before)
                    .contains("Un jeune de 6e ou 5e, département " + territory, "Aide aux devoirs", "Espagnol")
                    .contains("Mercredi de 14\u00a0h à 16\u00a0h", "En visio");
        }
        assertThat(page(own, path))
                .contains("Pourquoi vous", "Vous pouvez aider dans la matière demandée")
                .doesNotContain("Le mentor", "point");
        assertThat(page(team, path)).contains("Le mentor peut aider dans la matière demandée", "points");

        Http.Answer yes = own.postForm(
                path + "/acceptation", Map.of("retour", first(page(own, path), "name=\"retour\" value=\"([^\"]+)\"")));
        assertThat(page(own, HOME + "/mes-propositions?fait=oui")).doesNotContain("Merci. Un·e référent·e valide");
        assertThat(own.follow(yes).body())
                .contains(
                        "Merci. Un·e référent·e valide, puis un courrier ou un appel vous donne le contact.",
                        "Vous avez dit oui");

        String refused =
                matched(need("NONE", 1, LocalDate.of(2020, 4, 4), Subject.SPANISH), mentor(Subject.SPANISH, 1));
        Http other = new Http(port).as(Tokens.mentor(mentorOf(refused)));
        Http.Answer no = other.postForm(HOME + "/propositions/" + refused + "/refus", Map.of());
        assertThat(other.follow(no).body()).contains("merci d’avoir répondu", "Vous avez dit non");
        assertThat(page(other, HOME + "/propositions/" + refused))
                .contains("Vous avez dit non")
                .doesNotContain("Refusée");
    }

    @Test
    void who_cannot_be_chosen_is_not_offered_and_a_refusal_keeps_the_choice() {
        String need = need("NONE", 2, LocalDate.of(2020, 4, 5), Subject.ECONOMICS);
        String path = HOME + "/lignes/" + need + "/1";
        String refusing = mentor(Subject.ECONOMICS, 1);
        String proposal = matched(need, refusing);
        var _ = new Http(port)
                .as(Tokens.mentor(refusing))
                .postForm(HOME + "/propositions/" + proposal + "/refus", Map.of());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(page(team, path)).contains("déjà écarté pour cette place"));
        assertThat(page(team, path)).doesNotContain("value=\"" + refusing + "\"");
        Http.Answer late = team.postForm(path, Map.of("mentor", refusing, "reason", "STRUCTURE_ASKED"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("Ce mentor est écarté de cette place", "Choisir un mentor vous-même")
                .containsPattern("value=\"STRUCTURE_ASKED\"[^>]*selected");
    }

    @Test
    void a_mentor_is_held_back_after_an_interruption_to_protect_until_a_coordinator_decides() {
        String first = need("NONE", 1, LocalDate.of(2020, 4, 6), Subject.TECHNOLOGY);
        String second = need("NONE", 1, LocalDate.of(2020, 4, 7), Subject.TECHNOLOGY);
        String held = mentor(Subject.TECHNOLOGY, 3);
        Http own = new Http(port).as(Tokens.mentor(held));
        String proposal = matched(first, held);
        own.postForm(HOME + "/propositions/" + proposal + "/acceptation", Map.of());
        String pair = team.post(API + "/proposals/" + proposal + "/validation", "{}")
                .json()
                .get("pair")
                .asString();
        String running = matched(second, held);
        own.postForm(HOME + "/propositions/" + running + "/acceptation", Map.of());

        inbox.hearing()
                .on(ReceivedEvent.parse(new String(
                        CloudEvents.envelope(
                                "event-" + UUID.randomUUID(),
                                "/test",
                                "followup.pair-interrupted.v1",
                                pair,
                                Instant.now(),
                                0,
                                Map.of("actor", Tokens.account(referent), "role", "referent", "correlationId", "test"),
                                new PairInterrupted(
                                        pair,
                                        first,
                                        1,
                                        1,
                                        held,
                                        "YOUTH",
                                        "SAFEGUARDING",
                                        "REPLACE",
                                        null,
                                        LocalDate.of(2020, 5, 4))),
                        StandardCharsets.UTF_8)));

        String path = HOME + "/lignes/" + second + "/1";
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(page(team, path))
                        .contains("retenu en attendant une décision de l’équipe")
                        .doesNotContain("value=\"" + held + "\""));
        assertThat(page(own, HOME + "/mes-propositions"))
                .contains("Proposition retirée")
                .doesNotContain("retenu", "Oui, j’accepte");
        assertThat(team.post(API + "/proposals/" + running + "/validation", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(team.post(API + "/matches", Map.of("need", second, "line", 1, "mentor", held, "reason", "OTHER"))
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("MENTOR_HELD");
        Http.Answer chosen = team.postForm(path, Map.of("mentor", held, "reason", "OTHER"));
        assertThat(chosen.status()).isEqualTo(409);
        assertThat(chosen.body()).contains("retenu en attendant une décision de l’équipe");
        assertThat(team.postForm(path + "/prematching", Map.of("mentors[0]", held))
                        .status())
                .isEqualTo(409);
        String run = coordination.post(API + "/runs", "{}").json().get("run").asString();
        assertThat(coordination
                        .get(API + "/runs/" + run + "/replay")
                        .json()
                        .get("equal")
                        .asBoolean())
                .as("the run and its repetition leave the same mentor out")
                .isTrue();
        assertThat(coordination.get(API + "/proposals?status=PROPOSED").body()).doesNotContain(held);

        assertThat(page(coordination, HOME)).contains("Un mentor est retenu et attend votre décision.");
        assertThat(page(team, HOME)).doesNotContain("retenu");
        assertThat(page(coordination, HOME + "/retenus")).contains(held, "/suivi/binomes/" + pair, "Garder cette vue");
        assertThat(page(coordination, HOME + "/retenus?origine=binome")).contains(held);
        assertThat(page(coordination, HOME + "/retenus?origine=inquietude")).doesNotContain(held);
        assertThat(coordination.get(HOME + "/retenus?fichier=csv").body())
                .contains("Mentor;Pour quoi;Établissement;Département;Depuis le", ";un binôme interrompu;");
        assertThat(coordination.get(API + "/held-mentors").body()).contains(held, "SAFEGUARDING");
        Http elsewhere = new Http(port).as(Tokens.of("ailleurs", List.of("coordinator"), List.of("13"), null, null));
        assertThat(elsewhere.get(API + "/held-mentors").body()).doesNotContain(held);
        assertThat(elsewhere
                        .post(API + "/held-mentors/" + held + "/release", "{\"reason\": \"CLEARED\"}")
                        .status())
                .isEqualTo(409);
        String release = HOME + "/retenus/" + held + "/levee";
        Http.Answer without = coordination.postForm(release, Map.of());
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("href=\"#reason-" + held + "\"", "Dites pourquoi ce mentor");
        Http.Answer released = coordination.postForm(release, Map.of("reason", "CLEARED"));
        assertThat(released.status()).isEqualTo(303);
        assertThat(coordination.follow(released).body())
                .contains("ce mentor peut de nouveau être proposé")
                .doesNotContain(held);
        assertThat(team.post(API + "/matches", Map.of("need", second, "line", 1, "mentor", held, "reason", "OTHER"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_proposal_shows_who_follows_its_need_now_and_is_found_by_it() {
        String need = need("NONE", 1, LocalDate.of(2020, 4, 9), Subject.TECHNOLOGY);
        String proposal = matched(need, mentor(Subject.TECHNOLOGY, 1));
        String mine = HOME + "/propositions?suivi=MINE";
        String nobodys = HOME + "/propositions?suivi=NOBODY";
        assertThat(page(team, mine)).contains(proposal);
        assertThat(page(team, nobodys)).doesNotContain(proposal);

        var _ = commands.send(new PassNeedOn(need, null), CommandContext.system("give-back:" + need));
        assertThat(page(team, mine)).doesNotContain(proposal);
        assertThat(page(team, nobodys)).contains(proposal, "Sans référent·e");

        var _ = commands.send(new PassNeedOn(need, "account-second"), CommandContext.system("hand-over:" + need));
        assertThat(page(team, nobodys)).doesNotContain(proposal);
        assertThat(page(team, HOME + "/propositions/" + proposal))
                .contains("besoin suivi par", "/suivi/personnes/account-second");
        assertThat(page(team, HOME + "/mentors/" + mentorOf(proposal))).contains(proposal);
        assertThat(page(team, HOME + "/structures/" + STRUCTURE)).contains(proposal);
        assertThat(page(new Http(port).as(Tokens.referent("13")), HOME + "/structures/" + STRUCTURE))
                .doesNotContain(proposal);
    }

    // ---------------------------------------------------------------- given

    private String matched(String need, String volunteer) {
        Http.Answer answer = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> team.post(
                                API + "/matches",
                                Map.of("need", need, "line", 1, "mentor", volunteer, "reason", "OTHER")),
                        found -> found.status() == 201);
        String proposal = answer.json().get("proposal").asString();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> team.get(API + "/proposals/" + proposal).status() == 200);
        return proposal;
    }

    private String mentorOf(String proposal) {
        return team.get(API + "/proposals/" + proposal)
                .json()
                .get("proposal")
                .at("/terms/mentor")
                .asString();
    }

    private static String page(Http person, String path) {
        Http.Answer answer = person.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body())
                .as(path)
                .startsWith("<!doctype html>")
                .contains("</html>")
                .doesNotContain(" style=", " onclick=", "th:");
        assertThat(KEY.matcher(answer.body())
                        .results()
                        .map(found -> found.group())
                        .toList())
                .as("texts of %s", path)
                .isEmpty();
        return answer.body();
    }

    private static int status(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static String first(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow(() -> new AssertionError(pattern));
    }

    /** What a form would send as it stands, without boxes. */
    private static Map<String, String> fields(String html) {
        Map<String, String> fields = new HashMap<>();
        Pattern.compile("<input id=\"([^\"]+)\" name=\"[^\"]+\" type=\"text\" value=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .forEach(found -> fields.put(found.group(1), found.group(2)));
        return fields;
    }

    private String need(String audience, int seats, LocalDate declared) {
        return need(audience, seats, declared, Subject.MATHS);
    }

    /** Straight to the service: other stories read the same topics. */
    private String need(String audience, int seats, LocalDate declared, Subject subject) {
        String need = "need-" + UUID.randomUUID();
        var _ = commands.send(
                new OpenNeed(
                        need,
                        new QualifiedNeed(
                                STRUCTURE,
                                Tokens.account(referent),
                                territory,
                                "28",
                                PriorityAudience.valueOf(audience),
                                List.of(new SeatLine(
                                        1,
                                        seats,
                                        new PlaceProfile(
                                                LevelBand.COLLEGE_6_5,
                                                List.of(SupportKind.HOMEWORK),
                                                List.of(subject),
                                                List.of(Channel.VIDEO),
                                                List.of(new WeeklySlot(DayOfWeek.WEDNESDAY, 840, 960))))),
                                declared)),
                CommandContext.system("open:" + need));
        return need;
    }

    /** Who only accompanies this territory. */
    private String mentor(Subject subject, int capacity) {
        String id = "mentor-" + UUID.randomUUID();
        var _ = commands.send(
                new OpenMentor(
                        id,
                        new MentorProfile(
                                true,
                                territory,
                                false,
                                List.of(new Skill(subject, LevelBand.CP_CE2, LevelBand.LYCEE_PRO)),
                                List.of(SupportKind.HOMEWORK, SupportKind.METHOD),
                                List.of(Channel.VIDEO),
                                List.of(),
                                null,
                                null),
                        capacity),
                CommandContext.system("open:" + id));
        return id;
    }
}
