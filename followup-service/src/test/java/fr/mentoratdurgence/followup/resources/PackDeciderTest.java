package fr.mentoratdurgence.followup.resources;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.followup.resources.PackCommand.Pick;
import fr.mentoratdurgence.followup.resources.PackCommand.ShareResources;
import fr.mentoratdurgence.followup.resources.PackCommand.TellUsed;
import fr.mentoratdurgence.followup.resources.PackDecider.Pack;
import fr.mentoratdurgence.followup.resources.PackEvent.ResourceShared;
import fr.mentoratdurgence.followup.resources.PackEvent.ResourceUsed;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is shared, and what served; and what of a library suits a line. */
class PackDeciderTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 5);
    private static final Pick LUMNI = new Pick("resource-lumni", SupportKind.HOMEWORK, ResourceSide.MENTOR);
    private static final Pick ONISEP = new Pick("resource-onisep", SupportKind.ORIENTATION, ResourceSide.FAMILY);

    private final DeciderFixture<PackCommand, Pack, PackEvent> pack = new DeciderFixture<>(PackDecider.PACK);

    @Test
    void a_pack_is_shared_in_one_act_and_nothing_of_it_twice() {
        pack.given().when(share("pair-1", LUMNI, ONISEP)).then(shared("pair-1", LUMNI), shared("pair-1", ONISEP));
        pack.given(shared("pair-1", LUMNI)).when(share("pair-1", LUMNI, ONISEP)).then(shared("pair-1", ONISEP));
        pack.given(shared("pair-1", LUMNI))
                .when(share("pair-1", LUMNI))
                .thenRejected(PackRejection.NOTHING_NEW_TO_SHARE);
    }

    @Test
    void what_is_for_all_of_a_line_is_for_each_of_its_pairs_and_for_no_other_line() {
        pack.given(shared(null, ONISEP)).when(share("pair-1", ONISEP)).thenRejected(PackRejection.NOTHING_NEW_TO_SHARE);
        pack.given(shared("pair-2", LUMNI)).when(share("pair-1", LUMNI)).then(shared("pair-1", LUMNI));
        pack.given(shared(null, ONISEP))
                .when(new TellUsed("need-1", 2, "pair-9", "resource-onisep", Side.MENTOR, TODAY, TODAY))
                .thenRejected(PackRejection.RESOURCE_NOT_SHARED);
    }

    @Test
    void what_served_is_told_once_a_day_and_never_ahead() {
        ResourceUsed used = new ResourceUsed(
                "pack-1",
                "need-1",
                1,
                "pair-1",
                "resource-lumni",
                "COLLEGE_6_5",
                SupportKind.HOMEWORK,
                Side.MENTOR,
                TODAY);
        pack.given(shared("pair-1", LUMNI)).when(used(TODAY)).then(used);
        pack.given(shared("pair-1", LUMNI), used).when(used(TODAY)).then();
        pack.given(shared("pair-1", LUMNI)).when(used(TODAY.plusDays(1))).thenRejected(PackRejection.USED_IN_FUTURE);
        pack.given().when(used(TODAY)).thenRejected(PackRejection.RESOURCE_NOT_SHARED);
    }

    @Test
    void what_helps_with_more_of_what_is_asked_comes_first_then_what_was_made_for_this_level() {
        List<LibraryItem> library = List.of(
                item("tous", List.of(), "HOMEWORK"),
                item("juste", List.of("COLLEGE_6_5"), "HOMEWORK"),
                item("double", List.of(), "HOMEWORK", "METHOD"),
                item("ailleurs", List.of("LYCEE_GT"), "HOMEWORK"),
                item("autre", List.of(), "CULTURE"));
        assertThat(Packs.choose(library, "COLLEGE_6_5", List.of("HOMEWORK", "METHOD"), ResourceSide.MENTOR))
                .extracting(Pick::resource)
                .containsExactly("resource-double", "resource-juste", "resource-tous");
        assertThat(Packs.choose(library, "COLLEGE_6_5", List.of(), ResourceSide.MENTOR))
                .extracting(Pick::support)
                .containsOnly(SupportKind.HOMEWORK, SupportKind.CULTURE);
        assertThat(Packs.choose(library, "COLLEGE_6_5", List.of("METHOD"), ResourceSide.FAMILY))
                .isEmpty();
    }

    @Test
    void a_pack_stays_small() {
        List<LibraryItem> many = Stream.iterate(1, n -> n + 1)
                .limit(40)
                .map(n -> item("n" + n, List.of(), "HOMEWORK"))
                .toList();
        assertThat(Packs.choose(many, "LYCEE_GT", List.of("HOMEWORK"), ResourceSide.MENTOR))
                .hasSize(Packs.MOST);
    }

    private static LibraryItem item(String code, List<String> levels, String... supports) {
        return new LibraryItem(
                LibraryItem.idOf(code),
                new Described(
                        code,
                        Code.of(ResourceKind.class, "SITE"),
                        "https://" + code + ".example.org/",
                        "Un producteur",
                        Code.of(Licence.class, "CC_BY"),
                        null,
                        levels,
                        Stream.of(supports)
                                .map(one -> Code.of(SupportKind.class, one))
                                .toList(),
                        List.of(Code.of(ResourceSide.class, "MENTOR")),
                        null),
                TODAY,
                null,
                null);
    }

    private static ShareResources share(@Nullable String pair, Pick... picks) {
        return new ShareResources(
                "need-1", 1, pair, pair == null ? null : "mentor-1", "COLLEGE_6_5", "share-1", List.of(picks), TODAY);
    }

    private static ResourceShared shared(@Nullable String pair, Pick pick) {
        return new ResourceShared(
                "pack-1",
                "share-1",
                "need-1",
                1,
                pair,
                pair == null ? null : "mentor-1",
                pick.resource(),
                "COLLEGE_6_5",
                pick.support(),
                pick.side(),
                TODAY);
    }

    private static TellUsed used(LocalDate on) {
        return new TellUsed("need-1", 1, "pair-1", "resource-lumni", Side.MENTOR, on, TODAY);
    }
}
