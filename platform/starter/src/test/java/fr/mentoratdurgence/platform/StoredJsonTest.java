package fr.mentoratdurgence.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("reliability")
class StoredJsonTest {
    private enum Level {
        FIRST,
        SECOND
    }

    private record Skill(Level from, int hours) {}

    private record Offer(Level level, List<Level> others, List<Skill> skills) {}

    @Test
    void what_this_version_knows_is_read() {
        assertThat(StoredJson.read("""
                        {"level":"FIRST","others":["SECOND"],"skills":[{"from":"FIRST","hours":2}]}""", Offer.class))
                .contains(new Offer(Level.FIRST, List.of(Level.SECOND), List.of(new Skill(Level.FIRST, 2))));
    }

    @Test
    void what_a_newer_version_wrote_is_left_out_of_its_list() {
        assertThat(StoredJson.read("""
                        {"level":"FIRST","others":["THIRD","SECOND","FOURTH"],
                         "skills":[{"from":"THIRD","hours":1},{"from":"FIRST","hours":2}]}""", Offer.class))
                .contains(new Offer(Level.FIRST, List.of(Level.SECOND), List.of(new Skill(Level.FIRST, 2))));
    }

    @Test
    void what_only_a_newer_version_knows_stays_where_this_one_writes() {
        assertThat(StoredJson.over("""
                        {"level":"FIRST","others":["THIRD"],"heardOf":"PRESS","skills":[{"from":"FIRST","hours":1,"sure":true}]}\
                        """, new Offer(Level.SECOND, List.of(), List.of(new Skill(Level.FIRST, 2)))))
                .isEqualTo("""
                        {"level":"SECOND","others":[],"heardOf":"PRESS","skills":[{"from":"FIRST","hours":2,"sure":true}]}\
                        """);
    }

    @Test
    void what_was_taken_out_of_a_list_does_not_come_back() {
        assertThat(StoredJson.over("""
                        {"level":"FIRST","others":[],"skills":[{"from":"FIRST","hours":1,"sure":true},{"from":"SECOND","hours":2}]}\
                        """, new Offer(Level.FIRST, List.of(), List.of(new Skill(Level.SECOND, 2)))))
                .isEqualTo("""
                        {"level":"FIRST","others":[],"skills":[{"from":"SECOND","hours":2}]}\
                        """);
    }

    @Test
    void what_cannot_be_without_it_is_not_there() {
        assertThat(StoredJson.read("""
                        {"level":"THIRD","others":[],"skills":[]}""", Offer.class)).isEmpty();
    }
}
