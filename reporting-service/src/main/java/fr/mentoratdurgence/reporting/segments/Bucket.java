package fr.mentoratdurgence.reporting.segments;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.reporting.segments.Manifest.Line;
import fr.mentoratdurgence.reporting.segments.SegmentFault.Code;
import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket as the place of the sealed history. Each segment is an object, and so is each line of the manifest, under its
 * number: objects are only ever added, and only where there is none of their name, so that of two instances that seal at
 * the same time one gives way. A segment counts from the moment on at which a line names it. To be read it is brought to
 * this machine: what was brought is this process's, and goes with it.
 */
final class Bucket implements SegmentStore {
    private static final String LINES = "manifest/";
    private static final String TRIAL = "one-object-per-name";
    /** The longest that one object may take, there or here. */
    private static final Duration WHOLE = Duration.ofMinutes(5);

    private static final int ATTEMPTS = 2;
    private static final int THERE_ALREADY = 412;
    /** Somebody else is writing the same object at this moment. */
    private static final int JUST_NOW = 409;

    private static final int ITS_OWN_FAULT = 500;

    private final BucketSettings settings;
    private final S3Client store;
    private final OwnFolder own;
    private final Folder brought;
    private final Map<String, Known> lines = new ConcurrentHashMap<>();
    private volatile boolean tried;

    /** A line of the manifest that was read. */
    private record Known(String state, String text) {}

    Bucket(BucketSettings settings, Path folder) {
        this.settings = settings;
        this.own = OwnFolder.in(folder);
        this.brought = new Folder(own.path());
        var building = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.answerWithin())
                        .socketTimeout(settings.answerWithin()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .region(Region.of(settings.region()))
                // stores that are not Amazon's know neither its newer checksums nor its chunks
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .overrideConfiguration(calls -> calls.apiCallTimeout(WHOLE)
                        .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()));
        if (!settings.endpoint().isEmpty()) {
            building.endpointOverride(URI.create(settings.endpoint())).forcePathStyle(true);
        }
        this.store = building.build();
    }

    @Override
    public URI place() {
        return place("");
    }

    @Override
    public URI place(String file) {
        return URI.create(settings + file);
    }

    @Override
    public Path disk() {
        return brought.disk();
    }

    @Override
    public void prepare() throws IOException {
        brought.prepare();
        if (!tried) {
            byte[] nothing = {};
            boolean first = add(TRIAL, nothing);
            if (first && add(TRIAL, nothing)) {
                throw new SegmentFault(Code.BUCKET_OVERWRITES, place());
            }
            tried = true;
        }
    }

    @Override
    public Standing look() {
        Map<String, String> states = new HashMap<>();
        StringBuilder manifest = new StringBuilder();
        // in the order of the keys
        for (S3Object object :
                asked(() -> store
                        .listObjectsV2Paginator(
                                all -> all.bucket(settings.name()).prefix(settings.prefix()))
                        .contents()
                        .stream()
                        .toList())) {
            String name = object.key().substring(settings.prefix().length());
            String state = object.eTag() + ' ' + object.size() + ' ' + object.lastModified();
            if (name.startsWith(LINES)) {
                manifest.append(line(name, state));
            } else {
                states.put(name, state);
            }
        }
        return new Standing() {
            @Override
            public byte[] manifest() {
                return manifest.toString().getBytes(UTF_8);
            }

            @Override
            public String state(String file) throws IOException {
                String state = states.get(file);
                if (state == null) {
                    throw new NoSuchFileException(file);
                }
                return state;
            }
        };
    }

    private String line(String name, String state) {
        Known known = lines.get(name);
        if (known == null || !known.state().equals(state)) {
            known = new Known(state, text(name).orElse(""));
            lines.put(name, known);
        }
        return known.text();
    }

    private Optional<String> text(String name) {
        return asked(() -> {
            try {
                return Optional.of(store.getObjectAsBytes(named(name)).asUtf8String());
            } catch (NoSuchKeyException _) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Path temporary(String name) throws IOException {
        return brought.temporary(name);
    }

    @Override
    public void discard(Path temporary) {
        brought.discard(temporary);
    }

    @Override
    public Optional<Line> append(Manifest manifest, Path segment, Line line) throws IOException {
        Line stands = line;
        // what an instance left that was cut off before it could write its line: the same bytes, or fewer facts
        for (int other = 2; !addSegment(segment, stands); other++) {
            stands = line.named(line.file().replaceFirst("(-\\d+)?\\.parquet$", "-" + other + ".parquet"));
        }
        brought.discard(segment);
        String number = LINES + "%06d.json".formatted(manifest.lines().size() + 1);
        String text = manifest.written(stands);
        // an answer may have been lost after the line was written
        boolean written = add(number, text.getBytes(UTF_8))
                || text(number).filter(text::equals).isPresent();
        return written ? Optional.of(stands) : Optional.empty();
    }

    /** False where an object of other bytes has its name. */
    boolean addSegment(Path segment, Line line) throws IOException {
        return add(line.file(), RequestBody.fromFile(segment), line.sha256())
                || Sha256.hex(bring(line.file())).equals(line.sha256());
    }

    private boolean add(String name, byte[] content) {
        return add(name, RequestBody.fromBytes(content), Sha256.hex(content));
    }

    /** False where there is an object of that name. */
    private boolean add(String name, RequestBody content, String sha256) {
        return asked(() -> {
            try {
                var _ = store.putObject(
                        PutObjectRequest.builder()
                                .bucket(settings.name())
                                .key(settings.prefix() + name)
                                .ifNoneMatch("*")
                                .checksumSHA256(Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(sha256)))
                                .build(),
                        content);
                return true;
            } catch (S3Exception refused) {
                if (refused.statusCode() == THERE_ALREADY) {
                    return false;
                }
                throw refused;
            }
        });
    }

    @Override
    public Path bring(String name) throws IOException {
        Path temporary = Files.createTempFile(brought.disk(), name, ".coming");
        Files.delete(temporary);
        try {
            var _ = asked(() -> store.getObject(named(name), temporary));
        } catch (NoSuchKeyException _) {
            throw new NoSuchFileException(name);
        }
        brought.publish(temporary, name);
        return brought.file(name);
    }

    @Override
    public Path file(String name) throws IOException {
        Path file = brought.file(name);
        return Files.exists(file) ? file : bring(name);
    }

    private GetObjectRequest named(String name) {
        return GetObjectRequest.builder()
                .bucket(settings.name())
                .key(settings.prefix() + name)
                .build();
    }

    /** What the store says, or why it does not. */
    private <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (NoSuchKeyException absent) {
            throw absent;
        } catch (S3Exception refused) {
            boolean passes = refused.statusCode() >= ITS_OWN_FAULT || refused.statusCode() == JUST_NOW;
            AwsErrorDetails details = refused.awsErrorDetails();
            throw fault(
                    passes ? Code.BUCKET_AWAY : Code.BUCKET_REFUSES,
                    refused.statusCode() + (details == null ? "" : " " + details.errorCode()),
                    refused);
        } catch (SdkClientException away) {
            throw fault(Code.BUCKET_AWAY, String.valueOf(away.getMessage()), away);
        }
    }

    private SegmentFault fault(Code code, String why, Exception cause) {
        SegmentFault fault = new SegmentFault(code, place(), why);
        fault.initCause(cause);
        return fault;
    }

    @Override
    public void close() {
        store.close();
        own.close();
    }
}
