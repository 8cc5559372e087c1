package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.web.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who of the team follows pairs: référents and coordinators who can log in. */
public final class Colleagues {
    private static final Set<StaffRole> FOLLOWING = Set.of(StaffRole.REFERENT, StaffRole.COORDINATOR);

    private final StaffBoard board;
    private final StaffBook book;

    Colleagues(StaffBoard board, StaffBook book) {
        this.board = board;
        this.book = book;
    }

    /**
     * One of them.
     *
     * @param territory codes of départements; {@code *} is all of them
     */
    public record Follower(String account, String name, Set<String> territory) {
        /** Whether the département is in this person's territory. */
        public boolean covers(String departement) {
            return territory.contains("*") || territory.contains(departement);
        }
    }

    /** All of them, by name. */
    public List<Follower> followers() {
        Map<String, Colleague> known = book.all();
        return board.here().stream()
                .filter(row -> FOLLOWING.contains(row.role()))
                .flatMap(row -> follower(row, known.get(row.staff())))
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
    }

    /** Those who share a part of the person's territory, to choose from. */
    public List<Choice> around(Person person) {
        return followers().stream()
                .filter(one -> !one.account().equals(person.account()))
                .filter(one -> one.territory().stream().anyMatch(code -> code.equals("*") || person.covers(code)))
                .map(one -> new Choice(one.account(), one.name()))
                .toList();
    }

    /** The one with this account. */
    public Optional<Follower> follower(String account) {
        return followers().stream().filter(one -> one.account().equals(account)).findFirst();
    }

    private static Stream<Follower> follower(StaffRow row, @Nullable Colleague colleague) {
        String account = row.account();
        return account == null || colleague == null
                ? Stream.empty()
                : Stream.of(new Follower(account, colleague.name(), row.territory()));
    }
}
