package io.vedette.vault.event.kafka;

import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventFault.Kind;
import io.vedette.vault.network.Guard;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/** Looks whether the topic is there and may be written to, without making it, and whether its brokers may be reached. */
final class Topic {
    private final KafkaSettings settings;
    private final Guard guard;

    Topic(KafkaSettings settings, Guard guard) {
        this.settings = settings;
        this.guard = guard;
    }

    /** @throws EventFault it is not, or may not */
    void look() throws InterruptedException {
        String what = "topic " + settings.topic() + " cannot be used";
        for (String server : settings.servers()) {
            require(server.substring(0, server.lastIndexOf(':')));
        }
        Admin admin;
        try {
            admin = Admin.create(Configuration.admin(settings));
        } catch (KafkaException e) {
            throw Faults.of(what, e);
        }
        try {
            for (Node node : answer(admin.describeCluster().nodes())) {
                require(node.host());
            }
            var asked = admin.describeTopics(
                    List.of(settings.topic()), new DescribeTopicsOptions().includeAuthorizedOperations(true));
            TopicDescription topic =
                    answer(Objects.requireNonNull(asked.topicNameValues().get(settings.topic())));
            requireWritable(topic.authorizedOperations());
        } catch (ExecutionException | KafkaException e) {
            throw Faults.of(what, e);
        } catch (TimeoutException e) {
            throw new EventFault(Kind.BROKEN, what + ": no answer in time");
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private <T> T answer(KafkaFuture<T> asked) throws InterruptedException, ExecutionException, TimeoutException {
        return asked.get(settings.patience().part(4).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Null from a broker that does not tell. */
    private static void requireWritable(@Nullable Set<AclOperation> allowed) {
        Collection<AclOperation> enough = List.of(AclOperation.WRITE, AclOperation.ALL);
        if (allowed != null && !allowed.isEmpty() && allowed.stream().noneMatch(enough::contains)) {
            throw new EventFault(Kind.REFUSED, "the topic may be read, but not written to");
        }
    }

    private void require(String host) {
        try {
            var unused = guard.resolve(host);
        } catch (UnknownHostException e) {
            throw EventFault.of(Kind.BROKEN, "a broker cannot be reached", e);
        }
    }
}
