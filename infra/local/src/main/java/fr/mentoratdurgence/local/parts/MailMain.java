package fr.mentoratdurgence.local.parts;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@link MailPart} and its page as a process of its own: port for letters, port of the page. It forgets all letters
 * when they are more than anybody reads, as a rehearsed season writes them.
 */
public final class MailMain {
    private static final int MOST_LETTERS = 4_000;
    private static final int LOOK_AGAIN_SECONDS = 5;

    private MailMain() {}

    /** Starts both and stays until the process is asked to end. */
    public static void main(String[] arguments) throws InterruptedException {
        MailPart mail = MailPart.start(Integer.parseInt(arguments[0]));
        CaughtLetters page = CaughtLetters.serve(mail, Integer.parseInt(arguments[1]), Clock.systemUTC());
        CountDownLatch asked = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            page.close();
                            mail.close();
                            asked.countDown();
                        },
                        "mail-stop"));
        while (!asked.await(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS)) {
            if (mail.count() > MOST_LETTERS) {
                mail.empty();
            }
        }
    }
}
