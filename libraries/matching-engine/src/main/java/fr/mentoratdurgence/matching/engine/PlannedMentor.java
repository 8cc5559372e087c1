package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.matching.engine.Supply.Group;
import fr.mentoratdurgence.matching.engine.Supply.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mentor and the groups that his or her capacity is in. */
final class PlannedMentor {
    Candidate candidate;
    // few have any: no set and no map of its own for the others
    Set<String> excludedLines = Set.of();
    Map<String, Integer> open = Map.of();
    final List<Group> groups = new ArrayList<>(1);
    final List<Member> members = new ArrayList<>(1);

    PlannedMentor(Candidate candidate) {
        this.candidate = candidate;
    }

    void exclude(String line) {
        if (excludedLines.isEmpty()) {
            excludedLines = new HashSet<>();
        }
        excludedLines.add(line);
    }

    void noteOpen(String line) {
        if (open.isEmpty()) {
            open = new LinkedHashMap<>();
        }
        open.merge(line, 1, Integer::sum);
    }
}
