package fr.mentoratdurgence.platform.watch;

import fr.mentoratdurgence.platform.Inbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaAdmin;

/** Whether the broker answers; and, for who hears, how many records of each topic are still to be heard by this group. */
final class BrokerQuestion implements PartWatch.Question, Gauges {
    private static final int PATIENCE_SECONDS = 4;

    private final KafkaAdmin settings;
    private final List<String> topics;
    private final String group;
    private @Nullable Admin admin;

    BrokerQuestion(KafkaAdmin settings, List<Inbox> inboxes, String group) {
        this.settings = settings;
        this.topics = inboxes.stream()
                .flatMap(inbox -> inbox.hearing().topics().stream())
                .toList();
        this.group = group;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> patient = new HashMap<>(settings.getConfigurationProperties());
            patient.put("request.timeout.ms", PATIENCE_SECONDS * 1000);
            patient.put("default.api.timeout.ms", PATIENCE_SECONDS * 1000);
            admin = Admin.create(patient);
        }
        return admin;
    }

    @Override
    public void ask() throws InterruptedException, ExecutionException, TimeoutException {
        var _ = admin().describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void read(Readings readings) {
        if (topics.isEmpty()) {
            return;
        }
        try {
            lag().forEach((topic, records) -> readings.count("mentorat.inbox.lag", "topic", topic, records));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the broker did not say how far this group has heard", failed);
        }
    }

    private Map<String, Long> lag() throws InterruptedException, ExecutionException, TimeoutException {
        List<TopicPartition> partitions = new ArrayList<>();
        admin().describeTopics(topics)
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> heard = admin().listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<TopicPartition> never = partitions.stream()
                .filter(partition -> heard.get(partition) == null)
                .toList();
        Map<TopicPartition, ListOffsetsResultInfo> starts = offsets(never, OffsetSpec.earliest());
        Map<String, Long> lag = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata place = heard.get(partition);
            ListOffsetsResultInfo start = starts.get(partition);
            long from = place != null ? place.offset() : start != null ? start.offset() : end.offset();
            var _ = lag.merge(partition.topic(), Math.max(0, end.offset() - from), Long::sum);
        });
        return lag;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<TopicPartition> partitions, OffsetSpec place)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, place));
        return admin().listOffsets(asked).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
