package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.Mentor.Proof;
import fr.mentoratdurgence.platform.CallsWaiting;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.lists.Awaiting;
import fr.mentoratdurgence.platform.lists.AwaitingRow;
import fr.mentoratdurgence.platform.search.Hit.Name;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Interviews to lead, proofs that end, and whom no letter reached. */
@Component
class MentorsAwaited implements Awaiting, CallsWaiting.Counted {
    private static final int SOON_DAYS = 7;

    private final MentorBoard mentors;
    private final IdentityBook identities;
    private final MentorCalls calls;
    private final MentorActs acts;
    private final OperationDay day;
    private final FrenchTime french;
    private final Texts texts;
    private final Letters letters;

    MentorsAwaited(
            MentorBoard mentors,
            IdentityBook identities,
            MentorCalls calls,
            MentorActs acts,
            OperationDay day,
            FrenchTime french,
            Texts texts,
            Letters letters) {
        this.mentors = mentors;
        this.identities = identities;
        this.calls = calls;
        this.acts = acts;
        this.day = day;
        this.french = french;
        this.texts = texts;
        this.letters = letters;
    }

    @Override
    public List<AwaitingRow> rows(Person person) {
        LocalDate today = day.today();
        Stream<AwaitingRow> interviews = mentors.toScreen(person, 0, MOST).stream()
                .map(row -> row(
                        "entretien",
                        row,
                        texts.of("attente.entretien.dit", french.weekday(row.appliedOn())),
                        today,
                        row.appliedOn()));
        Stream<AwaitingRow> proofs = mentors.proofsEnding(person, today.plusDays(SOON_DAYS), MOST).stream()
                .flatMap(row -> proof(row, today));
        Stream<AwaitingRow> unreached = acts.toCall(person).stream()
                .limit(MOST)
                .map(call -> new AwaitingRow(
                        "appel-" + call.letter().replace(':', '-'),
                        "appel",
                        Name.known(calls.name(identities.find(call.person()).orElse(null))),
                        "/mentors/" + call.person(),
                        texts.of("appel." + call.kind()) + ", " + texts.of("courrier.cause." + call.cause()),
                        days(OperationDay.of(call.since()), today)));
        return Stream.of(interviews, proofs, unreached).flatMap(rows -> rows).toList();
    }

    private Stream<AwaitingRow> proof(MentorRow row, LocalDate today) {
        Proof proof = row.proof();
        LocalDate ends = proof == null ? null : proof.expiresOn();
        return ends == null
                ? Stream.empty()
                : Stream.of(row(
                        "justificatif",
                        row,
                        texts.of(
                                ends.isBefore(today) ? "attente.justificatif.fini" : "attente.justificatif.bientot",
                                french.weekday(ends)),
                        today,
                        ends));
    }

    private AwaitingRow row(String sort, MentorRow row, String says, LocalDate today, LocalDate since) {
        return new AwaitingRow(
                sort + "-" + row.mentor(),
                sort,
                Name.known(calls.name(identities.find(row.mentor()).orElse(null))),
                "/mentors/" + row.mentor(),
                says,
                days(since, today));
    }

    private static int days(LocalDate since, LocalDate today) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(since, today));
    }

    /** All of them, of whom a page shows the first. */
    @Override
    public Map<String, Integer> byDepartement() {
        return letters.unreached("select mentor, departement from mentor_row");
    }
}
