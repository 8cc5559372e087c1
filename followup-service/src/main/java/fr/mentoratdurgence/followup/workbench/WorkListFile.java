package fr.mentoratdurgence.followup.workbench;

import static java.util.stream.Collectors.joining;

import fr.mentoratdurgence.followup.care.CareBoard;
import fr.mentoratdurgence.followup.care.CareBoard.AlertRow;
import fr.mentoratdurgence.followup.notes.Reminder;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.staff.StaffNames;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.lists.ListColumns;
import fr.mentoratdurgence.platform.lists.ListColumns.Column;
import fr.mentoratdurgence.platform.lists.ListFile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The list of work as a file. People are in it by their numbers: names stay with who owns them. */
@Component
class WorkListFile {
    private final CareBoard care;
    private final StaffNames staff;
    private final FrenchTime french;
    private final Texts texts;

    WorkListFile(CareBoard care, StaffNames staff, FrenchTime french, Texts texts) {
        this.care = care;
        this.staff = staff;
        this.french = french;
        this.texts = texts;
    }

    ModelAndView of(List<WorkRow> rows, ListColumns columns, LocalDate today) {
        List<Column> always = Stream.of("pourquoi", "etablissement", "mentor")
                .map(code -> new Column(code, texts.of("suivi.colonne." + code), true))
                .toList();
        Map<String, List<AlertRow>> alerts = care.open(
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.pair()))
                        .map(PairRow::pair)
                        .toList(),
                today);
        Map<String, String> names = new HashMap<>();
        return ListFile.of(
                "etabli-" + today, always, columns, rows, (row, code) -> cell(row, code, today, alerts, names));
    }

    private String cell(
            WorkRow row, String code, LocalDate today, Map<String, List<AlertRow>> alerts, Map<String, String> names) {
        if (code.equals("pourquoi")) {
            PairRow due = row.pair();
            return texts.of("suivi.pourquoi."
                    + (due != null && due.seatDue(today) ? "places" : row.kind().code()));
        }
        if (code.equals("age")) {
            return Integer.toString(row.days());
        }
        if (row.need() != null) {
            return cell(row.need(), code);
        }
        if (row.note() != null) {
            return cell(row.note(), code);
        }
        return row.pair() != null
                ? cell(row.pair(), code, today, alerts, names)
                : row.proposal() != null ? cell(row.proposal(), code) : "";
    }

    private String cell(NeedToCall need, String code) {
        return switch (code) {
            case "etablissement" -> need.reference();
            case "public" -> texts.word("public.court", need.audience());
            case "places" -> Integer.toString(need.places());
            case "departement" -> need.departement();
            case "raison" ->
                need.headStart() > 0
                        ? texts.of(
                                "suivi.rappels.rang.priorite",
                                texts.word("public.court", need.audience()),
                                need.headStart())
                        : texts.of("suivi.rappels.rang.age");
            case "etat" ->
                need.reached()
                        ? texts.of("suivi.rappels.essais.joint")
                        : need.lastAttemptOn() == null
                                ? texts.of("suivi.rappels.essais.aucun")
                                : texts.of(
                                        "suivi.rappels.essais.sans-reponse",
                                        need.attempts(),
                                        french.weekday(need.lastAttemptOn()));
            default -> "";
        };
    }

    /** What was noted stays in the list: a file is passed on. */
    private String cell(Reminder note, String code) {
        return switch (code) {
            case "etablissement" -> Objects.requireNonNullElse(note.structure(), "");
            case "mentor" -> Objects.requireNonNullElse(note.mentor(), "");
            case "departement" -> Objects.requireNonNullElse(note.departement(), "");
            case "etat" -> texts.of("note.rappelee", french.day(note.remindOn()));
            default -> "";
        };
    }

    private String cell(WaitingProposal proposal, String code) {
        return switch (code) {
            case "etablissement" -> proposal.reference();
            case "mentor" -> proposal.mentorReference();
            case "places" -> texts.word("niveau.court", proposal.levelBand());
            case "departement" -> proposal.departement();
            case "etat" ->
                proposal.acceptedOn() == null
                        ? ""
                        : texts.of("suivi.propositions.acceptee", french.weekday(proposal.acceptedOn()));
            default -> "";
        };
    }

    private String cell(
            PairRow pair, String code, LocalDate today, Map<String, List<AlertRow>> alerts, Map<String, String> names) {
        return switch (code) {
            case "etablissement" -> pair.structureReference();
            case "mentor" -> pair.mentorReference();
            case "public" -> texts.word("public.court", pair.terms().priorityAudience());
            case "places" -> texts.word("niveau.court", pair.terms().levelBand());
            case "departement" -> pair.terms().departement();
            case "raison" -> reasons(pair, today, alerts.getOrDefault(pair.pair(), List.of()));
            case "etat" ->
                pair.lastContactOn() == null
                        ? texts.of("suivi.binome.contact.aucun")
                        : texts.of("suivi.binome.contact.jours", pair.silentDays(today));
            case "referent" ->
                names.computeIfAbsent(
                        pair.terms().referent(), account -> staff.name(account).orElse(""));
            default -> "";
        };
    }

    private String reasons(PairRow pair, LocalDate today, List<AlertRow> alerts) {
        LocalDate seat = pair.seatHeldUntil();
        Stream<String> ofPair = Stream.of(
                pair.seatDue(today) && seat != null ? texts.of("suivi.place.due", french.weekday(seat)) : "",
                pair.mentorWithdrewOn() == null
                        ? ""
                        : texts.of("suivi.alerte.mentor-parti", french.weekday(pair.mentorWithdrewOn())),
                pair.proofExpiredOn() == null
                        ? ""
                        : texts.of("suivi.alerte.justificatif", french.weekday(pair.proofExpiredOn())),
                pair.mentorInReviewSince() == null
                        ? ""
                        : texts.of("suivi.alerte.revue", french.weekday(pair.mentorInReviewSince())));
        Stream<String> raised = alerts.stream()
                .map(alert ->
                        texts.of("suivi.alerte.sorte." + alert.kind(), alert.measure(), french.weekday(alert.since())));
        return Stream.concat(ofPair, raised).filter(said -> !said.isEmpty()).collect(joining(" "));
    }
}
