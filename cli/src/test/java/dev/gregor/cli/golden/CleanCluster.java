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
import org.apache.kafka.common.errors.GroupNotEmptyException;

/** Takes away what the lines of one tool left behind, so that the next tool's lines find an empty cluster. */
final class CleanCluster {
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
