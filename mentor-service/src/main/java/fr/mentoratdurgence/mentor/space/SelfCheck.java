package fr.mentoratdurgence.mentor.space;

import fr.mentoratdurgence.platform.Violations;
import java.util.List;
import java.util.Map;

/** The questions at the end of the core training: not an exam, a way to be sure that the four points are clear. */
final class SelfCheck {
    static final String MODULE = "CORE";

    private static final List<Question> QUESTIONS = List.of(
            new Question("role", "b"),
            new Question("rythme", "a"),
            new Question("confidentialite", "b"),
            new Question("inquietude", "b"));

    /**
     * A question with three answers a, b, c; its sentences are in the messages.
     *
     * @param right the answer that the training gives
     */
    record Question(String id, String right) {}

    private SelfCheck() {}

    static List<Question> questions() {
        return QUESTIONS;
    }

    /** What to read again, question by question. */
    static Violations check(Map<String, String> answers) {
        Violations wrong = new Violations();
        for (Question question : QUESTIONS) {
            String answer = answers.getOrDefault(question.id(), "");
            if (answer.isEmpty()) {
                wrong.add(question.id(), "formation." + question.id() + ".sans-reponse");
            } else if (!answer.equals(question.right())) {
                wrong.add(question.id(), "formation." + question.id() + ".relire");
            }
        }
        return wrong;
    }
}
