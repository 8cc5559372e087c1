package fr.mentoratdurgence.needs.declaration;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import fr.mentoratdurgence.needs.NeedsApplication;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Violations;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The service as {@link CommandsBench} watches it: it says what it has spent, and decides without HTTP when asked to. */
final class ServedCommands {
    /** What is declared again and again. */
    static final String NEED = """
        {"structure":"structure-0940176F","priorityAudience":"REP",
         "contact":{"name":"Mme Diallo","email":"diallo@ecole.fr","phone":"01 23 45 67 89"},
         "lines":[{"levelBand":"COLLEGE_4_3","count":12,"supports":["HOMEWORK"],"subjects":["MATHS"],
           "channels":["VIDEO"],"slots":[{"day":"WEDNESDAY","start":"14:00","end":"16:00"}],"familyLink":false}],
         "note":"Deux groupes, de préférence le mercredi"}\
        """;

    private final Declarations declarations;
    private final Ids ids;
    private final Answers answers;
    private final PrintStream out;

    private ServedCommands(ConfigurableApplicationContext context, PrintStream out) {
        this.declarations = context.getBean(Declarations.class);
        this.ids = context.getBean(Ids.class);
        this.answers = context.getBean(JsonMapper.class).readValue(NEED, Answers.class);
        this.out = out;
    }

    /** @param arguments the settings of the service */
    public static void main(String[] arguments) throws Exception {
        // what the log says goes the way of a log; what is answered goes by itself
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(new PrintStream(new FileOutputStream("/dev/null"), false, StandardCharsets.UTF_8));
        ConfigurableApplicationContext context = SpringApplication.run(NeedsApplication.class, arguments);
        out.println("PORT " + context.getEnvironment().getRequiredProperty("local.server.port"));
        new ServedCommands(context, out).serve();
        System.exit(0);
    }

    private void serve() throws Exception {
        var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Recording recording = null;
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "spent" -> out.println("SPENT " + cpu() + " " + allocated());
                case "decide" ->
                    out.println("DECIDED "
                            + decide(Integer.parseInt(words[1]), Duration.ofMillis(Long.parseLong(words[2]))).stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(" ")));
                case "record" -> recording = record(Path.of(words[1]));
                case "stop" -> {
                    Recording made = Objects.requireNonNull(recording);
                    made.stop();
                    out.println("RECORDED " + made.getDestination());
                }
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }

    private Recording record(Path file) throws IOException, ParseException {
        Recording recording = new Recording(Configuration.getConfiguration("profile"));
        recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
        recording.enable("jdk.ObjectAllocationSample").with("throttle", "1000/s");
        recording.setDestination(file);
        recording.start();
        out.println("RECORDS " + file);
        return recording;
    }

    /** What the body of the request asks for, without a request: checked, decided, stored, told. */
    private List<Long> decide(int callers, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        List<Future<List<Long>>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                all.add(threads.submit(() -> {
                    List<Long> took = new ArrayList<>();
                    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                        String id = ids.next("command");
                        var command = declarations.check(answers, Origin.ACCOUNT, false, new Violations());
                        var _ = declarations.send(command.orElseThrow(), CommandContext.system(id));
                        took.add(System.nanoTime() - now);
                    }
                    return took;
                }));
            }
        }
        List<Long> took = new ArrayList<>();
        for (Future<List<Long>> one : all) {
            took.addAll(one.get());
        }
        return took;
    }
}
