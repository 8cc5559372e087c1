package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.followup.resources.PackCommand.Pick;
import fr.mentoratdurgence.followup.resources.PackCommand.ShareResources;
import fr.mentoratdurgence.followup.resources.PackCommand.TellUsed;
import fr.mentoratdurgence.followup.resources.PackEvent.ResourceShared;
import fr.mentoratdurgence.followup.resources.PackEvent.ResourceUsed;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of what is shared for a need: nothing twice, and what was not shared did not serve. Pure. */
final class PackDecider {
    static final Decider<PackCommand, Pack, PackEvent> PACK =
            new Decider<>("Pack", new Pack(List.of(), List.of()), PackDecider::decide, PackDecider::evolve);

    /** What the rules remember. */
    record Pack(List<ResourceShared> shared, List<Use> used) {}

    /** Once a day. */
    record Use(String pair, String resource, LocalDate on) {}

    private PackDecider() {}

    private static List<PackEvent> decide(PackCommand command, Pack pack) {
        return switch (command) {
            case ShareResources c -> share(c, pack);
            case TellUsed c -> used(c, pack);
        };
    }

    private static List<PackEvent> share(ShareResources c, Pack pack) {
        List<PackEvent> news = new ArrayList<>();
        for (Pick pick : c.picks()) {
            boolean known = pack.shared().stream()
                    .filter(one -> reaches(one, c.line(), c.pair()))
                    .anyMatch(one -> one.resource().equals(pick.resource()) && one.side() == pick.side());
            if (!known) {
                news.add(new ResourceShared(
                        PackEvent.streamOf(c.need()),
                        c.share(),
                        c.need(),
                        c.line(),
                        c.pair(),
                        c.mentor(),
                        pick.resource(),
                        c.levelBand(),
                        pick.support(),
                        pick.side(),
                        c.today()));
            }
        }
        if (news.isEmpty()) {
            throw new Rejection(PackRejection.NOTHING_NEW_TO_SHARE);
        }
        return news;
    }

    private static List<PackEvent> used(TellUsed c, Pack pack) {
        if (c.usedOn().isAfter(c.today())) {
            throw new Rejection(PackRejection.USED_IN_FUTURE);
        }
        Optional<ResourceShared> shared = pack.shared().stream()
                .filter(one -> reaches(one, c.line(), c.pair()))
                .filter(one -> one.resource().equals(c.resource()))
                .findFirst();
        ResourceShared known = shared.orElseThrow(() -> new Rejection(PackRejection.RESOURCE_NOT_SHARED));
        if (pack.used().contains(new Use(c.pair(), c.resource(), c.usedOn()))) {
            return List.of();
        }
        return List.of(new ResourceUsed(
                known.pack(),
                c.need(),
                c.line(),
                c.pair(),
                c.resource(),
                known.levelBand(),
                known.support(),
                c.side(),
                c.usedOn()));
    }

    /** What is for all of a line is for each of its pairs. */
    private static boolean reaches(ResourceShared one, int line, @Nullable String pair) {
        return one.line() == line && (one.pair() == null || Objects.equals(one.pair(), pair));
    }

    private static Pack evolve(Pack pack, PackEvent event) {
        return switch (event) {
            case ResourceShared e -> new Pack(and(pack.shared(), e), pack.used());
            case ResourceUsed e ->
                new Pack(pack.shared(), and(pack.used(), new Use(e.pair(), e.resource(), e.usedOn())));
        };
    }

    private static <T> List<T> and(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }
}
