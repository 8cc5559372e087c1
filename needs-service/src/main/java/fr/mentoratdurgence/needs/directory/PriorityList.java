package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.files.CellProblem;
import fr.mentoratdurgence.files.Column;
import fr.mentoratdurgence.files.FileRefused;
import fr.mentoratdurgence.files.Row;
import fr.mentoratdurgence.files.Table;
import fr.mentoratdurgence.typed.Typed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The education ministry's list of the schools in priority education (FR: REP, REP+), as its producer publishes it.
 *
 * @param statements what it says, one per school
 * @param repeated rows that say the same of one school again
 * @param problems rows that someone has to correct
 */
record PriorityList(List<Statement> statements, List<CellProblem> repeated, List<CellProblem> problems) {
    static final Column UAI = Column.required(
            "NUMERO",
            "UAI",
            "Code UAI",
            "numero_uai",
            "Numéro UAI",
            "UAI établissement",
            "Code établissement",
            "Identifiant_de_l_etablissement");
    static final Column STATUS = Column.required(
            "EP",
            "RESEAU",
            "REP",
            "REP/REP+",
            "Réseau d'éducation prioritaire",
            "Education prioritaire",
            "Appartenance_Education_Prioritaire");

    /** @param line line of the file, the header is 1 */
    record Statement(long line, Uai uai, PriorityAudience status) {}

    /**
     * Reads a list.
     *
     * @throws FileRefused where required columns are missing
     */
    static PriorityList read(byte[] bytes) throws FileRefused {
        Table file = Table.read(bytes, List.of(UAI, STATUS));
        Map<String, Statement> first = new HashMap<>();
        List<Statement> statements = new ArrayList<>();
        List<CellProblem> repeated = new ArrayList<>();
        List<CellProblem> problems = new ArrayList<>(file.problems());
        for (Row row : file.rows()) {
            Optional<Uai> uai = Uai.parse(row.get(UAI));
            if (uai.isEmpty()) {
                String key = row.get(UAI).isEmpty() ? "import.manque" : "import.uai";
                problems.add(CellProblem.at(row.line(), UAI.name(), key, row.get(UAI)));
            }
            Optional<PriorityAudience> status = row.get(STATUS).isEmpty() ? Optional.empty() : status(row.get(STATUS));
            if (status.isEmpty()) {
                String key = row.get(STATUS).isEmpty() ? "import.manque" : "import.education-prioritaire";
                problems.add(CellProblem.at(row.line(), STATUS.name(), key, row.get(STATUS)));
            }
            problems.addAll(row.problems());
            if (uai.isEmpty() || status.isEmpty() || !row.problems().isEmpty()) {
                continue;
            }
            Statement said = new Statement(row.line(), uai.get(), status.get());
            Statement before = first.putIfAbsent(said.uai().code(), said);
            if (before == null) {
                statements.add(said);
            } else if (before.status() == said.status()) {
                repeated.add(CellProblem.at(
                        row.line(),
                        UAI.name(),
                        "import.liste.repete",
                        said.uai().code(),
                        before.line()));
            } else {
                problems.add(CellProblem.at(
                        row.line(),
                        STATUS.name(),
                        "import.liste.contredit",
                        said.uai().code(),
                        before.line()));
            }
        }
        return new PriorityList(List.copyOf(statements), List.copyOf(repeated), List.copyOf(problems));
    }

    /** As the ministry writes it, and as people do: {@code REP +}, {@code Rep plus}, {@code hors REP}, nothing. */
    static Optional<PriorityAudience> status(String written) {
        return switch (Typed.plain(written).toUpperCase(Locale.ROOT)) {
            case "REP" -> Optional.of(PriorityAudience.REP);
            case "REPPLUS" -> Optional.of(PriorityAudience.REP_PLUS);
            case "", "HORSREP", "NON", "HORSEP" -> Optional.of(PriorityAudience.NONE);
            default -> Optional.empty();
        };
    }
}
