package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.followup.resources.PackBoard.LineRow;
import fr.mentoratdurgence.followup.resources.PackBoard.NeedRow;
import fr.mentoratdurgence.followup.resources.PackBoard.ShareRow;
import fr.mentoratdurgence.followup.resources.PackBoard.UseRow;
import fr.mentoratdurgence.followup.resources.PackCommand.Pick;
import fr.mentoratdurgence.followup.resources.PackCommand.ShareResources;
import fr.mentoratdurgence.followup.resources.PackCommand.TellUsed;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with packs: finds the need or the pair among theirs, then sends the command. */
@Component
class PackActs {

    /**
     * A resource that was shared.
     *
     * @param sides  for whom, of those whom the reader may see
     * @param times  how often it served in the pair
     * @param lastOn when last; null where never
     */
    record Shared(
            LibraryItem item,
            List<ResourceSide> sides,
            int times,
            @Nullable LocalDate lastOn) {
        public boolean servedOn(LocalDate day) {
            return day.equals(lastOn);
        }
    }

    /** A resource that could be shared. */
    record Proposed(LibraryItem item, List<ResourceSide> sides) {}

    private final PairBoard pairs;
    private final PackBoard board;
    private final LibraryBook book;
    private final LibraryActs library;
    private final Commands commands;
    private final Ids ids;
    private final OperationDay day;

    PackActs(
            PairBoard pairs,
            PackBoard board,
            LibraryBook book,
            LibraryActs library,
            Commands commands,
            Ids ids,
            OperationDay day) {
        this.pairs = pairs;
        this.board = board;
        this.book = book;
        this.library = library;
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    PairRow pair(Person person, String pair) {
        return pairs.find(person, pair).orElseThrow(() -> new Rejection(PackRejection.PAIR_NOT_KNOWN_HERE));
    }

    NeedRow need(Person person, String need) {
        return board.need(person, need).orElseThrow(() -> new Rejection(PackRejection.NEED_NOT_KNOWN));
    }

    /** One of its lines. */
    LineRow line(NeedRow need, int line) {
        return board.lines(need.need()).stream()
                .filter(one -> one.line() == line)
                .findFirst()
                .orElseThrow(() -> new Rejection(PackRejection.NEED_NOT_KNOWN));
    }

    /** For whom this person reads what was shared. */
    static List<ResourceSide> readFor(Person person, PairRow pair) {
        return switch (PairBoard.sideOf(person, pair)) {
            case MENTOR -> List.of(ResourceSide.MENTOR);
            case STRUCTURE, YOUTH -> List.of(ResourceSide.STRUCTURE, ResourceSide.FAMILY);
            case OPERATION -> List.of(ResourceSide.values());
        };
    }

    /** What was shared for a pair and for its line. */
    List<Shared> shared(PairRow pair, List<ResourceSide> sides) {
        return shared(pair.terms().need(), pair.terms().line(), pair.pair(), sides);
    }

    /** What was shared for all of a line. */
    List<Shared> shared(String need, int line, List<ResourceSide> sides) {
        return shared(need, line, "", sides);
    }

    private List<Shared> shared(String need, int line, String pair, List<ResourceSide> sides) {
        Map<String, LibraryItem> known = known();
        Map<String, UseRow> uses =
                board.uses(pair).stream().collect(Collectors.toMap(UseRow::resource, Function.identity()));
        Map<String, List<ResourceSide>> found = new LinkedHashMap<>();
        for (ShareRow row : board.shares(need)) {
            if (row.line() == line && (row.pair().isEmpty() || row.pair().equals(pair))) {
                Code.known(ResourceSide.class, row.side())
                        .filter(sides::contains)
                        .filter(_ -> known.containsKey(row.resource()))
                        .ifPresent(side -> add(found, row.resource(), side));
            }
        }
        List<Shared> shared = new ArrayList<>();
        found.forEach((resource, of) -> {
            UseRow use = uses.get(resource);
            LibraryItem item = known.get(resource);
            if (item != null) {
                shared.add(new Shared(item, of, use == null ? 0 : use.times(), use == null ? null : use.lastOn()));
            }
        });
        return shared;
    }

    /** What suits a pair, but for what it has. */
    List<Proposed> proposed(PairRow pair) {
        List<Shared> has = shared(pair, List.of(ResourceSide.values()));
        return proposed(picks(pair), has);
    }

    /** What suits the structure and the families of a line, but for what they have. */
    List<Proposed> proposed(NeedRow need, LineRow line) {
        return proposed(picks(line), shared(need.need(), line.line(), List.of(ResourceSide.values())));
    }

    private List<Proposed> proposed(List<Pick> picks, List<Shared> has) {
        Map<String, List<ResourceSide>> found = new LinkedHashMap<>();
        for (Pick pick : picks) {
            boolean known = has.stream()
                    .anyMatch(one -> one.item().resource().equals(pick.resource())
                            && one.sides().contains(pick.side()));
            if (!known) {
                add(found, pick.resource(), pick.side());
            }
        }
        Map<String, LibraryItem> known = known();
        List<Proposed> proposed = new ArrayList<>();
        found.forEach((resource, sides) -> Optional.ofNullable(known.get(resource))
                .ifPresent(item -> proposed.add(new Proposed(item, List.copyOf(sides)))));
        return proposed;
    }

    /** The whole library, which is small, by id. */
    private Map<String, LibraryItem> known() {
        return book.all().stream().collect(Collectors.toMap(LibraryItem::resource, Function.identity()));
    }

    private static void add(Map<String, List<ResourceSide>> found, String resource, ResourceSide side) {
        List<ResourceSide> sides = found.computeIfAbsent(resource, _ -> new ArrayList<>());
        if (!sides.contains(side)) {
            sides.add(side);
        }
    }

    /** One act: what suits this pair, for its mentor, its structure and its family. */
    void share(Person person, PairRow pair, CommandContext context) {
        if (!PairBoard.manages(person, pair)) {
            throw new Rejection(PackRejection.PAIR_NOT_KNOWN_HERE);
        }
        if (!pair.live()) {
            throw new Rejection(PackRejection.PAIR_IS_OVER);
        }
        send(
                new ShareResources(
                        pair.terms().need(),
                        pair.terms().line(),
                        pair.pair(),
                        pair.terms().mentor(),
                        pair.terms().levelBand(),
                        ids.next("share"),
                        picks(pair),
                        day.today()),
                context);
    }

    /** One act: what suits a line, for the structure and the families. */
    void share(Person person, NeedRow need, LineRow line, CommandContext context) {
        if (!PackBoard.manages(person, need)) {
            throw new Rejection(PackRejection.NEED_NOT_KNOWN);
        }
        send(
                new ShareResources(
                        need.need(),
                        line.line(),
                        null,
                        null,
                        line.levelBand(),
                        ids.next("share"),
                        picks(line),
                        day.today()),
                context);
    }

    /** It served in a session of this day. */
    void used(Person person, PairRow pair, String resource, LocalDate on, CommandContext context) {
        Side side = PairBoard.sideOf(person, pair);
        send(
                new TellUsed(pair.terms().need(), pair.terms().line(), pair.pair(), resource, side, on, day.today()),
                context);
    }

    private List<Pick> picks(PairRow pair) {
        List<String> supports = board.supports(pair.terms().need(), pair.terms().line());
        return picks(pair.terms().levelBand(), supports, ResourceSide.values());
    }

    private List<Pick> picks(LineRow line) {
        return picks(line.levelBand(), line.supports(), ResourceSide.STRUCTURE, ResourceSide.FAMILY);
    }

    private List<Pick> picks(String levelBand, List<String> supports, ResourceSide... sides) {
        List<LibraryItem> offered = library.offered();
        return Arrays.stream(sides)
                .flatMap(side -> Packs.choose(offered, levelBand, supports, side).stream())
                .toList();
    }

    private void send(PackCommand command, CommandContext context) {
        String _ = commands.send(command, context);
    }
}
