package fr.mentoratdurgence.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactOverdue;
import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairEndUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairHandedOver;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.matching.v1.NoticeRequested;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.local.parts.MailPart;
import fr.mentoratdurgence.local.parts.MailPart.Caught;
import fr.mentoratdurgence.mentor.letters.MentorLetter;
import fr.mentoratdurgence.platform.CallsWaiting;
import fr.mentoratdurgence.platform.letters.EachLetter;
import fr.mentoratdurgence.platform.letters.Letter;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.links.LinkStatement;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What mentors are told, by whom it is heard, and what their links do; on real PostgreSQL and a mail server that catches. */
@ServiceTest
class MentorLettersTest extends MentorChapter {
    private static final MailPart MAIL = MailPart.start(0);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern LINK = Pattern.compile("/lien/mentors/([\\w-]{43})");
    /** Ten in the morning: at night letters wait. */
    @TestConfiguration
    static class Daytime {
        @Bean
        Clock clock() {
            Duration shift = Duration.between(
                    Instant.now(),
                    LocalDate.now(PARIS).atTime(LocalTime.of(10, 0)).atZone(PARIS));
            return Clock.offset(Clock.system(PARIS), shift);
        }
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.port", MAIL::port);
        settings.add("mentorat.letters.every", () -> "200ms");
        settings.add("mentorat.deadlines.every", () -> "200ms");
        settings.add("mentor.charter-watch", () -> "200ms");
        settings.add("operation.charter-version", () -> "2");
    }

    @Autowired
    ApplicationContext service;

    @Autowired
    Letters letters;

    @Autowired
    MessageSource messages;

    @Autowired
    Clock clock;

    @Test
    void whoever_applies_is_told_and_confirms_the_address_by_the_button_of_the_link() {
        String address = email();
        String mentor = apply(address, true, false);
        String minor = email();
        String young = apply(minor, false, false);

        Caught received = caught(address, MentorLetter.APPLICATION_RECEIVED);
        assertThat(received.plain()).contains("Bonjour Zéphirine,", "M-", "entretien");
        assertThat(caught(minor, MentorLetter.APPLICATION_RECEIVED_MINOR).plain())
                .contains("parent", "/parents/autorisation");
        String link = link(caught(address, MentorLetter.CONFIRM_ADDRESS));

        // a scanner looks
        assertThat(anyone.get(link).body()).contains("Oui, c’est bien mon adresse");
        assertThat(confirmed(mentor)).isEmpty();
        assertThat(referent.get("/mentors/" + mentor).body()).contains("Pas encore confirmée");
        assertThat(anyone.as(Tokens.mentor(mentor)).get("/mentors/mon-espace").body())
                .contains("Confirmez votre adresse électronique");

        // the person presses, twice
        for (int press = 0; press < 2; press++) {
            Answer pressed = press(link, "confirmer");
            assertThat(pressed.status()).isEqualTo(307);
            assertThat(pressed.location()).endsWith("/mentors/adresse/confirmation");
            assertThat(by(pressed)
                            .postForm("/mentors/adresse/confirmation", Map.of())
                            .status())
                    .isEqualTo(303);
        }
        assertThat(confirmed(mentor)).isNotEmpty();
        assertThat(facts(mentor, "EmailConfirmed")).isEqualTo(1);
        assertThat(confirmed(young)).isEmpty();
        assertThat(anyone.as(Tokens.mentor(mentor)).get("/mentors/mon-espace").body())
                .doesNotContain("Confirmez votre adresse électronique");

        // whoever applies again hears the same on the page, and at most once a day by letter
        anyone.post(API, application(address, true, false));
        anyone.post(API, application(address, true, true));
        assertThat(caught(address, MentorLetter.APPLICATION_AGAIN).plain()).contains("déjà votre candidature");
        assertThat(all(address, MentorLetter.APPLICATION_AGAIN)).hasSize(1);
    }

    @Test
    void who_typed_the_address_wrongly_mends_it_on_the_page_of_thanks_and_nobody_learns_who_is_known() {
        String wrong = email();
        String thanks = sent(wrong);
        assertThat(anyone.get(thanks).body()).contains(wrong, "Corriger cette adresse");
        assertThat(anyone.get(thanks.replaceFirst("&envoi=.*", "")).body()).doesNotContain(wrong, "Corriger");
        String stolen = link(caught(wrong, MentorLetter.CONFIRM_ADDRESS));
        String receipt = thanks.replaceFirst(".*envoi=", "");

        Answer slip = mend(receipt, "zoe@gmial.com", "");
        assertThat(slip.status()).isEqualTo(422);
        assertThat(slip.body()).contains("gmail.com", "id=\"email-erreur\"");
        assertThat(mend(receipt, "", "").status()).isEqualTo(422);
        assertThat(mend("envoi-00000000-0000-4000-8000-000000000000", wrong, "").status())
                .isEqualTo(404);

        String right = email();
        Answer mended = mend(receipt, right, "");
        assertThat(mended.status()).isEqualTo(303);
        assertThat(anyone.get(path(mended)).body()).contains(right).doesNotContain(wrong);
        String link = link(caught(right, MentorLetter.CONFIRM_ADDRESS));
        assertThat(anyone.get(stolen).status())
                .as("links of the former address")
                .isEqualTo(410);

        // somebody else's address: the same page, and the person there is told
        String known = email();
        apply(known, true, false);
        long begun = System.nanoTime();
        Answer atKnown = mend(receipt, known, "");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(150));
        assertThat(atKnown.location()).isEqualTo(mended.location());
        assertThat(anyone.get(path(atKnown)).body()).contains(known);
        assertThat(caught(known, MentorLetter.APPLICATION_AGAIN).plain()).contains("déjà votre candidature");

        // who was taken for somebody known applies with the right address
        String taken = sent(known);
        String meant = email();
        assertThat(mend(taken.replaceFirst(".*envoi=", ""), meant, "").status()).isEqualTo(303);
        assertThat(caught(meant, MentorLetter.APPLICATION_RECEIVED).plain()).contains("M-");

        // a confirmed address is mended by who has a login
        by(press(link, "confirmer")).postForm("/mentors/adresse/confirmation", Map.of());
        String late = email();
        assertThat(mend(receipt, late, "").status()).isEqualTo(303);
        assertThat(db.sql("select count(*) from letter l join recent_application r on r.mentor = l.person"
                                + " where r.receipt = ? and l.kind = 'CONFIRM_ADDRESS'")
                        .param(receipt)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(db.sql("select string_agg(content_sealed, ' ') from recent_application")
                        .query(String.class)
                        .single())
                .doesNotContain(right, known, "Durand");
    }

    /** The page to which the form leads. */
    private String sent(String address) {
        return path(anyone.postForm(
                "/mentors/candidature",
                Map.ofEntries(
                        Map.entry("commande", "command-" + UUID.randomUUID()),
                        Map.entry("firstName", "Zéphirine"),
                        Map.entry("lastName", "Durand"),
                        Map.entry("email", address),
                        Map.entry("phone", "0612345678"),
                        Map.entry("adult", "oui"),
                        Map.entry("departement", "94"),
                        Map.entry("supports", "METHOD"),
                        Map.entry("channels", "VIDEO"),
                        Map.entry("capacity", "1"))));
    }

    private Answer mend(String receipt, String address, String asked) {
        return anyone.postForm(
                "/mentors/candidature/merci", Map.of("envoi", receipt, "email", address, "askedEmail", asked));
    }

    private static String path(Answer answer) {
        return answer.location().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void an_interview_is_offered_by_letter_chosen_in_two_taps_put_into_a_calendar_and_missed_without_harm() {
        String address = email();
        String mentor = apply(address, true, false);
        String other = apply(email(), true, false);
        LocalDate day = LocalDate.ofInstant(clock.instant(), PARIS).plusDays(3);
        Http screener = anyone.as(Tokens.of("irene", List.of("screener"), List.of("94"), null, null));
        String page = "/mentors/" + mentor + "/rendez-vous";
        Map<String, String> moments =
                Map.of("jour1", day.toString(), "heure1", "10:00", "jour2", day.toString(), "heure2", "14:30");

        assertThat(screener.postForm(page, Map.of("jour1", "2020-01-01", "heure1", "10:00"))
                        .body())
                .contains("Ce moment est passé", "href=\"#jour1\"");
        assertThat(screener.postForm(page, Map.of("jour1", day.toString())).body())
                .contains("href=\"#heure1\"");
        assertThat(screener.postForm(page, moments).status()).isEqualTo(303);
        assertThat(screener.postForm("/mentors/" + other + "/rendez-vous", moments)
                        .status())
                .as("several people may be offered the same")
                .isEqualTo(303);
        Caught offered = caught(address, MentorLetter.INTERVIEW_OFFERED);
        assertThat(offered.plain()).contains("à 10\u00a0h", "à 14\u00a0h\u00a030");

        Answer pressed = press(link(offered), "choisir");
        assertThat(path(pressed)).isEqualTo("/mentors/rendez-vous");
        Http self = by(pressed);
        assertThat(self.get("/mentors/rendez-vous").body()).contains("à 10\u00a0h", "à 14\u00a0h\u00a030");
        String ten = day.atTime(10, 0).atZone(PARIS).toInstant().toString();
        assertThat(self.postForm("/mentors/rendez-vous", Map.of("at", ten)).status())
                .isEqualTo(303);
        assertThat(self.get("/mentors/rendez-vous").body()).contains("C’est noté");
        Caught booked = caught(address, MentorLetter.INTERVIEW_BOOKED);
        assertThat(booked.plain()).contains("fichier joint", "30 minutes").doesNotContain("BEGIN:");
        VEvent event = Biweekly.parse(booked.calendar()).first().getEvents().getFirst();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse(ten));
        assertThat(event.getSummary().getValue()).contains("Entretien");
        assertThat(screener.get("/mentors/entretiens").body()).contains("Rendez-vous");

        // the second person finds the moment taken, and takes the other one
        assertThat(referent.post(path(other, "interview/appointment"), Map.of("at", ten))
                        .status())
                .as("somebody else of the team leads it")
                .isEqualTo(204);
        assertThat(screener.postForm(
                                "/mentors/" + other + "/rendez-vous",
                                Map.of("jour1", day.toString(), "heure1", "10:15", "convenu", "oui"))
                        .body())
                .contains("Ce moment vient d’être pris");

        // another moment instead; on the eve a reminder waits, also as a short message
        String afternoon = day.atTime(14, 30).atZone(PARIS).toInstant().toString();
        assertThat(self.postForm("/mentors/rendez-vous", Map.of("at", afternoon))
                        .status())
                .isEqualTo(303);
        assertThat(db.sql("select state from letter where person = ? and kind = 'INTERVIEW_TOMORROW' order by position")
                        .param(mentor)
                        .query(String.class)
                        .list())
                .containsExactly("CANCELLED", "WAITING");
        assertThat(referent.post(path(mentor, "interview/absence"), "{}").status())
                .as("it is not that hour yet")
                .isEqualTo(409);
        assertThat(referent.post(path(mentor, "interview/moments"), Map.of("moments", List.of()))
                        .status())
                .isEqualTo(422);
        assertThat(elsewhere.get(page).status()).isEqualTo(404);

        referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", true));
        assertThat(self.get("/mentors/rendez-vous").body()).contains("plus de rendez-vous à prendre");
        assertThat(screener.get(page).status()).isEqualTo(404);
        assertThat(db.sql("select state from letter where person = ? and kind = 'INTERVIEW_TOMORROW' order by position")
                        .param(mentor)
                        .query(String.class)
                        .list())
                .containsOnly("CANCELLED");
    }

    @Test
    void a_proposal_comes_with_its_link_stands_under_to_do_and_ends_with_its_answer() {
        String address = email();
        String mentor = active(address);
        String proposal = "proposal-" + UUID.randomUUID();
        hear(notice("PROPOSED_TO_MENTOR", proposal, mentor, Duration.ofDays(3)));
        hear(notice("ACCEPTED_TO_REFERENT", proposal, mentor, Duration.ofDays(3)));

        Caught letter = caught(address, MentorLetter.PROPOSAL);
        assertThat(letter.subject()).isEqualTo("Un jeune attend votre réponse");
        assertThat(letter.plain()).contains("avant ", "Voir et répondre");
        Http self = anyone.as(Tokens.mentor(mentor));
        assertThat(self.get("/mentors/mon-espace").body()).contains("À faire", "/appariement/propositions/" + proposal);

        // the page of the link has the three buttons; a yes is sent on as the form that it is, for this mentor
        String link = link(letter);
        assertThat(anyone.get(link).body()).contains("Oui, je suis disponible", "Non, pas cette fois", "Voir d’abord");
        Answer yes = press(link, "oui");
        assertThat(yes.status()).isEqualTo(307);
        assertThat(yes.location()).endsWith("/appariement/propositions/" + proposal + "/acceptation");
        assertThat(press(link, "non").location()).endsWith("/refus");
        Answer see = press(link, "voir");
        assertThat(see.status()).isEqualTo(303);
        assertThat(see.location()).endsWith("/appariement/propositions/" + proposal);

        hear(new ProposalAcceptedByMentor(proposal, "need-1", 1, 1, mentor));
        assertThat(self.get("/mentors/mon-espace").body()).doesNotContain(proposal);
        assertThat(anyone.get(link).status()).isEqualTo(410);
    }

    @Test
    void how_a_trial_goes_is_said_by_one_button_of_its_link() {
        String address = email();
        String mentor = active(address);
        String proposal = "proposal-" + UUID.randomUUID();
        hear(notice("TRIAL_TO_MENTOR", proposal, mentor, Duration.ofDays(9)));

        String link = link(caught(address, MentorLetter.TRIAL));
        String page = "/appariement/propositions/" + proposal;
        assertThat(anyone.get(link).body()).contains("Voir le contact de la structure", "Cela se passe bien");
        assertThat(press(link, "voir").location()).endsWith(page + "?contact");
        Answer said = press(link, "POOR");
        assertThat(said.status()).isEqualTo(307);
        assertThat(said.location()).endsWith(page + "/essai?fit=POOR");
    }

    @Test
    void a_proposal_that_lapses_is_told_and_one_that_was_answered_is_asked_about_no_more() {
        String address = email();
        String mentor = active(address);
        String lapsed = "proposal-" + UUID.randomUUID();
        hear(new ProposalExpired(lapsed, "need-1", 1, 1, mentor));
        assertThat(caught(address, MentorLetter.PROPOSAL_LAPSED).plain()).contains("rien à faire");

        String late = "proposal-" + UUID.randomUUID();
        hear(notice("REMINDER_TO_MENTOR", late, mentor, Duration.ofHours(-1)));
        awaitState(mentor, MentorLetter.PROPOSAL_REMINDER, "CANCELLED");
    }

    @Test
    void a_pair_that_begins_gives_the_contact_and_ends_with_thanks_but_not_where_a_young_person_was_protected() {
        String address = email();
        String mentor = active(address);
        String pair = opened(mentor);
        Caught ready = caughtNow(address, MentorLetter.CONTACT_READY);
        assertThat(press(link(ready), "voir").location()).endsWith("/suivi/binomes/" + pair + "?contact");
        assertThat(press(link(ready), "fait").location()).endsWith("/suivi/binomes/" + pair + "/premier-contact");
        hear(new FirstContactOverdue(pair, clock.instant()));
        assertThat(caught(address, MentorLetter.FIRST_CONTACT_AWAITED).plain()).contains("premier contact");
        hear(new PairHandedOver(pair, "need-1", mentor, "account-before", "account-now", null, LocalDate.now(PARIS)));
        assertThat(caughtNow(address, MentorLetter.REFERENT_CHANGED).plain()).contains("suit maintenant votre binôme");
        hear(new PairClosed(pair, "need-1", 1, 1, mentor, true, LocalDate.now(PARIS)));
        assertThat(caughtNow(address, MentorLetter.PAIR_ENDED).plain()).contains("merci");
        assertThat(anyone.get(link(ready)).status()).isEqualTo(410);
        hear(new PairEndUndone(pair, "proposal-1", terms(mentor), LocalDate.now(PARIS)));
        assertThat(anyone.get(link(ready)).status()).as("the end was a mistake").isEqualTo(200);

        // nobody else of these tests bears this name or has this telephone: they would be recognised
        String alone = email();
        Map<String, Object> ondine = new HashMap<>(application(alone, true, false));
        ondine.putAll(Map.of("firstName", "Ondine", "lastName", "Roche", "phone", "06 39 98 77 66"));
        String held = active(alone, ondine);
        String stopped = opened(held);
        hear(new PairInterrupted(
                stopped, "need-1", 1, 1, held, "OPERATION", "SAFEGUARDING", "REPLACE", null, LocalDate.now(PARIS)));
        assertThat(written(held, MentorLetter.PAIR_STOPPED)).isZero();
        String other = active(email());
        String moved = opened(other);
        hear(new PairInterrupted(
                moved, "need-1", 1, 1, other, "YOUTH", "SCHEDULE", "REPLACE", null, LocalDate.now(PARIS)));
        assertThat(written(other, MentorLetter.PAIR_STOPPED)).isEqualTo(1);
    }

    @Test
    void of_two_pairs_that_stop_in_one_act_their_mentor_reads_in_one_letter() {
        String address = email();
        String mentor = active(address);
        for (String pair : List.of(opened(mentor), opened(mentor))) {
            hear(new PairInterrupted(
                    pair, "need-1", 1, 1, mentor, "YOUTH", "SCHEDULE", "REPLACE", null, LocalDate.now(PARIS)));
        }
        assertThat(caughtNow(address, MentorLetter.PAIR_STOPPED).plain())
                .contains("2 binômes dont vous faisiez partie s’arrêtent");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> db.sql("select count(*) from letter where person = ? and kind = ? and state = 'SENT'")
                                .params(mentor, MentorLetter.PAIR_STOPPED.name())
                                .query(Long.class)
                                .single()
                        == 2);
        assertThat(all(address, MentorLetter.PAIR_STOPPED)).hasSize(1);
    }

    @Test
    void many_mentors_are_reminded_once_a_day_or_written_to_in_words_that_are_ready() {
        String address = email();
        String mentor = active(address);
        String pair = opened(mentor);
        Caught ready = caughtNow(address, MentorLetter.CONTACT_READY);
        assertThat(ready.subject()).isNotBlank();
        awaitState(mentor, MentorLetter.CONTACT_READY, "SENT");
        String rows = "choix=" + pair + "&choix=pair-elsewhere&choix=need-1";

        assertThat(referent.postForm("/mentors/lot/relance?" + rows, Map.of()).body())
                .contains("repart par courriel", "2 autres lignes cochées")
                .doesNotContain("??");
        Map<String, String> sent = Map.of("commande", "relance-" + pair);
        for (int time = 0; time < 2; time++) {
            assertThat(referent.postForm("/mentors/lot/relance/fait?" + rows, sent)
                            .body()
                            .replace('\u00a0', ' '))
                    .contains("Une ligne : c’est fait.");
        }
        String done =
                referent.postForm("/mentors/lot/relance/fait?" + rows, sent).body();
        assertThat(takenBack("relance", rows, done)).contains("Une ligne est annulée.");
        assertThat(written(mentor, MentorLetter.CONTACT_READY))
                .as("nothing went")
                .isEqualTo(1);
        done = referent.postForm("/mentors/lot/relance/fait?" + rows, Map.of("commande", "encore-" + pair))
                .body();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var _ = caughtNow(address, MentorLetter.CONTACT_READY);
            return all(address, MentorLetter.CONTACT_READY).size() == 2;
        });
        awaitState(mentor, MentorLetter.CONTACT_READY, "SENT");
        assertThat(takenBack("relance", rows, done)).contains("Rien n’a été annulé.", "Ce courrier est déjà parti.");
        assertThat(referent.postForm("/mentors/lot/relance?" + rows, Map.of()).body())
                .contains("déjà reparti aujourd’hui");
        assertThat(new Http(port)
                        .as(Tokens.referent("75"))
                        .postForm("/mentors/lot/relance?" + rows, Map.of())
                        .body())
                .contains("3 autres lignes cochées");

        assertThat(referent.postForm("/mentors/lot/message/fait?" + rows, Map.of())
                        .status())
                .isEqualTo(422);
        String text = "texte=HOLIDAYS_AHEAD&" + rows;
        assertThat(referent.postForm("/mentors/lot/message?" + text, Map.of()).body())
                .contains("Mettez-vous d’accord avec le jeune", "Le reçoit par courriel.")
                .doesNotContain("??");
        for (int time = 0; time < 2; time++) {
            assertThat(referent.postForm("/mentors/lot/message/fait?" + text, Map.of("commande", "message-" + pair))
                            .body()
                            .replace('\u00a0', ' '))
                    .contains("Une ligne : c’est fait.");
        }
        assertThat(caughtNow(address, MentorLetter.HOLIDAYS_AHEAD).plain()).contains("pause");
        assertThat(written(mentor, MentorLetter.HOLIDAYS_AHEAD)).isEqualTo(1);
    }

    @Test
    void who_has_no_address_applies_by_telephone_is_called_and_gets_a_login_that_can_be_said() {
        Map<String, Object> typed = new HashMap<>(application("", true, false));
        typed.put("firstName", "Josette");
        typed.put("phone", "06 39 98 12 34");
        Answer received = anyone.post(API, typed);
        assertThat(received.status()).as(received.body()).isEqualTo(201);
        String mentor = received.json().path("mentor").asString();
        typed.put("capacity", 1);
        // the same telephone: the same person under the same name, another one under another
        assertThat(identities(anyone.post(API, typed).json().path("mentor").asString()))
                .isZero();
        typed.put("firstName", "Marcel");
        assertThat(identities(anyone.post(API, typed).json().path("mentor").asString()))
                .isEqualTo(1);

        referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", true));
        Answer account = referent.post(path(mentor, "account"), "{}");
        assertThat(account.status()).as(account.body()).isEqualTo(200);
        String login = account.json().path("username").asString();
        assertThat(login).doesNotContain("josette");
        assertThat(KEYCLOAK.usersNamed(login)).hasSize(1);

        String proposal = "proposal-" + UUID.randomUUID();
        hear(notice("PROPOSED_TO_MENTOR", proposal, mentor, Duration.ofDays(3)));
        awaitState(mentor, MentorLetter.PROPOSAL, "TO_CALL");
        assertThat(service.getBean(CallsWaiting.Counted.class).byDepartement().get("94"))
                .isPositive();
        assertThat(referent.get("/mentors").body())
                .contains(
                        "À appeler", "Josette", "aucune adresse électronique", "/appariement/propositions/" + proposal);
        assertThat(elsewhere.get("/mentors").body()).doesNotContain(proposal);
        String letter = db.sql("select letter_id from letter where person = ? and state = 'TO_CALL'")
                .param(mentor)
                .query(String.class)
                .single();
        assertThat(referent.get("/mentors/courrier").body())
                .contains("value=\"" + letter + "\"", "Josette", "aucune adresse électronique", "/mentors/lot/appele")
                .doesNotContain("??", "06 39 98 12 34");
        assertThat(elsewhere.get("/mentors/courrier").body()).doesNotContain(letter);
        assertThat(referent.get("/mentors/courrier?fichier=csv").body())
                .contains("M-", ";à appeler;")
                .doesNotContain("Josette");
        assertThat(elsewhere
                        .postForm("/mentors/" + mentor + "/appel", Map.of("lettre", letter))
                        .status())
                .isEqualTo(404);
        assertThat(referent.postForm("/mentors/" + mentor + "/appel", Map.of("lettre", letter))
                        .status())
                .isEqualTo(303);
        assertThat(referent.get("/mentors").body()).doesNotContain(proposal);
    }

    @Test
    void who_confirmed_the_address_is_let_in_by_letter_and_nobody_else_knows_the_password() {
        String address = email();
        String mentor = apply(address, true, false);
        referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", true));
        String page = "/mentors/" + mentor;
        assertThat(referent.get(page).body()).contains("n’a pas d’adresse confirmée");
        Answer confirming = press(link(caught(address, MentorLetter.CONFIRM_ADDRESS)), "confirmer");
        by(confirming).postForm("/mentors/adresse/confirmation", Map.of());
        assertThat(referent.get(page).body()).contains("Un courrier lui donne son identifiant");

        assertThat(referent.postForm(page + "/compte", Map.of()).status()).isEqualTo(303);
        assertThat(referent.get(page).body()).doesNotContain("À dire au téléphone");
        Caught invitation = caught(address, MentorLetter.ACCOUNT_INVITATION);
        String login = KEYCLOAK.username(KEYCLOAK.usersAt(address).getFirst());
        assertThat(invitation.plain()).contains(login);

        // a scanner looks; the person presses, sees it once, and the link has done its work
        String link = link(invitation);
        assertThat(anyone.get(link).body()).contains("Voir mon mot de passe");
        int resets = resets();
        Answer pressed = press(link, "ouvrir");
        assertThat(pressed.location()).endsWith("/lien/mentors/acces");
        assertThat(resets()).isEqualTo(resets);
        Answer access = by(pressed).postForm("/lien/mentors/acces", Map.of());
        assertThat(access.body()).contains(login, "Mot de passe provisoire");
        assertThat(resets()).isEqualTo(resets + 1);
        assertThat(anyone.get(link).status()).isEqualTo(410);

        // a renewed password comes by letter too, and the login by the page for who forgot it
        Answer renewed = referent.post(path(mentor, "account/password"), "{}");
        assertThat(renewed.json().path("invited").asBoolean()).isTrue();
        assertThat(renewed.json().path("temporaryPassword").isNull()).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> all(address, MentorLetter.ACCOUNT_INVITATION).size() == 2);
        Answer known = anyone.postForm("/lien/mentors/identifiant", Map.of("email", address));
        Answer unknown = anyone.postForm("/lien/mentors/identifiant", Map.of("email", email()));
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(caught(address, MentorLetter.LOGIN_REMINDER).plain()).contains(login);
    }

    @Test
    void a_login_is_told_to_no_address_that_nobody_has_confirmed() {
        String address = email();
        String mentor = apply(address, true, false);
        referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", true));
        Answer account = referent.post(path(mentor, "account"), "{}");
        assertThat(account.json().path("temporaryPassword").asString()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(written(mentor, MentorLetter.ACCOUNT_INVITATION)).isZero();

        anyone.postForm("/lien/mentors/identifiant", Map.of("email", address));
        assertThat(written(mentor, MentorLetter.LOGIN_REMINDER)).isZero();
    }

    private static int resets() {
        return (int) KEYCLOAK.calls().stream()
                .filter(call -> call.endsWith("/reset-password"))
                .count();
    }

    @Test
    void two_people_may_share_a_mailbox() {
        String address = email();
        String one = apply(address, true, false);
        Map<String, Object> spouse = new HashMap<>(application(address, true, false));
        spouse.put("firstName", "Marcel");
        String other = anyone.post(API, spouse).json().path("mentor").asString();
        assertThat(identities(one)).isEqualTo(1);
        assertThat(identities(other)).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> all(address, MentorLetter.CONFIRM_ADDRESS).size() == 2);
    }

    @Test
    void an_address_is_corrected_by_who_has_it_after_a_likely_slip_was_asked_about_and_old_links_open_no_more() {
        String wrong = email();
        String mentor = apply(wrong, true, false);
        String link = link(caught(wrong, MentorLetter.CONFIRM_ADDRESS));
        Http self = anyone.as(Tokens.mentor(mentor));
        assertThat(self.get("/mentors/mon-espace/coordonnees").body()).contains(wrong, "06 12 34 56 78");
        String box = "awa-" + UUID.randomUUID();
        Map<String, String> typed = new HashMap<>(Map.of(
                "firstName", "Zéphirine", "lastName", "Durand", "email", box + "@gmial.com", "phone", "0612345678"));
        Answer asked = self.postForm("/mentors/mon-espace/coordonnees", typed);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("Vouliez-vous écrire " + box + "@gmail.com");
        assertThat(facts(mentor, "ContactCorrected")).isZero();

        typed.put("email", box + "@gmail.com");
        assertThat(self.postForm("/mentors/mon-espace/coordonnees", typed).status())
                .isEqualTo(303);
        caught(box + "@gmail.com", MentorLetter.CONFIRM_ADDRESS);
        assertThat(anyone.get(link).status()).isEqualTo(410);
        assertThat(facts(mentor, "ContactCorrected")).isEqualTo(1);

        // the team of the territory, and no other
        typed.put("email", "");
        String path = "/mentors/" + mentor + "/coordonnees";
        assertThat(elsewhere.postForm(path, typed).status()).isEqualTo(404);
        assertThat(referent.get(path).body()).contains(box + "@gmail.com");
        assertThat(referent.postForm(path, typed).status()).isEqualTo(303);
        assertThat(referent.get("/mentors/" + mentor + "/contact").body()).doesNotContain(box, "mailto:");
    }

    @Test
    void a_slip_in_the_application_is_asked_about_once() {
        Map<String, String> form = new HashMap<>(Map.of(
                "firstName",
                "Awa",
                "lastName",
                "Sow",
                "email",
                "awa-" + UUID.randomUUID() + "@hotmial.fr",
                "phone",
                "0612345678",
                "adult",
                "oui",
                "departement",
                "94",
                "supports",
                "METHOD",
                "channels",
                "VIDEO",
                "capacity",
                "1"));
        Answer asked = anyone.postForm("/mentors/candidature", form);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("@hotmail.fr ?", "name=\"askedEmail\"");
        form.put("askedEmail", form.get("email"));
        assertThat(anyone.postForm("/mentors/candidature", form).status()).isEqualTo(303);
    }

    @Test
    void an_erasure_ends_with_a_receipt_and_then_nothing_is_kept_of_where_it_went() {
        String address = email();
        String mentor = apply(address, true, false);
        String link = link(caught(address, MentorLetter.CONFIRM_ADDRESS));
        assertThat(referent.delete(API + "/" + mentor).status()).isEqualTo(204);
        assertThat(identities(mentor)).isZero();
        assertThat(anyone.get(link).status()).isEqualTo(404);
        assertThat(caught(address, MentorLetter.ERASED).plain()).contains("Bonjour Zéphirine,", "reçu");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            for (String table :
                    List.of("letter", "letter_preference", "letter_channel", "act_link", "erasure_receipt")) {
                assertThat(db.sql("select count(*) from " + table + " where person = ?")
                                .param(mentor)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        });
    }

    @Test
    void a_mentor_chooses_what_comes_by_login_or_by_the_foot_of_a_letter_and_a_mail_program_stops_a_kind()
            throws IOException {
        String address = email();
        String mentor = active(address);
        Caught news = caught(address, MentorLetter.ACTIVE_NOW);
        String masked = address.replaceFirst("(.).*@", "$1…@");
        Http self = anyone.as(Tokens.mentor(mentor));

        // by login: what always comes, what can be chosen, where it goes
        String page = self.get("/mentors/courriers").body();
        Files.writeString(Files.createDirectories(Path.of("target/letters")).resolve("mes-courriers.html"), page);
        assertThat(page)
                .contains("Un jeune vous est proposé", "Tout est prêt, vous êtes mentor")
                .contains(masked)
                .doesNotContain(address);
        assertThat(self.get("/mentors/mon-espace").body()).contains("href=\"/mentors/courriers\"");
        Answer chosen = self.postForm(
                "/mentors/courriers",
                Map.of("rythme.ACTIVE_NOW", "DAILY", "rythme.PROPOSAL", "NEEDED_ONLY", "canal", "SMS"));
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.location()).endsWith("/mentors/courriers");
        assertThat(preferences(mentor)).containsExactly("ACTIVE_NOW DAILY");
        assertThat(channel(mentor)).as("nobody sends short messages here").isEmpty();
        assertThat(self.follow(chosen).body()).contains("Vos choix sont enregistrés");

        // by the link at the foot of the letter
        String stop = news.stop().substring(news.stop().indexOf("/lien/"));
        Answer opened = press(stop.substring(0, stop.indexOf("/arret/")), "ouvrir");
        assertThat(opened.location()).endsWith("/mentors/courriers");
        assertThat(by(opened).get("/mentors/courriers").body()).contains(masked);
        assertThat(by(opened).get("/mentors/mon-espace").status()).isEqualTo(403);
        by(opened)
                .postForm("/mentors/courriers", Map.of("rythme.PROPOSAL_LAPSED", "NEEDED_ONLY", "canal", "TELEPHONE"));
        assertThat(preferences(mentor)).containsExactly("ACTIVE_NOW DAILY", "PROPOSAL_LAPSED NEEDED_ONLY");
        assertThat(channel(mentor)).contains("TELEPHONE");

        // looking stops nothing; a mail program does
        assertThat(anyone.get(stop).status()).isEqualTo(303);
        Map<String, String> oneClick = Map.of("List-Unsubscribe", "One-Click");
        assertThat(anyone.postForm(stop.replace("ACTIVE_NOW", "PROPOSAL"), oneClick)
                        .status())
                .as("what has to come")
                .isEqualTo(404);
        String forged = stop.replaceFirst("mentors/.", stop.contains("mentors/-") ? "mentors/_" : "mentors/-");
        assertThat(anyone.postForm(forged, oneClick).status()).isEqualTo(404);
        assertThat(preferences(mentor)).contains("ACTIVE_NOW DAILY");
        assertThat(anyone.postForm(stop, oneClick).status()).isEqualTo(204);
        assertThat(preferences(mentor)).contains("ACTIVE_NOW NEEDED_ONLY");

        // nobody else's: another mentor's link, a need's link
        assertThat(anyone.with(LinkStatement.HEADER, Tokens.link("LETTERS", "need-1", "need-1", ""))
                        .get("/mentors/courriers")
                        .body())
                .contains("Nous ne vous écrivons pas");
    }

    private List<String> preferences(String mentor) {
        return db.sql("select kind || ' ' || rhythm from letter_preference where person = ? order by kind")
                .param(mentor)
                .query(String.class)
                .list();
    }

    private Optional<String> channel(String mentor) {
        return db.sql("select channel from letter_channel where person = ?")
                .param(mentor)
                .query(String.class)
                .optional();
    }

    @Test
    void each_kind_of_letter_has_all_its_words() throws IOException {
        String address = email();
        String mentor = active(address);
        referent.post(path(mentor, "account"), "{}");
        Instant soon = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> parameters = new HashMap<>(Map.of(
                "proposal",
                "proposal-1",
                "pair",
                "pair-1",
                "number",
                "M-3F9A01BC",
                "on",
                today,
                "since",
                today,
                "account",
                "account-" + KEYCLOAK.usersAt(address).getFirst()));
        parameters.putAll(Map.of("minute", "1020", "minutes", "60", "weekly", "true", "version", "2"));
        parameters.putAll(Map.of("moment1", soon.toString(), "at", soon.toString()));
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            for (MentorLetter kind : MentorLetter.values()) {
                Map<String, String> with = new HashMap<>(parameters);
                with.put(
                        "until",
                        Set.of(
                                                MentorLetter.PROOF_TO_RENEW,
                                                MentorLetter.CHECK_IN,
                                                MentorLetter.PAIR_PAUSED,
                                                MentorLetter.PAIR_RESUMES)
                                        .contains(kind)
                                ? LocalDate.now(PARIS).plusDays(20).toString()
                                : soon.toString());
                EachLetter.of(service).hasItsWords(kind, mentor, with);
                letters.write(new Letter("each:" + mentor + ":" + kind, kind, mentor, with, clock.instant(), ""));
            }
        });
        assertThat(EachLetter.of(service).kinds()).hasSameSizeAs(MentorLetter.values());
        for (MentorLetter kind : MentorLetter.values()) {
            Caught letter = caught(address, kind);
            assertThat(letter.subject()).as(kind.name()).isNotBlank().doesNotContain("{");
            assertThat(letter.plain()).as(kind.name()).doesNotContain("{", "??");
            assertThat(letter.html()).as(kind.name()).contains("<html lang=\"fr\"");
            if (kind.asks()) {
                assertThat(text("afaire." + kind + ".titre")).isNotBlank();
                assertThat(text("afaire." + kind + ".texte")).isNotBlank();
            }
            assertThat(text("appel." + kind)).isNotBlank();
            assertThat(text("lettre." + kind + ".nom")).isNotBlank();
        }
    }

    @Test
    void who_accepted_an_older_charter_is_asked_once_accepts_by_the_link_and_loses_nothing_meanwhile() {
        String address = email();
        String mentor = active(address);
        Http self = anyone.as(Tokens.mentor(mentor));
        assertThat(facts(mentor, "CharterAskedAgain")).isZero();

        // given that it was the version before this one that was accepted
        db.sql("""
                insert into domain_event(event_id, aggregate_id, sequence_number, type, time_stamp, payload_type, payload, meta_data)
                select gen_random_uuid()::text, aggregate_id,
                    (select max(sequence_number) + 1 from domain_event where aggregate_id = :mentor), type, now(),
                    payload_type, jsonb_set(payload::jsonb, '{version}', '1')::json, meta_data
                from domain_event where aggregate_id = :mentor and payload_type = 'mentors.CharterAccepted'""").param("mentor", mentor).update();
        db.sql("update mentor_row set charter = 1 where mentor = ?")
                .param(mentor)
                .update();

        Caught letter = caught(address, MentorLetter.CHARTER_CHANGED);
        assertThat(letter.plain()).contains("La charte du mentor a changé", "continue en attendant");
        assertThat(self.get("/mentors/mon-espace").body())
                .contains("La charte a changé", "Tout est prêt", "/mentors/mon-espace/charte")
                .doesNotContain("Votre justificatif a expiré");
        assertThat(referent.get(API + "/" + mentor).json().path("status").asString())
                .isEqualTo("ACTIVE");
        assertThat(referent.get(API + "/" + mentor).json().path("missing").toString())
                .isEqualTo("[\"CHARTER\"]");
        assertThat(referent.get("/mentors/" + mentor).body())
                .contains("La version 2 reste à lire")
                .doesNotContain("Justificatif expiré");

        // by the link, without a login; looking accepts nothing
        Answer pressed = press(link(letter), "lire");
        assertThat(pressed.location()).endsWith("/mentors/mon-espace/charte");
        Http by = by(pressed);
        assertThat(by.get("/mentors/mon-espace/charte").body())
                .contains("Vous avez accepté la version 1", "J’ai lu la charte")
                .doesNotContain("href=\"/mentors/mon-espace\"");
        assertThat(by.get("/mentors/mon-espace").status()).isEqualTo(403);
        assertThat(facts(mentor, "CharterAccepted")).isEqualTo(2);
        Answer accepted = by.postForm("/mentors/mon-espace/charte", Map.of("version", "2", "accord", "true"));
        assertThat(accepted.location()).endsWith("/mentors/mon-espace/charte");
        assertThat(by.get("/mentors/mon-espace/charte").body())
                .contains("Vous avez accepté cette version")
                .doesNotContain("J’ai lu la charte");

        // then nothing is left to do, and nobody asks again
        assertThat(self.get("/mentors/mon-espace").body()).doesNotContain("La charte a changé");
        assertThat(referent.get(API + "/" + mentor).json().path("missing")).isEmpty();
        assertThat(facts(mentor, "CharterAskedAgain")).isEqualTo(1);
        assertThat(all(address, MentorLetter.CHARTER_CHANGED)).hasSize(1);
    }

    private String text(String key) {
        return String.valueOf(messages.getMessage(key, null, "", Locale.FRENCH));
    }

    private String active(String address) {
        return active(address, application(address, true, false));
    }

    private String active(String address, Map<String, Object> application) {
        String mentor = anyone.post(API, application).json().path("mentor").asString();
        referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", true));
        referent.post(path(mentor, "proof"), Map.of("kind", "HONORABILITY_CERTIFICATE", "issuedOn", today));
        Http self = anyone.as(Tokens.mentor(mentor));
        self.post(API + "/me/charter", Map.of("version", 2));
        self.post(API + "/me/training", Map.of("module", "CORE"));
        caught(address, MentorLetter.ACTIVE_NOW);
        return mentor;
    }

    private String opened(String mentor) {
        String pair = "pair-" + UUID.randomUUID();
        hear(new PairOpened(
                pair,
                "proposal-" + UUID.randomUUID(),
                terms(mentor),
                LocalDate.now(PARIS),
                clock.instant().plus(Duration.ofDays(5))));
        return pair;
    }

    private static PairTerms terms(String mentor) {
        return new PairTerms(
                "need-1",
                1,
                1,
                mentor,
                "structure-0940001A",
                "account-1",
                "94",
                "24",
                "COLLEGE_6_5",
                "NONE",
                LocalDate.now(PARIS));
    }

    private NoticeRequested notice(String template, String proposal, String mentor, Duration left) {
        return new NoticeRequested(
                "notice-" + UUID.randomUUID(),
                template,
                "MENTOR",
                mentor,
                proposal,
                "need-1",
                1,
                mentor,
                clock.instant().plus(left));
    }

    private static List<Caught> all(String address, MentorLetter kind) {
        return MAIL.letters().stream()
                .filter(letter -> letter.to().equals(address) && letter.kind().equals(kind.name()))
                .toList();
    }

    /** Presses the button of the page that says what was done to many. */
    private String takenBack(String act, String rows, String done) {
        String sending = done.replaceAll("(?s).*name=\"lot\" value=\"([^\"]*)\".*", "$1");
        return referent.postForm("/mentors/lot/" + act + "/annulation?" + rows, Map.of("lot", sending))
                .body()
                .replace('\u00a0', ' ');
    }

    private static Caught caught(String address, MentorLetter kind) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !all(address, kind).isEmpty());
        return all(address, kind).getFirst();
    }

    /** One that waits for as long as what it tells can be undone. */
    private Caught caughtNow(String address, MentorLetter kind) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            db.sql("update letter set due_at = written_at where kind = ? and state = 'WAITING'")
                    .param(kind.name())
                    .update();
            return !all(address, kind).isEmpty();
        });
        return all(address, kind).getFirst();
    }

    private void awaitState(String mentor, MentorLetter kind, String state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> db.sql("select state from letter where person = ? and kind = ?")
                        .params(mentor, kind.name())
                        .query(String.class)
                        .list()
                        .contains(state));
    }

    private long written(String mentor, MentorLetter kind) {
        return db.sql("select count(*) from letter where person = ? and kind = ?")
                .params(mentor, kind.name())
                .query(Long.class)
                .single();
    }

    private long facts(String mentor, String fact) {
        return db.sql("select count(*) from domain_event where aggregate_id = ? and payload_type = ?")
                .params(mentor, "mentors." + fact)
                .query(Long.class)
                .single();
    }

    private String confirmed(String mentor) {
        return referent.get(API + "/" + mentor).json().path("emailConfirmedOn").asString("");
    }

    private static String link(Caught letter) {
        Matcher link = LINK.matcher(letter.plain());
        assertThat(link.find()).as(letter.plain()).isTrue();
        return link.group();
    }

    private Answer press(String link, String choice) {
        int last = link.lastIndexOf('/');
        return anyone.postForm(link.substring(0, last), Map.of("jeton", link.substring(last + 1), "choix", choice));
    }

    /** Who holds what the link said. */
    private Http by(Answer pressed) {
        return anyone.with(
                LinkStatement.HEADER,
                pressed.response().headers().firstValue(LinkStatement.HEADER).orElseThrow());
    }
}
