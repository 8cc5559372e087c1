package fr.mentoratdurgence.local.parts;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Runs {@link MailPart} and its page as a process of its own: port for letters, port of the page. */
public final class MailMain {
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
        asked.await();
    }
}
