package dev.gregor.cli.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Takes away what the lines of one tool left behind, so that the next tool's lines find an empty cluster. */
final class CleanCluster {
    private static final long GONE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private CleanCluster() {}

    static void clean(String bootstrap, Set<String> served) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            // Groups first: a share group's state is kept by topics that must still be there.
            for (var deleted :
                    admin.deleteConsumerGroups(groups(admin)).deletedGroups().values()) {
                try {
                    deleted.get();
                } catch (ExecutionException refused) {
                    if (!(refused.getCause() instanceof GroupNotEmptyException)) {
                        throw refused;
                    }
                    // A client that a tool left open is still in it.
                }
            }
            var topics = new ArrayList<>(admin.listTopics().names().get());
            admin.deleteTopics(topics).all().get();
            topics.removeIf(topic -> topic.startsWith("__")); // open clients may have them made again
            awaitGone(admin, topics);
            if (served.contains("DELETE_ACLS")) {
                admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
            }
        }
    }

    /** Brokers with ZooKeeper delete in their own time, and until then take no new topic of the same name. */
    private static void awaitGone(Admin admin, List<String> topics) throws InterruptedException {
        long startNanos = System.nanoTime();
        while (isThereAny(admin, topics)) {
            if (System.nanoTime() - startNanos > GONE_NANOS) {
                throw new AssertionError("still there after their deletion: " + topics);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static boolean isThereAny(Admin admin, List<String> topics) throws InterruptedException {
        var wanted =
                topics.stream().map(topic -> new NewTopic(topic, 1, (short) 1)).toList();
        var asked = admin.createTopics(wanted, new CreateTopicsOptions().validateOnly(true));
        try {
            asked.all().get();
            return false;
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof TopicExistsException;
        }
    }

    private static List<String> groups(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .toList();
    }
}
