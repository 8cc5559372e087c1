package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.lists.ListColumns;
import fr.mentoratdurgence.platform.lists.ListColumns.Column;
import fr.mentoratdurgence.platform.lists.ListFile;
import fr.mentoratdurgence.platform.lists.ListFilter;
import fr.mentoratdurgence.platform.lists.ListHead;
import fr.mentoratdurgence.platform.lists.Lists;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Who is in the team, as a list: by role, by how far the access is, and by département; the newest first. */
@Component
class TeamList {
    private static final String PATH = "/suivi/equipe";
    private static final int PER_PAGE = 100;

    /** How far somebody's access is. */
    enum Access {
        TO_CONFIRM,
        TO_OPEN,
        OPEN,
        CHANGING;

        static Access of(StaffRow row) {
            if (!row.confirmed()) {
                return TO_CONFIRM;
            }
            if (row.account() == null) {
                return TO_OPEN;
            }
            return row.asked() == null ? OPEN : CHANGING;
        }
    }

    /**
     * What the address asks for.
     *
     * @param role        null = any
     * @param access      null = any
     * @param departement code; empty = any
     */
    record Asked(@Nullable StaffRole role, @Nullable Access access, String departement, int page) {
        static final Asked ALL = new Asked(null, null, "", 1);

        static Asked of(String role, String access, String departement, int page) {
            return new Asked(
                    Code.known(StaffRole.class, role).orElse(null),
                    Code.known(Access.class, access).orElse(null),
                    departement,
                    page);
        }

        private boolean holds(StaffRow row) {
            return (role == null || row.role() == role)
                    && (access == null || Access.of(row) == access)
                    && (departement.isEmpty() || row.covers(departement));
        }
    }

    /** A page of it, with what stands above. */
    record Shown(List<StaffRow> rows, ListHead head, ListPage pages) {}

    private final StaffBoard board;
    private final Lists lists;
    private final OperationDay day;
    private final Texts texts;

    TeamList(StaffBoard board, Lists lists, OperationDay day, Texts texts) {
        this.board = board;
        this.lists = lists;
        this.day = day;
        this.texts = texts;
    }

    Shown shown(Person person, Asked asked) {
        List<StaffRow> rows = rows(asked);
        ListAddress here = ListAddress.of(PATH)
                .with("role", asked.role())
                .with("etat", asked.access())
                .with("dpt", asked.departement());
        ListHead head = lists.head(person, here, filters(asked), ListColumns.none());
        ListPage pages = ListPage.of(asked.page(), rows.size(), PER_PAGE, head.address());
        return new Shown(rows.stream().skip(pages.offset()).limit(PER_PAGE).toList(), head, pages);
    }

    private List<StaffRow> rows(Asked asked) {
        return board.here().reversed().stream().filter(asked::holds).toList();
    }

    private List<ListFilter> filters(Asked asked) {
        String all = texts.of("ui.list.all");
        List<Choice> departements = board.here().stream()
                .flatMap(row -> row.territories().stream())
                .filter(code -> !code.equals(StaffEvent.EVERYWHERE))
                .distinct()
                .sorted()
                .map(code -> new Choice(code, code))
                .toList();
        return List.of(
                new ListFilter(
                        "role",
                        texts.of("equipe.role"),
                        Choice.of(texts, "equipe.role.", StaffRole.values()),
                        code(asked.role()),
                        all),
                new ListFilter(
                        "etat",
                        texts.of("equipe.etat"),
                        Choice.of(texts, "equipe.etat.", Access.values()),
                        code(asked.access()),
                        all),
                new ListFilter("dpt", texts.of("ui.list.departement"), departements, asked.departement(), all));
    }

    private static String code(@Nullable Enum<?> one) {
        return one == null ? "" : one.name();
    }

    /** Without names: who passes the file on passes on numbers. */
    ModelAndView file(Asked asked) {
        List<Column> columns = Stream.of("numero", "role", "territoires", "etat", "invite", "ouvert")
                .map(code -> new Column(code, texts.of("equipe.colonne." + code), true))
                .toList();
        return ListFile.of("equipe-" + day.today(), columns, ListColumns.none(), rows(asked), this::cell);
    }

    private String cell(StaffRow row, String column) {
        return switch (column) {
            case "numero" -> row.staff();
            case "role" -> texts.of("equipe.role." + row.role());
            case "territoires" ->
                row.territories().contains(StaffEvent.EVERYWHERE)
                        ? texts.of("equipe.partout")
                        : String.join(", ", row.territories());
            case "etat" -> texts.of("equipe.etat." + Access.of(row));
            case "invite" -> row.invitedOn().toString();
            case "ouvert" -> row.openedOn() == null ? "" : row.openedOn().toString();
            default -> "";
        };
    }
}
