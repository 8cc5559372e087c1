package fr.mentoratdurgence.local.parts;

import java.nio.file.Path;

/** Runs {@link KafkaPart} as a process of its own: folder, port, controller port. */
public final class KafkaMain {
    private KafkaMain() {}

    /** Starts the broker and stays until the process is asked to end. */
    public static void main(String[] arguments) {
        KafkaPart part =
                KafkaPart.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(part::close, "kafka-stop"));
        part.awaitEnd();
    }
}
