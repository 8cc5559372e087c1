package fr.mentoratdurgence.followup.notes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.needs.v1.ContactErased;
import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the team writes down: its own, sealed, thought of in time, and gone. */
@FollowupTest
class NotesTest {
    private static final String TEXT = "Rappeler la vie scolaire avant le conseil";

    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private TeamNotes book;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MovableClock clock;

    private final String mentor = Heard.id("mentor");
    private final MatchConfirmed match =
            Heard.match(Heard.id("pair"), Tokens.account("referente-58"), mentor, "structure-0580001A", "58");
    private final String page = "/suivi/notes/" + match.pair();

    @BeforeEach
    void a_pair() {
        inbox.hearing().on(Heard.event(match, clock.instant()));
    }

    @Test
    void a_note_is_the_teams_of_the_territory_alone_and_names_nobody() {
        assertThat(team("58").get(page).body()).contains("Aucune note").doesNotContain("??");
        assertThat(written(Map.of("texte", TEXT))).isEqualTo(303);
        assertThat(team("58").get(page).body()).contains(TEXT).doesNotContain("??");
        assertThat(team("2A").get(page).status()).isEqualTo(404);
        assertThat(new Http(port).as(Tokens.mentor(mentor)).get(page).status()).isEqualTo(403);
        assertThat(written(Map.of("texte", "Sa mère est joignable au 06 12 34 56 78")))
                .isEqualTo(422);
        assertThat(written(Map.of("texte", " "))).isEqualTo(422);
        assertThat(db.sql("select text_sealed from note where subject = ?")
                        .param(match.pair())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .noneMatch(kept -> kept.contains("scolaire"));
    }

    @Test
    void a_note_is_on_the_list_of_work_on_its_day_until_somebody_has_seen_to_it() {
        assertThat(written(Map.of("texte", TEXT, "rappel", "" + today())))
                .as("today")
                .isEqualTo(422);
        assertThat(written(Map.of("texte", TEXT, "rappel", "" + today().plusDays(1))))
                .isEqualTo(303);
        assertThat(team("58").get("/suivi").body()).doesNotContain(TEXT);
        db.sql("update note set remind_on = ? where subject = ?")
                .params(today(), match.pair())
                .update();
        assertThat(team("58").get("/suivi").body()).contains("<strong>À revoir</strong>", TEXT);
        assertThat(team("2A").get("/suivi").body()).doesNotContain(TEXT);
        Matcher act = Pattern.compile("(/suivi/notes/[^/\"]+/note-[0-9a-f-]+/fait)")
                .matcher(team("58").get("/suivi").body());
        assertThat(act.find()).isTrue();
        assertThat(team("2A").postForm(act.group(1), Map.of()).status()).isEqualTo(404);
        Http team = team("58");
        Answer seen = team.postForm(act.group(1), Map.of("retour", "/suivi"));
        assertThat(seen.status()).isEqualTo(303);
        assertThat(team.get("/suivi").body()).doesNotContain(TEXT);
        String undo = act.group(1).replace("/fait", "/annulation");
        assertThat(team.follow(seen).body())
                .contains("C’est vu : cette note n’est plus rappelée.", undo)
                .doesNotContain(TEXT);
        assertThat(team.postForm(undo, Map.of("retour", "/suivi")).status()).isEqualTo(303);
        assertThat(team.get("/suivi").body()).contains(TEXT);
        assertThat(team.postForm(undo, Map.of()).status())
                .as("nothing is left to undo")
                .isEqualTo(409);

        String later = act.group(1).replace("/fait", "/report");
        assertThat(team.follow(team.postForm(later, Map.of("retour", "/suivi"))).body())
                .contains("Elle revient dans la liste le jour dit", undo)
                .doesNotContain(TEXT);
        assertThat(remindedOn()).isEqualTo(today().plusWeeks(1));
        assertThat(team.postForm(undo, Map.of()).status()).isEqualTo(303);
        assertThat(remindedOn()).isEqualTo(today());
        assertThat(team.postForm(later, Map.of("jusquau", "" + today().plusDays(NoteActs.KEPT_DAYS + 1L)))
                        .status())
                .as("it is erased by then")
                .isEqualTo(422);
    }

    @Test
    void a_note_goes_after_its_time_and_with_the_person() {
        for (Object erasure : new Object[] {
            new MentorWithdrew(mentor, "ERASURE", today()),
            new ContactErased(match.terms().need(), today())
        }) {
            assertThat(written(Map.of("texte", TEXT))).isEqualTo(303);
            inbox.hearing().on(Heard.event(erasure, clock.instant()));
            assertThat(notes()).as(erasure.toString()).isZero();
        }
        assertThat(written(Map.of("texte", TEXT))).isEqualTo(303);
        int _ = book.eraseBefore(today());
        assertThat(notes()).isEqualTo(1);
        int _ = book.eraseBefore(today().plusDays(1));
        assertThat(notes()).isZero();
    }

    private LocalDate remindedOn() {
        return db.sql("select remind_on from note where subject = ?")
                .param(match.pair())
                .query(LocalDate.class)
                .single();
    }

    private int notes() {
        return book.of(match.pair()).size();
    }

    private int written(Map<String, String> form) {
        return team("58").postForm(page, form).status();
    }

    private LocalDate today() {
        return OperationDay.of(clock.instant());
    }

    private Http team(String departement) {
        return new Http(port).as(Tokens.referent(departement));
    }
}
