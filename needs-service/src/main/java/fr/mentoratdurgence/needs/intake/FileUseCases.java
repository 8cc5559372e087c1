package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.needs.intake.ImportedLine.Fate;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Declare;
import fr.mentoratdurgence.needs.intake.IntakeCommand.TakeFromFile;
import fr.mentoratdurgence.needs.intake.Need.Qualified;
import fr.mentoratdurgence.needs.intake.Need.Waiting;
import fr.mentoratdurgence.needs.intake.NeedCommand.RestateLine;
import fr.mentoratdurgence.needs.intake.NeedCommand.ReviseLineCount;
import fr.mentoratdurgence.needs.intake.NeedEvent.RevisionReason;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * What a file says a second time, perhaps otherwise: each of its lines looks for a line of an open need of the same
 * structure and contact, first the very same one, then one of the same level. What finds none is a need of its own.
 */
final class FileUseCases {
    private final ImportedNeeds imported;
    private final ContactBook contacts;
    private final BiFunction<Declare, DecisionSession, String> declare;

    /** A line of an open need. */
    private record Known(String need, NeedLine line, DeclaredNeed request, boolean qualified) {

        /** What a file says, under this line's number; what was said on the telephone of the family is not taken back. */
        NeedLine as(NeedLine asked) {
            NeedLine same = asked.withNumber(line.line());
            return qualified && line.familyLink() ? same.withFamilyLink() : same;
        }
    }

    FileUseCases(ImportedNeeds imported, ContactBook contacts, BiFunction<Declare, DecisionSession, String> declare) {
        this.imported = imported;
        this.contacts = contacts;
        this.declare = declare;
    }

    String take(TakeFromFile c, DecisionSession session) {
        Declare first = c.asked().getFirst();
        List<Known> open = new ArrayList<>();
        boolean withdrawn = false;
        for (String need : imported.of(first.uai().structure())) {
            Optional<Contact> contact = contacts.find(need);
            if (contact.isPresent() && contact.get().isLike(first.contact())) {
                List<Known> lines = lines(need, session);
                withdrawn |= lines.isEmpty();
                open.addAll(lines);
            }
        }
        List<List<Optional<Known>>> matches = matches(c.asked(), open);
        List<ImportedLine> became = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            became.addAll(take(c.asked().get(i), matches.get(i), withdrawn, session));
        }
        return ImportedLine.written(became);
    }

    /** The very same lines first, in the whole file: none of them is taken for a change of another. */
    private static List<List<Optional<Known>>> matches(List<Declare> asked, List<Known> open) {
        List<Known> free = new ArrayList<>(open);
        List<List<Optional<Known>>> matches = new ArrayList<>();
        for (Declare one : asked) {
            matches.add(new ArrayList<>(one.lines().stream()
                    .map(line -> claim(free, known -> known.as(line).equals(known.line())))
                    .toList()));
        }
        for (int i = 0; i < asked.size(); i++) {
            List<NeedLine> lines = asked.get(i).lines();
            List<Optional<Known>> found = matches.get(i);
            for (int k = 0; k < lines.size(); k++) {
                NeedLine line = lines.get(k);
                if (found.get(k).isEmpty()) {
                    found.set(k, claim(free, known -> known.line().levelBand() == line.levelBand()));
                }
            }
        }
        return matches;
    }

    private static Optional<Known> claim(List<Known> free, Predicate<Known> fits) {
        Optional<Known> found = free.stream().filter(fits).findFirst();
        found.ifPresent(free::remove);
        return found;
    }

    private List<ImportedLine> take(
            Declare asked, List<Optional<Known>> known, boolean withdrawn, DecisionSession session) {
        List<NeedLine> fresh = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).isEmpty()) {
                fresh.add(asked.lines().get(i).withNumber(fresh.size() + 1));
            }
        }
        String declared = fresh.isEmpty() ? "" : declare(asked, fresh, session);
        Fate fate = withdrawn ? Fate.DECLARED_AGAIN : Fate.DECLARED;
        List<ImportedLine> became = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            NeedLine line = asked.lines().get(i);
            became.add(known.get(i)
                    .map(found -> bringUpToDate(asked, line, found, session))
                    .orElseGet(() -> new ImportedLine(fate, declared)));
        }
        return became;
    }

    private String declare(Declare asked, List<NeedLine> lines, DecisionSession session) {
        String need = declare.apply(asked.withLines(lines), session);
        imported.keep(asked.uai().structure(), need);
        return need;
    }

    private ImportedLine bringUpToDate(Declare asked, NeedLine line, Known known, DecisionSession session) {
        String need = known.need();
        NeedLine wanted = known.as(line);
        boolean otherwise = !wanted.withCount(known.line().count()).equals(known.line());
        if (asked.priorityAudience() != known.request().priorityAudience() || (otherwise && known.qualified())) {
            return new ImportedLine(Fate.IN_QUESTION, need);
        }
        boolean changed = otherwise;
        if (otherwise) {
            session.decide(
                    NeedDecider.DECIDER,
                    need,
                    new RestateLine(need, wanted.withCount(known.line().count())));
        }
        if (wanted.count() != known.line().count()) {
            boolean more = wanted.count() > known.line().count();
            session.decide(
                    NeedDecider.DECIDER,
                    need,
                    new ReviseLineCount(
                            need,
                            wanted.line(),
                            wanted.count(),
                            more ? RevisionReason.MORE_PLACES : RevisionReason.FEWER_PLACES));
            changed = true;
        }
        return new ImportedLine(correctContact(need, asked.contact()) || changed ? Fate.UPDATED : Fate.UNCHANGED, need);
    }

    private boolean correctContact(String need, Contact said) {
        Contact known = contacts.find(need).orElse(said);
        Contact corrected = known.corrected(said);
        if (corrected.equals(known)) {
            return false;
        }
        contacts.correct(need, corrected);
        return true;
    }

    private static List<Known> lines(String need, DecisionSession session) {
        return switch (session.state(NeedDecider.DECIDER, need)) {
            case Waiting waiting -> known(need, waiting.request(), false);
            case Qualified qualified -> known(need, qualified.request(), true);
            case Need.Undeclared _, Need.Withdrawn _ -> List.of();
        };
    }

    private static List<Known> known(String need, DeclaredNeed request, boolean qualified) {
        return request.lines().stream()
                .map(line -> new Known(need, line, request, qualified))
                .toList();
    }
}
