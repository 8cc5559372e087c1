package fr.mentoratdurgence.local.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What many people send in a rehearsal: as in the files of the demonstration, each time somebody else. */
public final class Crowd {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LETTERS = 26;

    private final byte[] structures;
    private final List<List<NeedRow>> needs;
    private final List<MentorFileRow> mentors;
    /** Tells the people of this rehearsal from those of another on the same system. */
    private final String rehearsal;

    private Crowd(JourneyData data, String rehearsal) {
        this.structures = data.structures();
        this.needs = data.needsOneByOne();
        this.mentors = MentorFileRow.read(data.mentors());
        this.rehearsal = rehearsal;
    }

    /** @param rehearsal a short word, another one each time */
    public static Crowd of(JourneyData data, String rehearsal) {
        return new Crowd(data, rehearsal);
    }

    /** The directory that knows all their schools, as a file. */
    public byte[] structures() {
        return structures.clone();
    }

    /** The application of the volunteer of this number, as JSON. */
    public String application(long number) {
        Map<String, Object> json =
                new HashMap<>(mentors.get((int) (number % mentors.size())).json());
        json.put("lastName", "Répétition " + letters(number));
        json.put("email", "volontaire-" + rehearsal + "-" + number + "@example.org");
        json.put("phone", "06 39 98 %02d %02d".formatted(number / 100 % 100, number % 100));
        return JSON.writeValueAsString(json);
    }

    /** The need of this number, as JSON. */
    public String need(long number) {
        List<NeedRow> rows = needs.get((int) (number % needs.size()));
        NeedRow first = rows.getFirst();
        return JSON.writeValueAsString(Map.of(
                "structure", "structure-" + first.uai(),
                "priorityAudience", first.audience(),
                "contact", first.contactJson(),
                "lines", rows.stream().map(NeedRow::lineJson).toList()));
    }

    /** One page of the public form of a need: its last word in the address, and what is typed there. */
    public record Step(String page, Map<String, String> typed) {}

    /** The school with which the form of this number begins. */
    public String school(long number) {
        return needs.get((int) (number % needs.size())).getFirst().uai();
    }

    /** The pages that follow, as far as they have fields that must be filled. */
    public List<Step> form(long number) {
        NeedRow row = needs.get((int) (number % needs.size())).getFirst();
        Map<String, Object> line = row.lineJson();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "jeunes/1",
                Map.of(
                        "levelBand", row.level(),
                        "count", Integer.toString(row.count()),
                        "supports", first(line.get("supports")),
                        "subjects", first(line.get("subjects")))));
        steps.add(new Step("organisation", Map.of("channels", "PHONE", "priorityAudience", row.audience())));
        steps.add(new Step("contact", row.contactJson()));
        steps.add(new Step("verification", Map.of()));
        return steps;
    }

    private static String first(@Nullable Object list) {
        return list instanceof List<?> some && !some.isEmpty() ? String.valueOf(some.getFirst()) : "";
    }

    /** A name has no digits. */
    private static String letters(long number) {
        StringBuilder letters = new StringBuilder();
        for (long left = number; letters.length() < 5; left /= LETTERS) {
            letters.append((char) ('a' + left % LETTERS));
        }
        return Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
    }
}
