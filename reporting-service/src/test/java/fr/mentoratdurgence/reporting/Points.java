package fr.mentoratdurgence.reporting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** In a child that will be killed: says when it has come as far as it was told, and waits there or hurries on. */
public final class Points {
    private final AtomicInteger left;
    private final boolean waits;

    private Points(int until, boolean waits) {
        this.left = new AtomicInteger(until);
        this.waits = waits;
    }

    /** Tells that all is prepared, and hears how far to go. */
    public static Points whenAsked() {
        // threads of its own may not keep it alive: the parent would wait for ever
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        tell("READY");
        try {
            String[] words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    .readLine()
                    .split(" ", -1);
            return new Points(Integer.parseInt(words[0]), Boolean.parseBoolean(words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more point is reached. */
    public void reach() {
        if (left.getAndDecrement() == 0) {
            tell("HERE");
            while (waits) {
                LockSupport.park();
            }
        }
    }

    /** All is done. */
    public static void done() {
        tell("DONE");
        System.exit(0);
    }

    private static void tell(String what) {
        System.out.println("victim: " + what);
        System.out.flush();
    }
}
