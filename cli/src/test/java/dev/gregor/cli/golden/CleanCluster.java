package dev.gregor.cli.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Takes away what the lines of one tool left behind, so that the next tool's lines find an empty cluster. */
final class CleanCluster {
    private CleanCluster() {}

    static void clean(String bootstrap, Set<String> served) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            var topics = new ArrayList<>(admin.listTopics().names().get());
            // Asked of a topic that is just deleted, a coordinator has nothing against losing its group.
            admin.deleteTopics(topics).all().get();
            admin.deleteConsumerGroups(groups(admin)).all().get();
            if (served.contains("DELETE_ACLS")) {
                admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
            }
        }
    }

    private static List<String> groups(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .toList();
    }
}
