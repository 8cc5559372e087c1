package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.CloseConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.NoteStep;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.Now;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.ProtectMentor;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.RaiseConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.ReopenConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.TakeConcern;
import fr.mentoratdurgence.personaldata.TextPlace;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do about worries: finds the one that is theirs to raise or to read, then sends the command. */
@Component
class ConcernActs {
    static final int LONGEST_TEXT = 800;

    /**
     * A worry as somebody tells it.
     *
     * @param about  id of a pair, a proposal, a need, a structure or a mentor
     * @param worry  nothing = not said yet
     * @param onBehalf who calls, where somebody of the team writes it down; nothing = not said, or nobody
     */
    record Told(
            String about,
            @Nullable Worry worry,
            String text,
            @Nullable Side onBehalf) {}

    private final SubjectBoard subjects;
    private final ConcernBoard board;
    private final ConcernBook book;
    private final Commands commands;
    private final SafeguardingPolicy policy;
    private final PersonalDataCheck personalData;
    private final Ids ids;
    private final Clock clock;

    ConcernActs(
            SubjectBoard subjects,
            ConcernBoard board,
            ConcernBook book,
            Commands commands,
            SafeguardingPolicy policy,
            PersonalDataCheck personalData,
            Ids ids,
            Clock clock) {
        this.subjects = subjects;
        this.board = board;
        this.book = book;
        this.commands = commands;
        this.policy = policy;
        this.personalData = personalData;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises it; answers with its id. */
    String raise(Person person, Told told, CommandContext context, Violations wrong) {
        Optional<ConcernSubject> subject = subjects.find(person, told.about());
        if (subject.isEmpty()) {
            wrong.add("about", "inquietude.erreur.de");
        }
        boolean byTelephone =
                subject.filter(one -> one.side() == Side.OPERATION).isPresent();
        if (byTelephone && told.onBehalf() == null) {
            wrong.add("onBehalf", "inquietude.erreur.dePart");
        }
        Worry worry = wrong.need("worry", told.worry(), "inquietude.erreur.inquietude");
        if (told.text().length() > LONGEST_TEXT) {
            wrong.add("text", "inquietude.erreur.texte", LONGEST_TEXT);
        }
        personalData.refuse("text", told.text(), TextPlace.WORRY, wrong);
        wrong.throwIfAny();
        ConcernSubject about = subject.orElseThrow();
        Instant now = clock.instant();
        return commands.send(
                new RaiseConcern(
                        ids.next("concern"),
                        worry,
                        about.about(),
                        byTelephone && told.onBehalf() != null ? told.onBehalf() : about.side(),
                        byTelephone,
                        told.text(),
                        now,
                        policy.answerBy(worry, now, SafeguardingPolicy.zone(about.about()))),
                context);
    }

    /** One that this person may read. */
    ConcernRow find(Person person, String concern) {
        return board.find(person, concern).orElseThrow(() -> new Rejection(ConcernRejection.CONCERN_UNKNOWN));
    }

    /** One that this person raised. */
    ConcernRow raised(Person person, String concern) {
        return board.raised(person, concern).orElseThrow(() -> new Rejection(ConcernRejection.CONCERN_UNKNOWN));
    }

    /** What was typed, and that this person was shown it; empty where nothing is kept. */
    String read(Person person, ConcernRow row) {
        return book.read(row.concern(), person.actor(), OperationDay.of(clock.instant()))
                .orElse("");
    }

    /** @param instead of whom; nothing = of nobody */
    void take(Person person, String concern, @Nullable String instead, CommandContext context) {
        send(new TakeConcern(find(person, concern).concern(), now(person), instead), context);
    }

    void step(Person person, String concern, ConcernStep step, CommandContext context) {
        send(new NoteStep(find(person, concern).concern(), now(person), step), context);
    }

    /** The mentor is held, and the pair of the worry ends; other pairs are shown and looked at one by one. */
    void protect(Person person, String concern, CommandContext context) {
        send(new ProtectMentor(find(person, concern).concern(), now(person), null), context);
    }

    void close(Person person, String concern, ConcernClosure reason, CommandContext context) {
        ConcernRow row = find(person, concern);
        Now now = now(person);
        send(
                new CloseConcern(concern, now, reason, board.erased(row) ? now.today() : policy.keepUntil(now.today())),
                context);
    }

    void reopen(Person person, String concern, ConcernReopening reason, CommandContext context) {
        ConcernRow row = find(person, concern);
        Now now = now(person);
        send(new ReopenConcern(concern, now, reason, policy.next(row, now.at())), context);
    }

    private Now now(Person person) {
        Instant at = clock.instant();
        return new Now(person.account(), at, OperationDay.of(at));
    }

    private void send(ConcernCommand command, CommandContext context) {
        String _ = commands.send(command, context);
    }
}
